import { createRoute, z } from '@hono/zod-openapi';
import { isJoinable, stateOfRun } from '../../run-states/run-state.ts';
import { type Api, answers } from '../api-app.ts';
import { cursorOf } from '../cursor.ts';
import { nextLink, pageOfRows, reply } from '../reply.ts';
import { runJson } from '../run-json.ts';
import { runsAfter } from '../runs.queries.ts';
import {
  courseName,
  cursorParameter,
  day,
  langParameter,
  limitParameter,
  say,
  yesOrNo,
} from '../schemas/basic-schemas.ts';
import { runList } from '../schemas/list-schemas.ts';
import { pageOf, speakerOf } from '../speaker.ts';

const place = cursorOf('runs', z.uuid());

const route = createRoute({
  method: 'get',
  path: '/runs',
  tags: ['runs'],
  summary: 'catalog.api.runs.summary',
  description: 'catalog.api.runs.description',
  request: {
    query: z.object({
      course: courseName.optional().openapi(say('catalog.api.parameter.course')),
      start_from: day.optional().openapi(say('catalog.api.parameter.start-from')),
      start_to: day.optional().openapi(say('catalog.api.parameter.start-to')),
      joinable_on: day.optional().openapi(say('catalog.api.parameter.joinable-on')),
      lang: langParameter,
      sample: yesOrNo.default('1').openapi(say('catalog.api.parameter.sample-in')),
      limit: limitParameter(200, 50),
      cursor: cursorParameter,
    }),
  },
  responses: answers(runList, 'catalog.api.runs.answer'),
});

/** GET /runs: a page may hold fewer than `limit` where `joinable_on` sorts some out; `next` says whether there is more. */
export function runsEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const speaker = speakerOf(c, query.lang);
    const wish = {
      course: query.course,
      startFrom: query.start_from,
      startTo: query.start_to,
      around: query.joinable_on,
      samples: query.sample === '1',
    };
    const after = query.cursor === undefined ? undefined : place.read(query.cursor);
    const found = await runsAfter(c.var.db, wish, after, query.limit + 1);
    const { rows, last } = pageOfRows(found, query.limit);
    // the middle of the day: the same day nearly everywhere on earth
    const noon = query.joinable_on && new Date(`${query.joinable_on}T12:00:00Z`);
    const wanted = noon ? rows.filter(({ run }) => isJoinable(stateOfRun(run, noon).state)) : rows;
    return reply(c, runList, {
      items: wanted.map(({ run, course }) => ({
        ...runJson(run, speaker),
        course: { ...course, page: pageOf(speaker, '/courses', course.slug) },
      })),
      next: nextLink(c, last && place.write(last.run.id)),
    });
  });
}
