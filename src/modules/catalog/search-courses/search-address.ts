import type { Query } from '../../../platform/http/site.ts';
import { type Facet, facets, type Selection, tidySelection } from './facets.ts';
import type { CourseQuery } from './search-courses.ts';
import { isSort } from './sorts.ts';

/** A search as its address tells it: `?q=paie&language=fr&language=en&sort=starts&page=2`. Anything else is left aside. */
export function readSearch(parameters: URLSearchParams): CourseQuery {
  const given: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) {
    const values = parameters.getAll(facet);
    if (values.length > 0) given[facet] = values;
  }
  const sort = parameters.get('sort') ?? undefined;
  const page = Number(parameters.get('page') ?? 1);
  return {
    q: parameters.get('q') ?? '',
    selection: tidySelection(given),
    sort: isSort(sort) ? sort : 'best',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
    exact: parameters.get('exact') === '1',
  };
}

/** The address of a search; what goes without saying is left out. */
export function searchQuery(query: Partial<CourseQuery>): Query {
  const { q = '', selection = {}, sort = 'best', page = 1, exact = false } = query;
  return {
    q,
    ...selection,
    sort: sort === 'best' ? undefined : sort,
    page: page > 1 ? page : undefined,
    exact: exact ? '1' : undefined,
  };
}

/** The same search with a value of a facet chosen no longer; from its first page. */
export function without(query: CourseQuery, facet: Facet, value?: string): CourseQuery {
  const { [facet]: chosen = [], ...others } = query.selection;
  const left = value === undefined ? [] : chosen.filter((each) => each !== value);
  const selection: Selection = left.length > 0 ? { ...others, [facet]: left } : others;
  return { ...query, selection, page: 1 };
}
