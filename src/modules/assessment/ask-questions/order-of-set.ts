import type { Bank, ContentOf, Question } from '../../courses/index.ts';
import { seedOf, shuffled } from '../mark-answer/seeded.ts';

export type QuestionsContent = ContentOf<'questions'>;

/** A question in a set. The key is unique in the set: the question's id, or `BANK.ID` for one that was drawn. */
export interface KeyedQuestion {
  readonly key: string;
  readonly question: Question;
}

/** The questions of an attempt that begins now, drawn and ordered by its seed; parts in the order in which they are shown. */
export function questionsOf(
  content: QuestionsContent,
  banks: readonly Bank[],
  seed: number,
): KeyedQuestion[] {
  const { draw, shuffle } = content.rules;
  const drawn = draw.flatMap(({ bank, count }) =>
    shuffled(fromBank(banks, bank), seed ^ seedOf(bank)).slice(0, count),
  );
  const all = distinct([...ownOf(content), ...drawn]);
  return withParts(shuffle ? shuffled(all, seed) : all, seed);
}

/**
 * The questions of an attempt that has begun: as it keeps them, without those that the course no longer has. Questions
 * that were added since are asked too, as long as it is open.
 */
export function questionsOfAttempt(
  content: QuestionsContent,
  banks: readonly Bank[],
  attempt: { readonly seed: number; readonly keys: readonly string[]; readonly isOpen: boolean },
): KeyedQuestion[] {
  const drawn = content.rules.draw.flatMap(({ bank }) => fromBank(banks, bank));
  const known = new Map([...drawn, ...ownOf(content)].map((each) => [each.key, each]));
  const kept = attempt.keys.flatMap((key) => known.get(key) ?? []);
  const added = attempt.isOpen ? ownOf(content).filter(({ key }) => !attempt.keys.includes(key)) : [];
  return withParts(distinct([...kept, ...added]), attempt.seed);
}

const ownOf = (content: QuestionsContent): KeyedQuestion[] =>
  content.questions.map((question) => ({ key: question.id, question }));

const fromBank = (banks: readonly Bank[], id: string): KeyedQuestion[] =>
  (banks.find((bank) => bank.id === id)?.questions ?? []).map((question) => ({
    key: `${id}.${question.id}`,
    question,
  }));

function distinct(questions: readonly KeyedQuestion[]): KeyedQuestion[] {
  return [...new Map(questions.map((each) => [each.key, each])).values()];
}

const withParts = (questions: readonly KeyedQuestion[], seed: number): KeyedQuestion[] =>
  questions.map(({ key, question }) => ({ key, question: partsInOrder(question, seed ^ seedOf(key)) }));

function partsInOrder(question: Question, seed: number): Question {
  switch (question.type) {
    case 'single':
    case 'multiple':
    case 'dropdown':
      return question.shuffle ? { ...question, choices: shuffled(question.choices, seed) } : question;
    case 'match':
      return question.shuffle ? { ...question, targets: shuffled(question.targets, seed) } : question;
    default:
      return question;
  }
}

/** Things to bring into order, never shown in the right one. */
export function itemsToOrder<T>(items: readonly T[], seed: number): T[] {
  const order = shuffled(items, seed);
  const isRight = order.every((item, at) => item === items[at]);
  return isRight ? [...order.slice(1), ...order.slice(0, 1)] : order;
}
