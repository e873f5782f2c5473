import type { QuestionOf } from '../../courses/index.ts';
import { type Mark, marked, nothing } from './mark.ts';
import { matchesPattern } from './matches-pattern.ts';
import { comparable } from './words.ts';

type Text = QuestionOf<'text'>;
type Accepted = Text['accepted'][number];

/** A short text against what is accepted, then against wrong answers that the author foresaw. */
export function markText(question: Text, typed: string): Mark {
  const text = withoutUnit(typed.trim(), question.unit);
  let unsure = false;
  const hit = (list: readonly Accepted[]) =>
    list
      .filter((each) => {
        const matches = matchesOne(question, each.text, text);
        unsure ||= matches === undefined;
        return matches === true;
      })
      .toSorted((one, other) => other.credit - one.credit)[0];
  const right = hit(question.accepted);
  if (right) return marked(right.credit, right.feedback);
  const foreseen = hit(question.expected);
  if (unsure) return { credit: null, feedback: [] };
  return foreseen === undefined ? nothing : marked(0, foreseen.feedback);
}

function matchesOne(question: Text, accepted: string, text: string): boolean | undefined {
  if (question.match === 'pattern') return matchesPattern(accepted, text, question.caseCounts);
  if (question.match === 'exact') return accepted.trim().normalize() === text.normalize();
  const indulgence = { accents: question.accents };
  return comparable(accepted, indulgence) === comparable(text, indulgence);
}

function withoutUnit(text: string, unit: string | undefined): string {
  if (unit === undefined || unit === '' || !text.toLowerCase().endsWith(unit.toLowerCase())) return text;
  return text.slice(0, text.length - unit.length).trim();
}
