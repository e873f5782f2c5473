import { createRoute, z } from '@hono/zod-openapi';
import { queryString } from '../../../../platform/http/site.ts';
import { courseNamed } from '../../read-courses/courses.queries.ts';
import { courseNotFound } from '../../refusals.ts';
import { type Api, answers, failure } from '../api-app.ts';
import { courseJson } from '../course-json.ts';
import { reply } from '../reply.ts';
import { courseName, langParameter, say } from '../schemas/basic-schemas.ts';
import { courseSchema } from '../schemas/course-schemas.ts';
import { speakerOf } from '../speaker.ts';

const route = createRoute({
  method: 'get',
  path: '/courses/{course}',
  tags: ['courses'],
  summary: 'catalog.api.course.summary-line',
  description: 'catalog.api.course.description-line',
  request: {
    params: z.object({ course: courseName.openapi(say('catalog.api.parameter.course')) }),
    query: z.object({ lang: langParameter }),
  },
  responses: {
    ...answers(courseSchema, 'catalog.api.course.answer'),
    301: say('catalog.api.answer.moved'),
    404: failure('catalog.api.answer.not-found'),
  },
});

/** GET /courses/{id or slug}: an address that the course had before, or a course that was merged away, leads on with 301. */
export function courseEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const { course: name } = c.req.valid('param');
    const { lang } = c.req.valid('query');
    const row = await courseNamed(c.var.db, name);
    if (!row) throw courseNotFound();
    if (name !== row.slug && name.toLowerCase() !== row.id) {
      const address = `/api/v1/courses/${encodeURIComponent(row.slug)}`;
      return c.redirect(address + queryString({ lang }), 301);
    }
    return reply(c, courseSchema, courseJson(row, speakerOf(c, lang)));
  });
}
