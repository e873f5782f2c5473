import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Facet } from '../search-courses/facets.ts';
import { optionName } from '../search-courses/option-names.ts';
import type { CourseQuery } from '../search-courses/search-courses.ts';

/** A search in a few words, as the title of its feed: "Courses: paie, accounting, French". */
export function sayQuery(t: Translator, { q, selection }: CourseQuery): string {
  const chosen = Object.entries(selection).flatMap(([facet, values]) =>
    values.map((value) => optionName(t, facet as Facet, value)),
  );
  const words = [q, ...chosen].filter((word) => word !== '');
  return words.length === 0
    ? t('catalog.feeds.title')
    : t('catalog.feeds.title-for', { query: words.join(', ') });
}
