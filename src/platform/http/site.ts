import { isLang, type Lang } from '../i18n/languages.ts';

/** The site that answers: resolved from the Host (academies will have their own). */
export interface Site {
  readonly name: string;
  /** Public address without a trailing slash. */
  readonly baseUrl: string;
}

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;
const noQuery: Query = {};

/** Query string with its question mark; empty and absent values are left out, lists repeat their name. */
export function queryString(query: Query): string {
  // most addresses have none: pages write hundreds of them
  if (query === noQuery) return '';
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === '' || value === false) continue;
    for (const each of Array.isArray(value) ? value : [value]) pairs.append(name, String(each));
  }
  const text = pairs.toString();
  return text === '' ? '' : `?${text}`;
}

/** Path of a page in a language: urlFor(site, 'fr', '/courses', { q: 'paie' }) -> "/fr/courses?q=paie". */
export function urlFor(_site: Site, lang: Lang, path: string, query: Query = noQuery): string {
  return `/${lang}${path === '/' ? '' : path}${queryString(query)}`;
}

/** As urlFor, with the site's address before it: for canonical links, feeds and mail. */
export function absoluteUrl(site: Site, lang: Lang, path: string, query: Query = noQuery): string {
  return site.baseUrl + urlFor(site, lang, path, query);
}

/** Splits the language off a path: "/fr/courses" -> { lang: 'fr', path: '/courses' }. */
export function splitLang(pathname: string): { lang: Lang | undefined; path: string } {
  const first = /^\/([a-z]{2})(?=\/|$)/.exec(pathname)?.[1];
  if (!isLang(first)) return { lang: undefined, path: pathname };
  const rest = pathname.slice(3);
  return { lang: first, path: rest === '' ? '/' : rest };
}
