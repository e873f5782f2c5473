import fc from 'fast-check';
import { block, type Block } from '../blocks.ts';
import {
  bank,
  courseAbout,
  type CourseContent,
  courseContent,
  courseRules,
  section,
  unit,
} from '../course-content.ts';
import { question, type Question } from '../questions.ts';
import { arbitraryValue } from './arbitrary-value.ts';

export { fileIds } from './arbitrary-value.ts';

/** Any question of any type, as the schema lets it through; ids inside it need not fit. */
export const arbitraryQuestion = arbitraryValue(question).map((value) => tidyQuestion(question.parse(value)));

/** Any block of any type. */
export const arbitraryBlock: fc.Arbitrary<Block> = arbitraryValue(block).map((value) =>
  tidyBlock(block.parse(value)),
);

const numbered = <T extends { id: string }>(parts: readonly T[], letter: string): T[] =>
  parts.map((part, index) => ({ ...part, id: `${letter}${index}` }));

/** Ids that differ inside the question, and point to what is there. */
function tidyQuestion(asked: Question): Question {
  switch (asked.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return tidyChoices(asked);
    case 'order':
      return { ...asked, items: numbered(asked.items, 'i') };
    case 'match': {
      const targets = numbered(asked.targets, 't');
      const sources = numbered(asked.sources, 's').map((source, index) => ({
        ...source,
        ...(source.target && { target: targets[index % targets.length]?.id ?? 't0' }),
      }));
      return { ...asked, sources, targets };
    }
    case 'gap': {
      const gaps = numbered(asked.gaps, 'g');
      return { ...asked, gaps, body: asked.body + gaps.map(({ id }) => `<p>{{gap:${id}}}</p>`).join('') };
    }
    case 'hotspot':
      return { ...asked, places: numbered(asked.places, 'p'), right: ['p0'] };
    case 'drag': {
      const places = numbered(asked.places, 'p');
      const items = numbered(asked.items, 'i').map((item) => ({
        ...item,
        places: item.places.length ? ['p0'] : [],
      }));
      return { ...asked, places, items };
    }
    default:
      return asked;
  }
}

type Choosing = Extract<Question, { type: 'single' | 'multiple' | 'dropdown' }>;

function tidyChoices(asked: Choosing): Question {
  const choices = numbered(asked.choices, 'c').map((choice, index) => ({
    ...choice,
    right: asked.type === 'multiple' ? choice.right : index === 0,
  }));
  if (asked.type !== 'multiple') return { ...asked, choices };
  const combinations = asked.combinations.map((one) => ({ ...one, ids: one.ids.length ? ['c0'] : [] }));
  return { ...asked, choices, combinations };
}

function tidyBlock(one: Block): Block {
  const { content } = one;
  if (content.type === 'questions')
    return { ...one, content: { ...content, questions: numbered(content.questions.map(tidyQuestion), 'q') } };
  if (content.type === 'poll')
    return { ...one, content: { ...content, options: numbered(content.options, 'o') } };
  if (content.type !== 'survey') return one;
  const { questions, options } = content;
  return {
    ...one,
    content: { ...content, questions: numbered(questions, 'q'), options: numbered(options, 'o') },
  };
}

const sections = fc.array(
  fc.record({
    head: arbitraryValue(section.omit({ units: true })),
    units: fc.array(
      fc.record({
        head: arbitraryValue(unit.omit({ blocks: true })),
        blocks: fc.array(arbitraryBlock, { maxLength: 3 }),
      }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 3 },
);

const banks = fc.array(
  fc.record({
    head: arbitraryValue(bank.omit({ questions: true })),
    questions: fc.array(arbitraryQuestion, { maxLength: 3 }),
  }),
  { maxLength: 2 },
);

/** Whole courses: every type of block and of question, with ids that differ and files f1, f2 and f3. */
export const arbitraryContent: fc.Arbitrary<CourseContent> = fc
  .record({ about: arbitraryValue(courseAbout), rules: arbitraryValue(courseRules), sections, banks })
  .map((made) => {
    let units = 0;
    let blocks = 0;
    return courseContent.parse({
      about: made.about,
      rules: made.rules,
      sections: made.sections.map(({ head, units: inside }, place) => ({
        ...(head as object),
        id: `s${place}`,
        units: inside.map((one) => ({
          ...(one.head as object),
          id: `u${units++}`,
          blocks: one.blocks.map((each) => ({ ...each, id: `b${blocks++}` })),
        })),
      })),
      banks: made.banks.map(({ head, questions }, place) => ({
        ...(head as object),
        id: `bank${place}`,
        questions: questions.map((asked, index) => ({ ...asked, id: `bank${place}-q${index}` })),
      })),
    });
  });
