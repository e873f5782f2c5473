import type { Choice, QuestionOf } from '../../courses/index.ts';
import { type Feedback, type Mark, marked, nothing } from './mark.ts';

/** One of several. */
export function markChoice(question: { readonly choices: readonly Choice[] }, id: string): Mark {
  const chosen = question.choices.find((choice) => choice.id === id);
  return chosen === undefined ? nothing : marked(chosen.credit ?? (chosen.right ? 1 : 0), chosen.feedback);
}

/** Any number of several; what was sent and is no choice of the question does not count. */
export function markChoices(question: QuestionOf<'multiple'>, ids: readonly string[]): Mark {
  const chosen = new Set(ids);
  if (question.credit === 'shares')
    return { credit: sharesOf(question, chosen), feedback: wordsTo(question, chosen) };
  const faults = question.choices.filter((choice) => choice.right !== chosen.has(choice.id)).length;
  return { credit: creditOf(question, faults), feedback: wordsTo(question, chosen) };
}

/** What was ticked, added up; a right choice that names no share has an equal part. */
function sharesOf({ choices, least }: QuestionOf<'multiple'>, chosen: ReadonlySet<string>): number {
  const rights = choices.filter(({ right }) => right).length;
  const sum = choices
    .filter(({ id }) => chosen.has(id))
    .reduce((total, { credit, right }) => total + (credit ?? (right ? 1 / rights : 0)), 0);
  // three thirds, written with five decimals, are all
  return sum > 1 - thirdsLose ? 1 : Math.max(least, sum);
}
const thirdsLose = 0.0005;

function creditOf({ credit, choices }: QuestionOf<'multiple'>, faults: number): number {
  if (faults === 0) return 1;
  if (credit === 'each') return (choices.length - faults) / choices.length;
  if (credit === 'all') return 0;
  // half and quarter only where so many faults are no guess: as Open edX has it
  if (faults === 1 && choices.length > 2) return 0.5;
  return faults === 2 && choices.length > 4 ? 0.25 : 0;
}

function wordsTo(question: QuestionOf<'multiple'>, chosen: ReadonlySet<string>): Feedback[] {
  const known = question.choices.filter((choice) => chosen.has(choice.id)).length;
  const combination = question.combinations.find(
    ({ ids }) => new Set(ids).size === known && ids.every((id) => chosen.has(id)),
  );
  if (combination) return [{ text: combination.feedback }];
  return question.choices.flatMap(({ id, feedback, feedbackUnchosen }) => {
    const text = chosen.has(id) ? feedback : feedbackUnchosen;
    return text === undefined || text === '' ? [] : [{ part: id, text }];
  });
}
