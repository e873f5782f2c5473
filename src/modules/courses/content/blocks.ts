import { z } from 'zod';
import { courseText, line, partId } from './identifiers.ts';
import { audioBlock, embedBlock, fileBlock, videoBlock } from './media.ts';
import { question, questionRules } from './questions.ts';

const textBlock = z.object({ type: z.literal('text'), text: courseText });

/** A situation, what is known of it, and what the learner is asked. */
const caseBlock = z.object({
  type: z.literal('case'),
  situation: courseText,
  documents: z
    .array(z.object({ file: partId, label: line }))
    .max(50)
    .default([]),
  tasks: z.array(courseText).max(30).default([]),
  /** How somebody experienced would go about it; shown on request. */
  solution: courseText.optional(),
});

/** Ids of competencies of the course that one shows by passing the block; beside those that its questions name. */
const competencies = z.array(partId).max(20).optional();

const questionsBlock = z.object({
  type: z.literal('questions'),
  competencies,
  intro: courseText.optional(),
  questions: z.array(question).max(300),
  rules: questionRules.prefault({}),
});

const discussionBlock = z.object({ type: z.literal('discussion'), topic: courseText });

const pollBlock = z.object({
  type: z.literal('poll'),
  question: courseText,
  options: z
    .array(z.object({ id: partId, text: line, file: partId.optional() }))
    .min(1)
    .max(50),
  several: z.boolean().default(false),
  /** Whether those who voted see the counts. */
  showResults: z.boolean().default(true),
  thanks: courseText.optional(),
});
/** Several questions with the same answers to choose from. */
const surveyBlock = z.object({
  type: z.literal('survey'),
  questions: z
    .array(z.object({ id: partId, text: line }))
    .min(1)
    .max(100),
  options: z
    .array(z.object({ id: partId, text: line }))
    .min(2)
    .max(20),
  showResults: z.boolean().default(false),
  thanks: courseText.optional(),
});

/** Work that somebody assesses: a teacher, peers, or oneself by the same criteria. */
const assignmentBlock = z.object({
  type: z.literal('assignment'),
  task: courseText,
  competencies,
  takes: z.enum(['text', 'files', 'both']).default('both'),
  endings: z.array(z.string().max(12)).max(30).default([]),
  assessedBy: z.enum(['teacher', 'peers', 'self']).default('teacher'),
  /** For peers: how many each assesses, and how many assess each. */
  peers: z
    .object({ owes: z.number().int().min(1).max(20), gets: z.number().int().min(1).max(20) })
    .optional(),
  criteria: z
    .array(
      z.object({
        id: partId,
        title: line,
        text: courseText.optional(),
        levels: z
          .array(z.object({ id: partId, title: line, text: courseText.optional(), points: z.number() }))
          .max(20),
      }),
    )
    .max(50)
    .default([]),
  points: z.number().min(0).max(1000).default(1),
  /** Calendar days of a run may replace these. */
  opens: z.string().optional(),
  due: z.string().optional(),
});

const glossaryBlock = z.object({
  type: z.literal('glossary'),
  entries: z
    .array(z.object({ id: partId, term: line, meaning: courseText }))
    .min(1)
    .max(500),
});

/** For the curious: folded, never needed to complete. */
const detourBlock = z.object({ type: z.literal('detour'), teaser: line, text: courseText });

/** A ready-made piece that runs its own script, in a frame of another origin. */
const packageBlock = z.object({
  type: z.literal('package'),
  competencies,
  kind: z.enum(['scorm-1.2', 'scorm-2004', 'cmi5', 'h5p', 'html']),
  /** The packed file of the course; what it holds is unpacked beside it. */
  package: partId,
  /** Path of the page to open, inside the package, with its query. */
  entry: z.string().max(1000),
  height: z.number().int().min(100).max(4000).default(600),
  /** What passing it counts for; 0 where the package does not say that it can be passed. */
  points: z.number().min(0).max(1000).default(0),
  /** Share of the score from which it is passed, where the package says so. */
  mastery: z.number().min(0).max(1).optional(),
  /** Handed to the package at its start, as its manifest wants. */
  launchData: z.string().max(4096).optional(),
});

/** A tool of another site (LTI); its secrets are never kept here. */
const toolBlock = z.object({
  type: z.literal('tool'),
  url: z.string().max(2000),
  label: line,
  settings: z.record(z.string(), z.string()).default({}),
});

/** What an import could not convert, word for word: "to rework". Learners do not see it. */
const sourceBlock = z.object({
  type: z.literal('source'),
  /** "olx:schematic", "qti:..." */
  format: z.string().max(100),
  source: z.string().max(2_000_000),
  note: z.string().max(2000).default(''),
});

/** "I have done this": one tap. */
const doneBlock = z.object({ type: z.literal('done'), label: line.optional() });

export const blockContent = z.discriminatedUnion('type', [
  textBlock,
  videoBlock,
  audioBlock,
  fileBlock,
  embedBlock,
  caseBlock,
  questionsBlock,
  discussionBlock,
  pollBlock,
  surveyBlock,
  assignmentBlock,
  glossaryBlock,
  detourBlock,
  packageBlock,
  toolBlock,
  sourceBlock,
  doneBlock,
]);
export type BlockContent = z.infer<typeof blockContent>;
export type BlockType = BlockContent['type'];
export type ContentOf<T extends BlockType> = Extract<BlockContent, { type: T }>;

export const block = z.object({
  id: partId,
  title: z.string().trim().max(300).default(''),
  /** Not needed to complete, whatever the rules of the course say. */
  optional: z.boolean().default(false),
  content: blockContent,
});
export type Block = z.infer<typeof block>;
