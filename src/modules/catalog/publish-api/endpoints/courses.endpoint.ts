import { createRoute, z } from '@hono/zod-openapi';
import type { AppContext } from '../../../../platform/http/environment.ts';
import { countCourses, coursesAfter, coursesByIds } from '../../read-courses/courses.queries.ts';
import type { FacetCounts } from '../../search-courses/facet-counts.ts';
import { facets } from '../../search-courses/facets.ts';
import { optionName } from '../../search-courses/option-names.ts';
import { readSearch } from '../../search-courses/search-address.ts';
import { type CourseQuery, searchCourses } from '../../search-courses/search-courses.ts';
import { type Api, answers } from '../api-app.ts';
import { courseItemJson } from '../course-json.ts';
import { cursorOf } from '../cursor.ts';
import { nextLink, pageOfRows, reply } from '../reply.ts';
import { cursorParameter, langParameter, limitParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { courseList } from '../schemas/course-schemas.ts';
import { type FacetsJson, searchParameters } from '../schemas/search-schemas.ts';
import { type Speaker, speakerOf } from '../speaker.ts';

/** In the whole catalogue a number of a course, in what a search found a page. */
const place = cursorOf('courses', z.int().min(0).max(2_147_483_647));

const route = createRoute({
  method: 'get',
  path: '/courses',
  tags: ['courses'],
  summary: 'catalog.api.courses.summary',
  description: 'catalog.api.courses.description',
  request: {
    query: z.object({
      ...searchParameters,
      facets: yesOrNo.default('0').openapi(say('catalog.api.search.facets')),
      lang: langParameter,
      sample: yesOrNo.default('1').openapi(say('catalog.api.parameter.sample-in')),
      limit: limitParameter(100, 24),
      cursor: cursorParameter,
    }),
  },
  responses: answers(courseList, 'catalog.api.courses.answer'),
});

interface Asked {
  readonly samples: boolean;
  readonly limit: number;
  readonly after: number | undefined;
  readonly facets: boolean;
}

/** GET /courses: the whole catalogue, page after page, or what a search finds. */
export function coursesEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const { lang, sample, limit, cursor, facets: wantsFacets } = c.req.valid('query');
    const after = cursor === undefined ? undefined : place.read(cursor);
    const asked = { samples: sample === '1', limit, after, facets: wantsFacets === '1' };
    const parameters = new URL(c.req.url).searchParams;
    const speaker = speakerOf(c, lang);
    return isSearch(parameters) || asked.facets
      ? found(c, readSearch(parameters), asked, speaker)
      : everything(c, asked, speaker);
  });
}

/** Whether an address searches; without it the catalogue is walked through. */
export const isSearch = (parameters: URLSearchParams): boolean =>
  ['q', 'sort', ...facets].some((name) => parameters.has(name));

async function everything(c: AppContext, { samples, limit, after }: Asked, speaker: Speaker) {
  const rows = await coursesAfter(c.var.db, { samples }, after ?? 0, limit + 1);
  const page = pageOfRows(rows, limit);
  return reply(c, courseList, {
    items: page.rows.map((row) => courseItemJson(row, speaker)),
    total: { count: await countCourses(c.var.db, samples), atLeast: false },
    next: nextLink(c, page.last && place.write(page.last.n)),
  });
}

async function found(c: AppContext, query: CourseQuery, asked: Asked, speaker: Speaker) {
  const { db } = c.var;
  const scene = { now: speaker.now, lang: speaker.t.lang, perPage: asked.limit };
  const page = Math.max(1, asked.after ?? 1);
  const answer = await searchCourses(db, { ...query, page }, scene);
  // beyond the last page the search gives its last one again
  const isBeyond = page > Math.max(1, answer.pageCount);
  const ids = isBeyond ? [] : answer.results.map(({ card }) => card.id);
  const rows = await coursesByIds(db, ids);
  const wanted = asked.samples ? rows : rows.filter((row) => !row.isSample);
  return reply(c, courseList, {
    items: wanted.map((row) => courseItemJson(row, speaker)),
    total: { count: answer.total, atLeast: false },
    corrected: [...answer.corrected],
    facets: asked.facets ? facetsJson(answer.facets, speaker) : undefined,
    next: nextLink(c, page < answer.pageCount ? place.write(page + 1) : undefined),
  });
}

function facetsJson(counts: FacetCounts, { t }: Speaker): FacetsJson {
  return Object.fromEntries(
    facets.map((facet) => [
      facet,
      counts[facet].map(({ value, count, name }) => ({
        value,
        name: optionName(t, facet, value, name),
        count,
      })),
    ]),
  ) as FacetsJson;
}
