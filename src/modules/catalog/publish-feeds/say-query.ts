import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Facet } from '../search-courses/facets.ts';
import { optionName } from '../search-courses/option-names.ts';
import type { CourseQuery } from '../search-courses/search-courses.ts';

/** What the catalogue calls a platform or a provider, where that is known. */
export type NameOf = (facet: Facet, value: string) => string | undefined;

const between: Readonly<Partial<Record<Lang, string>>> = { ar: '، ', zh: '、' };

/** The words and choices of a search, one after another: "paie, accounting, French"; '' for none. */
export function sayWords(
  t: Translator,
  { q, selection }: Pick<CourseQuery, 'q' | 'selection'>,
  nameOf: NameOf = () => undefined,
): string {
  const chosen = Object.entries(selection).flatMap(([facet, values]) =>
    values.map((value) => optionName(t, facet as Facet, value, nameOf(facet as Facet, value))),
  );
  return [q, ...chosen].filter((word) => word !== '').join(between[t.lang] ?? ', ');
}

/** A search in a few words, as the title of its feed: "Courses: paie, accounting, French". */
export function sayQuery(t: Translator, query: CourseQuery): string {
  const words = sayWords(t, query);
  return words === '' ? t('catalog.feeds.title') : t('catalog.feeds.title-for', { query: words });
}
