import type { CostLine } from '../course-document/course-document.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import type { ChangeFact } from './change-facts.ts';

const placeOf = (line: CostLine): string => `${line.kind} ${line.per ?? ''}`;
const samePrice = (a: CostLine, b: CostLine): boolean =>
  placeOf(a) === placeOf(b) && a.amount === b.amount && a.currency === b.currency;
const sameCurrency = (a: CostLine, b: CostLine): boolean =>
  placeOf(a) === placeOf(b) && a.currency === b.currency;

/** Which prices are others, line by line; the same place in another currency counts as another price of it. */
export function priceFacts(change: FieldChange | undefined): ChangeFact[] {
  if (!change) return [];
  const before = (change.before as readonly CostLine[] | undefined) ?? [];
  const after = (change.after as readonly CostLine[] | undefined) ?? [];
  const gone = before.filter((line) => !after.some((other) => samePrice(line, other)));
  const fresh = after.filter((line) => !before.some((other) => samePrice(line, other)));
  const facts: ChangeFact[] = [];
  for (const line of gone) {
    const next =
      fresh.find((other) => sameCurrency(line, other)) ??
      fresh.find((other) => placeOf(line) === placeOf(other));
    if (next) fresh.splice(fresh.indexOf(next), 1);
    facts.push({ kind: 'price', cost: line.kind, before: line, after: next });
  }
  return [...facts, ...fresh.map((line) => ({ kind: 'price' as const, cost: line.kind, after: line }))];
}
