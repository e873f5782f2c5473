import type { ItemFacts } from './list-facts.ts';

/** Which part of a list a page shows. */
export interface PageOfItems {
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** Number of the first course on this page, from 1. */
  readonly first: number;
  /** Number of the last course on this page. */
  readonly last: number;
}

const perPage = 30;

/** The page on which a course with this number stands. */
export const pageWith = (number: number): number => Math.ceil(number / perPage);

/** The courses of one page; a page that is none is the first. */
export function pageOfItems(
  items: readonly ItemFacts[],
  asked: string | undefined,
): { readonly place: PageOfItems; readonly shown: readonly ItemFacts[] } {
  const pages = Math.max(1, Math.ceil(items.length / perPage));
  const wish = Number(asked ?? 1);
  const page = Number.isInteger(wish) && wish >= 1 && wish <= pages ? wish : 1;
  const from = (page - 1) * perPage;
  return {
    place: {
      page,
      pages,
      total: items.length,
      first: from + 1,
      last: Math.min(items.length, from + perPage),
    },
    shown: items.slice(from, from + perPage),
  };
}
