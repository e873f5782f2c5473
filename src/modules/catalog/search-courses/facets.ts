import { certificateKinds, courseKinds, levels } from '../course-document/course-document.ts';
import { costClasses } from '../course-words/cost-class.ts';

/** Facets whose values are many or come several at once: an entry holds the number of its set of values. */
export const setFacets = ['language', 'subtitles', 'subject', 'platform', 'provider'] as const;
export type SetFacet = (typeof setFacets)[number];

export const effortClasses = ['under-2', '2-4', '4-8', 'over-8'] as const;
export const lengthClasses = ['under-10', '10-30', '30-80', 'over-80'] as const;
export const ratingClasses = ['under-3.5', '3.5-4', '4-4.5', 'over-4.5'] as const;
export const startFlags = ['open', 'this-week', 'this-month', 'self-paced', 'archived'] as const;

interface TraitField {
  /** Lowest bit of the field. */
  readonly shift: number;
  readonly bits: number;
  /** What may be asked, in the order in which it is shown. */
  readonly options: readonly string[];
  /** `one`: the field holds the place of the option plus one, 0 for unknown; `flags`: a bit an option. */
  readonly kind: 'one' | 'flags';
}

/** Small facets, packed into one integer of 26 bits; the places are stored, so they are never moved. */
export const traitFields = {
  level: { shift: 0, bits: 2, options: levels, kind: 'one' },
  cost: { shift: 2, bits: 3, options: costClasses, kind: 'one' },
  certificate: { shift: 5, bits: 3, options: certificateKinds, kind: 'one' },
  effort: { shift: 8, bits: 3, options: effortClasses, kind: 'one' },
  length: { shift: 11, bits: 3, options: lengthClasses, kind: 'one' },
  kind: { shift: 14, bits: 3, options: courseKinds, kind: 'one' },
  rating: { shift: 17, bits: 3, options: ratingClasses, kind: 'one' },
  needs: { shift: 20, bits: 1, options: ['nothing'], kind: 'flags' },
  start: { shift: 21, bits: 5, options: startFlags, kind: 'flags' },
} as const satisfies Record<string, TraitField>;
export type TraitFacet = keyof typeof traitFields;
export const traitFacets = Object.keys(traitFields) as TraitFacet[];

export type Facet = SetFacet | TraitFacet;
export const facets: readonly Facet[] = [...setFacets, ...traitFacets];

export const isSetFacet = (facet: Facet): facet is SetFacet =>
  (setFacets as readonly string[]).includes(facet);

/** What is chosen: several values in one facet widen, several facets narrow. Facets without a choice are absent. */
export type Selection = Readonly<Partial<Record<Facet, readonly string[]>>>;

const fieldOf = (facet: TraitFacet): TraitField => traitFields[facet];

/** The part of the packed traits that says this of a facet. */
export function packTrait(facet: TraitFacet, values: readonly (string | undefined)[]): number {
  const { shift, options, kind } = fieldOf(facet);
  let packed = 0;
  for (const value of values) {
    const place = value === undefined ? -1 : options.indexOf(value);
    if (place >= 0) packed |= (kind === 'one' ? place + 1 : 1 << place) << shift;
  }
  return packed;
}

/** The options of a facet that packed traits carry. */
export function optionsIn(facet: TraitFacet, traits: number): readonly string[] {
  const { shift, bits, options, kind } = fieldOf(facet);
  const field = (traits >> shift) & ((1 << bits) - 1);
  if (kind === 'flags') return options.filter((_, place) => (field & (1 << place)) !== 0);
  const option = options[field - 1];
  return option === undefined ? [] : [option];
}

/**
 * How SQL tells whether traits satisfy a choice: for flags `traits & mask <> 0`, for one value
 * `(1 << ((traits >> shift) & low)) & mask <> 0`.
 */
export function traitTest(
  facet: TraitFacet,
  values: readonly string[],
): { kind: 'one' | 'flags'; shift: number; low: number; mask: number } {
  const { shift, bits, options, kind } = fieldOf(facet);
  const places = values.map((value) => options.indexOf(value)).filter((place) => place >= 0);
  const mask =
    kind === 'flags'
      ? places.reduce((sum, place) => sum | (1 << (place + shift)), 0)
      : places.reduce((sum, place) => sum | (1 << (place + 1)), 0);
  return { kind, shift, low: (1 << bits) - 1, mask };
}

/** Only known facets and, for those with fixed options, only known values; at most 40 a facet. */
export function tidySelection(given: Partial<Record<Facet, readonly string[]>>): Selection {
  const tidy: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const asked = [...new Set(given[facet] ?? [])].slice(0, 40);
    const known: readonly string[] | undefined = isSetFacet(facet) ? undefined : fieldOf(facet).options;
    const values = asked.filter((value) => known?.includes(value) ?? isPlausible(value));
    if (values.length > 0) tidy[facet] = values;
  }
  return tidy;
}

const isPlausible = (value: string): boolean =>
  value !== '' && value.length <= 120 && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(value);
