import type { Query } from '../../../platform/http/site.ts';
import { type Facet, facets, tidySelection } from './facets.ts';
import { tidyQuery } from './parse-query.ts';
import type { CourseQuery } from './search-courses.ts';
import { isSort, sorts } from './sorts.ts';

/**
 * A search as it stands in an address, the same for pages, feeds, calendars, exports and the API: `q`, a facet's name
 * once for each chosen value (`language=fr&language=en`), `sort`, `page`, `exact=1`. What cannot be meant is left out.
 */
export function readCourseQuery(params: URLSearchParams): CourseQuery {
  const chosen: Partial<Record<Facet, readonly string[]>> = {};
  for (const facet of facets) chosen[facet] = params.getAll(facet);
  const sort = params.get('sort') ?? undefined;
  const page = params.get('page') ?? '';
  return {
    q: params.get('q') ?? '',
    selection: tidySelection(chosen),
    sort: isSort(sort) ? sort : sorts[0],
    page: /^[1-9]\d{0,5}$/.test(page) ? Number(page) : 1,
    ...(params.get('exact') === '1' ? { exact: true } : {}),
  };
}

/** The same search as parameters of an address; what goes without saying is left out. */
export function writeCourseQuery({ q, selection, sort, page, exact }: CourseQuery): Query {
  return {
    q: tidyQuery(q).trim(),
    ...selection,
    sort: sort === sorts[0] ? undefined : sort,
    page: page === 1 ? undefined : page,
    exact: exact ? '1' : undefined,
  };
}
