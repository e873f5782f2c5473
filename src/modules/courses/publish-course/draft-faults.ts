import type { Block, BlockContent } from '../content/blocks.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { Question } from '../content/questions.ts';

export const faultKinds = [
  'no-units',
  'empty-unit',
  'rework',
  'no-alt',
  'no-questions',
  'no-answer',
  'no-captions',
  'no-transcript',
  'no-summary',
] as const;
/** What a draft lacks; a sentence for each stands in the messages. */
export type FaultKind = (typeof faultKinds)[number];

/** Something that an author should look at before learners see it. */
export interface DraftFault {
  readonly kind: FaultKind;
  /** Page of authoring where it is mended, below the course. */
  readonly end: string;
  /** Where it is: the title of the unit or of the block; empty for the course itself. */
  readonly where: string;
}

/** What is missing in a draft, in its order. None of it forbids publishing, but a course without units. */
export function draftFaults({ about, sections, banks }: CourseContent): DraftFault[] {
  const units = sections.flatMap((section) => section.units);
  const ofCourse: DraftFault[] = [
    ...(units.length === 0 ? [{ kind: 'no-units', end: '', where: '' } as const] : []),
    ...(about.summary === '' ? [{ kind: 'no-summary', end: '/about', where: '' } as const] : []),
  ];
  const ofUnits = sections.flatMap((section) =>
    section.units.flatMap((unit): DraftFault[] => {
      const where = `${section.title}: ${unit.title}`;
      return unit.blocks.length === 0
        ? [{ kind: 'empty-unit', end: `/units/${unit.id}`, where }]
        : unit.blocks.flatMap((block) => blockFaults(block, where));
    }),
  );
  const ofBanks = banks.flatMap(({ id, title, questions }) =>
    questions
      .filter(lacksAnswer)
      .map(
        (question) =>
          ({ kind: 'no-answer', end: `/banks/${id}/questions/${question.id}`, where: title }) as const,
      ),
  );
  return [...ofCourse, ...ofUnits, ...ofBanks];
}

function blockFaults({ id, title, content }: Block, unitTitle: string): DraftFault[] {
  const where = title === '' ? unitTitle : `${unitTitle}: ${title}`;
  const end = `/blocks/${id}`;
  const found = faultsOf(content).map((kind) => ({ kind, end, where }));
  if (content.type !== 'questions') return found;
  return [
    ...found,
    ...content.questions
      .filter(lacksAnswer)
      .map((question) => ({ kind: 'no-answer', end: `${end}/questions/${question.id}`, where }) as const),
  ];
}

function faultsOf(content: BlockContent): FaultKind[] {
  const kinds: FaultKind[] = lacksAlt(content) ? ['no-alt'] : [];
  if (content.type === 'source') return ['rework'];
  if (content.type === 'questions' && content.questions.length === 0 && content.rules.draw.length === 0)
    kinds.push('no-questions');
  if (content.type === 'video' && content.tracks.length === 0) kinds.push('no-captions');
  if (content.type === 'audio' && content.transcript === undefined && content.tracks.length === 0)
    kinds.push('no-transcript');
  return kinds;
}

/** A picture that says nothing to who does not see it, and is not said to be decoration. */
function lacksAlt(value: unknown): boolean {
  if (typeof value === 'string')
    return [...value.matchAll(/<img\b[^>]*>/g)].some(
      ([picture]) => !/\balt="[^"]/.test(picture) && !/\bclass="decorative"/.test(picture),
    );
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(lacksAlt);
}

/** Whether no answer can be right. */
export function lacksAnswer(question: Question): boolean {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return !question.choices.some(({ right }) => right);
    case 'text':
      return question.accepted.length === 0;
    case 'formula':
      return question.answer.trim() === '';
    case 'match':
      return question.sources.every(({ target }) => target === undefined);
    case 'gap':
      return (
        question.gaps.length === 0 ||
        question.gaps.some(
          ({ choices = [], accepted }) => accepted.length === 0 && !choices.some(({ right }) => right),
        )
      );
    case 'drag':
      return question.items.every(({ places }) => places.length === 0);
    case 'code':
      return question.expectedOutput.trim() === '';
    default:
      return false;
  }
}
