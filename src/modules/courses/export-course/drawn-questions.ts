import type { ContentOf } from '../content/blocks.ts';
import type { Bank } from '../content/course-content.ts';
import type { Question } from '../content/questions.ts';

/** The first questions of the banks from which a set draws: for formats where all learners meet the same. */
export const drawnQuestions = (
  { rules }: ContentOf<'questions'>,
  banks: readonly Bank[],
): readonly Question[] =>
  rules.draw.flatMap(
    ({ bank, count }) => banks.find(({ id }) => id === bank)?.questions.slice(0, count) ?? [],
  );
