import type { AppContext } from './environment.ts';
import { type Query, urlFor } from './site.ts';

/** Addresses of pages in the reader's language: `linksOf(c)('/learn/bread')`. Reads the request once: each look costs. */
export function linksOf(c: AppContext): (path: string, query?: Query) => string {
  const { site, lang } = c.var;
  return (path, query) => urlFor(site, lang, path, query);
}
