import type { Facet, Selection } from '../search-courses/facets.ts';
import { facetKey } from './entry-batch.ts';
import type { Expression } from './tsquery.ts';

interface Anchored {
  readonly anchors: readonly string[];
  /** About how many courses have one of them. */
  readonly cost: number;
}

/**
 * Lexemes of which every course that matches has at least one, the rarest that there are; undefined where there are none
 * (only exclusions). `weightOf` says how common a lexeme is.
 */
export function wordAnchors(
  expression: Expression,
  weightOf: (lexeme: string) => number,
): readonly string[] | undefined {
  return anchored(expression, weightOf)?.anchors;
}

function anchored(expression: Expression, weightOf: (lexeme: string) => number): Anchored | undefined {
  switch (expression.kind) {
    case 'lexeme':
      return { anchors: [expression.lexeme], cost: weightOf(expression.lexeme) };
    case 'none':
      return undefined;
    case 'row':
      return cheapest(expression.words.map(({ lexeme }) => ({ anchors: [lexeme], cost: weightOf(lexeme) })));
    case 'all':
      return cheapest(expression.of.flatMap((part) => anchored(part, weightOf) ?? []));
    case 'any': {
      const parts = expression.of.map((part) => anchored(part, weightOf));
      return parts.reduce((sum, part) => sum && part && together(sum, part));
    }
  }
}

const cheapest = (some: readonly Anchored[]): Anchored | undefined =>
  some.toSorted((a, b) => a.cost - b.cost)[0];

const together = (a: Anchored, b: Anchored): Anchored => ({
  anchors: [...new Set([...a.anchors, ...b.anchors])],
  cost: a.cost + b.cost,
});

/** From the facet that leaves fewest courses to the one that leaves most. */
const narrowest: readonly Facet[] = [
  'provider',
  'subject',
  'platform',
  'subtitles',
  'rating',
  'start',
  'effort',
  'length',
  'needs',
  'certificate',
  'language',
  'level',
  'cost',
  'kind',
];

/** The values of the narrowest chosen facet; none where no facet is chosen. */
export function facetAnchors(selection: Selection): readonly string[] {
  const facet = narrowest.find((each) => selection[each] !== undefined);
  return facet === undefined ? [] : (selection[facet] ?? []).map((value) => facetKey(facet, value));
}
