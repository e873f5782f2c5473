import { z } from 'zod';
import { courseText, line, partId } from './identifiers.ts';

/**
 * Questions as courses hold them, whatever package they came from. What a learner answers, and how it is marked, is the
 * business of the module assessment; this is only what is asked.
 */
const every = {
  id: partId,
  prompt: courseText,
  /** What it counts for; a share of it where it is partly right. */
  points: z.number().min(0).max(1000).default(1),
  /** Shown one after the other on request. */
  hints: z.array(courseText).max(20).default([]),
  /** Shown with the right answer. */
  explanation: courseText.optional(),
  /** Said of the answer as a whole, beside what is said to single choices. */
  said: z
    .object({
      right: courseText.optional(),
      partly: courseText.optional(),
      wrong: courseText.optional(),
    })
    .optional(),
  /** Ids of competencies of the course that it tests. */
  competencies: z.array(partId).max(20).default([]),
};

const choice = z.object({
  id: partId,
  text: courseText,
  right: z.boolean().default(false),
  /**
   * Share of the question's points that choosing it gives, below 0 takes away. Absent: all of them where it is right and
   * one may be chosen, an equal part of them where several are added up (`shares`), none where it is wrong.
   */
  credit: z.number().min(-1).max(1).optional(),
  /** Said to whoever chose it. */
  feedback: courseText.optional(),
  /** Said to whoever did not, where that tells something. */
  feedbackUnchosen: courseText.optional(),
});
export type Choice = z.infer<typeof choice>;

const choices = z.array(choice).min(1).max(100);

const single = z.object({
  ...every,
  type: z.literal('single'),
  choices,
  shuffle: z.boolean().default(false),
});
const multiple = z.object({
  ...every,
  type: z.literal('multiple'),
  choices,
  shuffle: z.boolean().default(false),
  /**
   * `all`: only when all is right; `each`: each choice rightly ticked or left counts its share; `halves`: half for one fault,
   * a quarter for two; `shares`: the shares of the ticked choices are added, at most to all of the points.
   */
  credit: z.enum(['all', 'each', 'halves', 'shares']).default('all'),
  /** Of `shares`: the least that it comes to; below 0 what is ticked wrongly takes from the other questions of its set. */
  least: z.number().min(-1).max(0).default(0),
  /** What is said to whoever ticked exactly these. */
  combinations: z
    .array(z.object({ ids: z.array(partId), feedback: courseText }))
    .max(50)
    .default([]),
});
const dropdown = z.object({
  ...every,
  type: z.literal('dropdown'),
  choices,
  shuffle: z.boolean().default(false),
});

const number = z.object({
  ...every,
  type: z.literal('number'),
  /** Any of these is right. `value` is a number or an expression of one ("3/4", "2*pi"). */
  answers: z
    .array(
      z.union([
        z.object({
          value: z.string().max(200),
          tolerance: z.number().min(0).default(0),
          /** Whether the tolerance is a share of the value in percent. */
          percent: z.boolean().default(false),
          credit: z.number().min(0).max(1).default(1),
          feedback: courseText.optional(),
        }),
        z.object({
          from: z.number(),
          to: z.number(),
          openFrom: z.boolean().default(false),
          openTo: z.boolean().default(false),
          credit: z.number().min(0).max(1).default(1),
          feedback: courseText.optional(),
        }),
      ]),
    )
    .min(1)
    .max(50),
  /** Shown after the field: "kg". */
  unit: z.string().max(40).optional(),
});

const accepted = z.object({
  text: z.string().max(500),
  credit: z.number().min(0).max(1).default(1),
  feedback: courseText.optional(),
});
const text = z.object({
  ...every,
  type: z.literal('text'),
  accepted: z.array(accepted).max(100),
  /** `words`: case, accents at choice of `accents`, and spaces do not count; `pattern`: a regular expression. */
  match: z.enum(['exact', 'words', 'pattern']).default('words'),
  accents: z.boolean().default(false),
  /** Of `pattern`: whether case counts. */
  caseCounts: z.boolean().optional(),
  /** Wrong answers that deserve a word of their own. */
  expected: z.array(accepted).max(100).default([]),
  unit: z.string().max(40).optional(),
});
/** A longer text that a person reads; it counts once they have. */
const essay = z.object({
  ...every,
  type: z.literal('essay'),
  mostWords: z.number().int().positive().optional(),
});

const formula = z.object({
  ...every,
  type: z.literal('formula'),
  /** Equal as a function: compared at random points. */
  answer: z.string().max(500),
  variables: z.array(z.object({ name: line, from: z.number(), to: z.number() })).max(20),
  points_tried: z.number().int().min(1).max(100).default(10),
  /** In percent of the value; where it is absolute, in the value's own measure. */
  tolerance: z.number().min(0).default(0.01),
  absolute: z.boolean().optional(),
});

