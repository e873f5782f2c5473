import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';

/** The page of a course, or one that stands under it ("/changes"), in a language. */
export const courseUrl = (site: Site, lang: Lang, slug: string, under = ''): string =>
  urlFor(site, lang, `/courses/${encodeURIComponent(slug)}${under}`);
