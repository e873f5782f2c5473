import { z } from 'zod';

/** What is asked of those who would take a course, besides whether they would; each may stay without an answer. */
export const answerChoices = {
  when: ['now', 'months', 'year', 'later'],
  purpose: ['job', 'work', 'studies', 'self'],
  hours: ['1-2', '3-5', '6-10', 'more'],
} as const;

export const answerQuestions = ['when', 'purpose', 'hours'] as const;
export type AnswerQuestion = (typeof answerQuestions)[number];
export type PlannedAnswers = {
  readonly [Q in AnswerQuestion]?: (typeof answerChoices)[Q][number];
};

const choice = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.enum(values).optional().catch(undefined);

/** What a posted form answers; what nobody offered is left out. */
export const answersForm = z
  .object({
    when: choice(answerChoices.when),
    purpose: choice(answerChoices.purpose),
    hours: choice(answerChoices.hours),
  })
  .transform(({ when, purpose, hours }): PlannedAnswers => ({
    ...(when && { when }),
    ...(purpose && { purpose }),
    ...(hours && { hours }),
  }));

/** Answers of many, counted by question and choice. */
export type AnswerCounts = Readonly<Record<AnswerQuestion, ReadonlyMap<string, number>>>;

export function countAnswers(all: readonly PlannedAnswers[]): AnswerCounts {
  const counted = (question: AnswerQuestion): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>();
    for (const { [question]: value } of all)
      if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  };
  return { when: counted('when'), purpose: counted('purpose'), hours: counted('hours') };
}