/** Things to bring into the order in which they stand here. */
const order = z.object({
  ...every,
  type: z.literal('order'),
  items: z
    .array(z.object({ id: partId, text: courseText }))
    .min(2)
    .max(50),
});

const match = z.object({
  ...every,
  type: z.literal('match'),
  /** What is asked, and which target is right for it; a target may serve several, or none. */
  sources: z
    .array(z.object({ id: partId, text: courseText, target: partId.optional() }))
    .min(1)
    .max(50),
  targets: z
    .array(z.object({ id: partId, text: courseText }))
    .min(1)
    .max(50),
  shuffle: z.boolean().default(true),
});

/** Text with holes: `{{gap:ID}}` in `body`. */
const gap = z.object({
  ...every,
  type: z.literal('gap'),
  body: courseText,
  gaps: z
    .array(
      z.object({
        id: partId,
        /** A menu of choices, or a field to write in. */
        choices: z
          .array(
            z.object({
              text: z.string().max(500),
              right: z.boolean(),
              /** Share of the gap's points, where it is not all or nothing. */
              credit: z.number().min(-1).max(1).optional(),
            }),
          )
          .max(50)
          .optional(),
        accepted: z.array(accepted).max(50).default([]),
        caseCounts: z.boolean().default(false),
        /** Where numbers are asked: how far from one that is accepted is still right. */
        tolerance: z.number().min(0).optional(),
      }),
    )
    .max(100),
});

/** Percent of the picture's width and height, from its top left corner. */
const place = z.object({
  id: partId,
  /** What stands there, for whoever does not see it. */
  label: line,
  shape: z.enum(['rectangle', 'ellipse', 'polygon']),
  /** x, y, width, height; for a polygon x, y, x, y, ... */
  at: z.array(z.number().min(0).max(100)).min(4).max(200),
});
const hotspot = z.object({
  ...every,
  type: z.literal('hotspot'),
  file: partId,
  alt: z.string().max(2000),
  places: z.array(place).min(1).max(50),
  right: z.array(partId).min(1),
});
/** Things to put into places, on a picture or in named boxes. */
const drag = z.object({
  ...every,
  type: z.literal('drag'),
  file: partId.optional(),
  alt: z.string().max(2000).default(''),
  items: z
    .array(
      z.object({
        id: partId,
        text: courseText,
        /** Right places, any of them; none: it belongs nowhere. */
        places: z.array(partId).default([]),
        feedbackRight: courseText.optional(),
        feedbackWrong: courseText.optional(),
      }),
    )
    .min(1)
    .max(50),
  places: z
    .array(place.partial({ shape: true, at: true }))
    .min(1)
    .max(50),
});

/** A file that a person looks at. */
const file = z.object({
  ...every,
  type: z.literal('file'),
  /** Endings: "pdf"; none: any. */
  endings: z.array(z.string().max(12)).max(30).default([]),
  mostFiles: z.number().int().min(1).max(10).default(1),
});
/** Code that the learner runs at home; its output is pasted and compared. Nothing is run by the platform. */
const code = z.object({
  ...every,
  type: z.literal('code'),
  language: z.string().max(40).optional(),
  starter: z.string().max(20_000).default(''),
  expectedOutput: z.string().max(20_000),
  /** Whether spaces at line ends and blank lines at the end count. */
  spacesCount: z.boolean().default(false),
});

export const question = z.discriminatedUnion('type', [
  single,
  multiple,
  dropdown,
  number,
  text,
  essay,
  formula,
  order,
  match,
  gap,
  hotspot,
  drag,
  file,
  code,
]);
export type Question = z.infer<typeof question>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** How a set of questions is asked. */
export const questionRules = z.object({
  /** Attempts at the whole set; absent: as many as one likes. */
  attempts: z.number().int().min(1).max(100).optional(),
  shuffle: z.boolean().default(false),
  /** Questions drawn at random from banks of the course, beside those that stand here. */
  draw: z
    .array(z.object({ bank: partId, count: z.number().int().min(1).max(200) }))
    .max(20)
    .default([]),
  /** Minutes from the start of an attempt. */
  minutes: z.number().min(0.5).max(1440).optional(),
  showAnswers: z.enum(['never', 'answered', 'right', 'attempts-used', 'after-end']).default('answered'),
  /** Share of the points from which it is passed; 0: answering is enough. */
  passAt: z.number().min(0).max(1).default(0.5),
});
export type QuestionRules = z.infer<typeof questionRules>;
