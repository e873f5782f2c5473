import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { ListFacts } from '../read-lists/list-facts.ts';
import type { ListedCourse } from '../read-lists/listed-courses.ts';

/** A public list as https://schema.org/ItemList, safe to stand inside a script element. */
export function listJsonLd(
  list: ListFacts,
  items: readonly ListedCourse[],
  { site, lang, total }: { readonly site: Site; readonly lang: Lang; readonly total: number },
): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': 'ItemList',
    name: list.title,
    ...(list.description === null ? {} : { description: list.description }),
    url: absoluteUrl(site, lang, `/lists/${encodeURIComponent(list.slug ?? '')}`),
    inLanguage: list.lang,
    numberOfItems: total,
    itemListOrder: 'https://schema.org/ItemListOrderAscending',
    itemListElement: items
      .filter(({ course }) => course && !course.isSample)
      .map(({ course }, at) => ({
        '@type': 'ListItem',
        position: at + 1,
        name: course?.title,
        url: absoluteUrl(site, lang, `/courses/${encodeURIComponent(course?.slug ?? '')}`),
      })),
  };
  return JSON.stringify(data).replaceAll('<', String.raw`\u003c`);
}
