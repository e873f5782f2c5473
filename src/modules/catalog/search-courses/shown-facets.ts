import type { Translator } from '../../../platform/i18n/translator.ts';
import type { FacetOption } from '../../../platform/ui/facet-list.tsx';
import type { FacetCounts, FacetValue } from './facet-counts.ts';
import type { Facet, Selection } from './facets.ts';
import { optionName } from './option-names.ts';

/** The facets from what most people ask first to what few do; how many options stand open. */
export const shownFacets: readonly (readonly [facet: Facet, open: number])[] = [
  ['start', 5],
  ['language', 6],
  ['cost', 4],
  ['level', 3],
  ['effort', 4],
  ['subject', 8],
  ['certificate', 5],
  ['length', 4],
  ['needs', 1],
  ['rating', 4],
  ['platform', 5],
  ['provider', 5],
  ['subtitles', 3],
  ['kind', 4],
];

/** Rarer values are found by searching, or on the page of all of them. */
const mostOptions = 16;

/** The options of a facet that are worth a box: those that would leave something, and those already ticked. */
export function facetOptions(
  t: Translator,
  facet: Facet,
  counts: FacetCounts,
  selection: Selection,
): FacetOption[] {
  const chosen = selection[facet] ?? [];
  const values = facet === 'subject' ? openSubjects(counts.subject, chosen) : inOrder(facet, counts[facet]);
  return values
    .filter(
      ({ value, count }, place) =>
        (count > 0 && place < (facet === 'subject' ? Infinity : mostOptions)) || chosen.includes(value),
    )
    .map(({ value, count, name }) => ({
      value,
      count,
      label: optionName(t, facet, value, name),
      checked: chosen.includes(value),
    }));
}

/** The best marks first. */
const inOrder = (facet: Facet, values: readonly FacetValue[]): readonly FacetValue[] =>
  facet === 'rating' ? values.toReversed() : values;

/** The wide subjects; below one that is chosen, its own. */
function openSubjects(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const opened = new Set(chosen.map((value) => value.split('.')[0]));
  return values
    .filter(({ value }) => !value.includes('.'))
    .flatMap((top) => [
      top,
      ...(opened.has(top.value) ? values.filter(({ value }) => value.startsWith(`${top.value}.`)) : []),
    ]);
}
