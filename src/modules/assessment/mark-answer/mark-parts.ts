import type { QuestionOf } from '../../courses/index.ts';
import type { Feedback, Mark } from './mark.ts';
import { readNumbers } from './read-number.ts';
import { comparable } from './words.ts';

type Parts = Readonly<Record<string, string>>;

/** The mean of what the parts are worth. */
function together(parts: Record<string, number>, feedback: readonly Feedback[] = []): Mark {
  const values = Object.values(parts);
  const sum = values.reduce((total, value) => total + value, 0);
  return { credit: values.length === 0 ? 0 : sum / values.length, feedback, parts };
}

const own = (parts: Parts, id: string): string => (Object.hasOwn(parts, id) ? (parts[id] ?? '') : '');

const each = (ids: readonly string[], worth: (id: string, at: number) => number): Record<string, number> =>
  Object.fromEntries(ids.map((id, at) => [id, worth(id, at)]));

/** Each item that stands in its place counts its share. */
export function markOrder(question: QuestionOf<'order'>, parts: Parts): Mark {
  const ids = question.items.map((item) => item.id);
  return together(each(ids, (id, at) => (Number(own(parts, id)) === at + 1 ? 1 : 0)));
}

/** A source without a target is right where it is left alone. */
export function markMatch(question: QuestionOf<'match'>, parts: Parts): Mark {
  const right = new Map(question.sources.map((source) => [source.id, source.target ?? '']));
  return together(each([...right.keys()], (id) => (own(parts, id) === right.get(id) ? 1 : 0)));
}

export function markGaps(question: QuestionOf<'gap'>, parts: Parts): Mark {
  const feedback: Feedback[] = [];
  const worth = question.gaps.map((gap): [string, number] => {
    const text = own(parts, gap.id);
    if (gap.choices) return [gap.id, worthInMenu(gap.choices, text)];
    const indulgence = { accents: false, caseCounts: gap.caseCounts };
    const hit = gap.accepted
      .filter(
        (accepted) =>
          comparable(accepted.text, indulgence) === comparable(text, indulgence) ||
          (gap.tolerance !== undefined && isNear(accepted.text, text, gap.tolerance)),
      )
      .toSorted((one, other) => other.credit - one.credit)[0];
    if (hit?.feedback !== undefined) feedback.push({ part: gap.id, text: hit.feedback });
    return [gap.id, hit?.credit ?? 0];
  });
  return together(Object.fromEntries(worth), feedback);
}

const isNear = (right: string, text: string, tolerance: number): boolean =>
  right.trim() !== '' &&
  readNumbers(text).some((value) => Math.abs(value - Number(right)) <= tolerance + 1e-9 * Math.abs(value));

function worthInMenu(
  choices: NonNullable<QuestionOf<'gap'>['gaps'][number]['choices']>,
  text: string,
): number {
  const worth = choices.filter((choice) => choice.text === text);
  return Math.max(...worth.map(({ right, credit }) => credit ?? (right ? 1 : 0)), worth.length > 0 ? -1 : 0);
}

/** An item without a place is right where it is left outside. */
export function markDrag(question: QuestionOf<'drag'>, parts: Parts): Mark {
  const feedback: Feedback[] = [];
  const worth = question.items.map((item): [string, number] => {
    const place = own(parts, item.id);
    const isRight = item.places.length === 0 ? place === '' : item.places.includes(place);
    const text = isRight ? item.feedbackRight : item.feedbackWrong;
    if (text !== undefined && text !== '') feedback.push({ part: item.id, text });
    return [item.id, isRight ? 1 : 0];
  });
  return together(Object.fromEntries(worth), feedback);
}
