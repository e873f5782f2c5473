import {
  type Facet,
  facets,
  isSetFacet,
  optionsIn,
  type Selection,
  traitFacets,
  type TraitFacet,
  traitFields,
} from './facets.ts';
import { chosenFacets, type SearchAnswer } from './search-courses.queries.ts';

/** One value that a facet can be narrowed to. */
export interface FacetValue {
  readonly value: string;
  /** Courses that one would get by choosing it, everything chosen in other facets kept. */
  readonly count: number;
  /** Name of a platform or provider; other values are named by the page. */
  readonly name?: string;
}

/** Fixed facets in their own order with zeros, the others by count; chosen values are always there. */
export type FacetCounts = Readonly<Record<Facet, readonly FacetValue[]>>;

/** Unpacks what the index counted. */
export function facetCounts(
  answer: Pick<SearchAnswer, 'traits' | 'own' | 'sets'>,
  selection: Selection,
): FacetCounts {
  const counts = new Map(facets.map((facet) => [facet, new Map<string, number>()]));
  const add = (facet: TraitFacet, traits: number, count: number) => {
    const values = counts.get(facet);
    for (const option of optionsIn(facet, traits)) values?.set(option, (values.get(option) ?? 0) + count);
  };
  for (const [traits, count] of answer.traits) for (const facet of traitFacets) add(facet, traits, count);
  const byBit = new Map(chosenFacets(selection).map(([facet, bit]) => [bit, facet]));
  for (const [bit, traits, count] of answer.own) {
    const facet = byBit.get(bit);
    if (facet !== undefined && !isSetFacet(facet)) add(facet, traits, count);
  }
  return Object.fromEntries(
    facets.map((facet) => [
      facet,
      isSetFacet(facet) ? setValues(facet, answer, selection) : fixedValues(facet, counts.get(facet)),
    ]),
  ) as unknown as FacetCounts;
}

const fixedValues = (facet: TraitFacet, counts: ReadonlyMap<string, number> | undefined): FacetValue[] =>
  traitFields[facet].options.map((value) => ({ value, count: counts?.get(value) ?? 0 }));

function setValues(facet: Facet, { sets }: Pick<SearchAnswer, 'sets'>, selection: Selection): FacetValue[] {
  const told = sets
    .filter(([of]) => of === facet)
    .map(([, value, count, name]): FacetValue => ({ value, count, ...(name === null ? {} : { name }) }))
    .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return withChosen(told, selection[facet] ?? []);
}

/** What is chosen stays in sight, so that it can be taken back. */
export function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const missing = chosen.filter((value) => !values.some((each) => each.value === value));
  return [...values, ...missing.map((value) => ({ value, count: 0 }))];
}
