import type { Facet, Selection } from '../search-courses/facets.ts';
import { both, butNot, type CourseSet, either, isEmpty, membersOf, setOf } from './course-set.ts';
import { type EntryBatch, facetKey } from './entry-batch.ts';
import type { Expression, RowWord } from './tsquery.ts';

/** A search, ready to be matched: words as a tsquery, chosen facets. */
export interface ReadSearch {
  /** Absent where only facets narrow. */
  readonly words?: Expression | undefined;
  readonly selection: Selection;
}

/** The courses of the batch that the search finds: what PostgreSQL answers to the same words and facets. */
export function matchingSet({ words, selection }: ReadSearch, batch: EntryBatch): CourseSet {
  let found = words ? expressed(words, batch) : batch.listed;
  for (const [facet, values] of Object.entries(selection) as [Facet, readonly string[]][]) {
    if (isEmpty(found)) return found;
    found = both(found, anyOf(values, facet, batch));
  }
  return found;
}

function anyOf(values: readonly string[], facet: Facet, batch: EntryBatch): CourseSet {
  return values.map((value) => batch.having(facetKey(facet, value))).reduce(either, batch.nobody);
}

function expressed(expression: Expression, batch: EntryBatch): CourseSet {
  switch (expression.kind) {
    case 'lexeme':
      return batch.having(expression.lexeme);
    case 'any':
      return expression.of.map((part) => expressed(part, batch)).reduce(either);
    case 'all':
      return allOf(expression.of, batch);
    case 'none':
      return butNot(batch.listed, expressed(expression.of, batch));
    case 'row':
      return inARow(expression.words, batch);
  }
}

function allOf(parts: readonly Expression[], batch: EntryBatch): CourseSet {
  let found: CourseSet | undefined;
  for (const part of parts) {
    const also = expressed(part, batch);
    found = found ? both(found, also) : also;
    if (isEmpty(found)) return found;
  }
  return found ?? batch.nobody;
}

function inARow(words: readonly RowWord[], batch: EntryBatch): CourseSet {
  const withAll = allOf(
    words.map(({ lexeme }) => ({ kind: 'lexeme' as const, lexeme })),
    batch,
  );
  return setOf(
    batch.size,
    membersOf(withAll).filter((course) => stands(words, course, batch)),
  );
}

function stands(words: readonly RowWord[], course: number, batch: EntryBatch): boolean {
  let ends: readonly number[] | undefined;
  for (const { lexeme, distance } of words) {
    const places = batch.positions(course, lexeme);
    const before: ReadonlySet<number> | undefined = ends && new Set(ends);
    ends = before ? places.filter((place) => before.has(place - distance)) : places;
    if (ends.length === 0) return false;
  }
  return true;
}
