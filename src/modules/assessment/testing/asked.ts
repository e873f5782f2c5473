import type { Question } from '../../courses/index.ts';
import { question as schema } from '../../courses/testing/for-modules-above.ts';
import type { Answer } from '../mark-answer/answer.ts';
import { markAnswer } from '../mark-answer/mark-answer.ts';

/** A question out of what a test says of it. */
export const asked = (fields: Record<string, unknown>): Question =>
  schema.parse({ id: 'q', prompt: '<p>?</p>', ...fields });

export const text = (words: string): Answer => ({ kind: 'text', text: words });

export const creditOf = (question: Question, answer: Answer) => markAnswer(question, answer).credit;
