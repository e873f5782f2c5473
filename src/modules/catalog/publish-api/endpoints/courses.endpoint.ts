import { createRoute, z } from '@hono/zod-openapi';
import { countCourses, coursesAfter } from '../../read-courses/courses.queries.ts';
import { type Api, answers } from '../api-app.ts';
import { courseItemJson } from '../course-json.ts';
import { cursorOf } from '../cursor.ts';
import { nextLink, pageOfRows, reply } from '../reply.ts';
import { cursorParameter, langParameter, limitParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { courseList } from '../schemas/course-schemas.ts';
import { speakerOf } from '../speaker.ts';

const place = cursorOf('courses', z.int().min(0).max(2_147_483_647));

const route = createRoute({
  method: 'get',
  path: '/courses',
  tags: ['courses'],
  summary: 'catalog.api.courses.summary',
  description: 'catalog.api.courses.description',
  request: {
    query: z.object({
      lang: langParameter,
      sample: yesOrNo.default('1').openapi(say('catalog.api.parameter.sample-in')),
      limit: limitParameter(100, 24),
      cursor: cursorParameter,
    }),
  },
  responses: answers(courseList, 'catalog.api.courses.answer'),
});

/** GET /courses: the whole catalogue, page after page, or what a search finds. */
export function coursesEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const { lang, sample, limit, cursor } = c.req.valid('query');
    const speaker = speakerOf(c, lang);
    const samples = sample === '1';
    const after = cursor === undefined ? 0 : place.read(cursor);
    const found = await coursesAfter(c.var.db, { samples }, after, limit + 1);
    const { rows, last } = pageOfRows(found, limit);
    const count = await countCourses(c.var.db, samples);
    return reply(c, courseList, {
      items: rows.map((row) => courseItemJson(row, speaker)),
      total: { count, atLeast: false },
      next: nextLink(c, last && place.write(last.n)),
    });
  });
}
