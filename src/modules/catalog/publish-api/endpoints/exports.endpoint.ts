import { createRoute, z } from '@hono/zod-openapi';
import { streamText } from '../../../../platform/http/stream-text.ts';
import { dayOf } from '../../../../platform/time/clock.ts';
import { exportedCourses } from '../../export-catalogue/exported-courses.ts';
import { type ExportFormat, exportFormats } from '../../export-catalogue/export-formats.ts';
import { catalogueState } from '../../export-catalogue/export-state.queries.ts';
import { presentPlace } from '../../read-courses/changes.queries.ts';
import { type Api, failure } from '../api-app.ts';
import { isUnchanged } from '../reply.ts';
import { langParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { speakerOf } from '../speaker.ts';
import { changePlace } from './changes.endpoint.ts';

const query = z.object({
  lang: langParameter,
  sample: yesOrNo.default('0').openapi(say('catalog.api.parameter.sample-out')),
});

const routeOf = ({ ending, contentType }: ExportFormat) =>
  createRoute({
    method: 'get',
    path: `/exports/courses.${ending}`,
    tags: ['exports'],
    summary: `catalog.api.export.${ending}`,
    description: 'catalog.api.export.description',
    request: { query },
    responses: {
      200: {
        ...say('catalog.api.export.answer'),
        content: { [contentType.split(';')[0] ?? contentType]: { schema: z.string() } },
      },
      304: say('catalog.api.answer.not-modified'),
      400: failure('catalog.api.answer.bad-request'),
      429: failure('catalog.api.answer.too-many'),
    },
  });

/** GET /exports/courses.FORMAT: the whole catalogue as one file, written while it is read. */
export function exportEndpoints(api: Api): void {
  for (const format of exportFormats) {
    api.openapi(routeOf(format), async (c) => {
      const { lang, sample } = c.req.valid('query');
      const { db, site, path } = c.var;
      const speaker = speakerOf(c, lang);
      // before the state and the courses: what changes after this moment is told by the feed
      const cursor = changePlace.write(await presentPlace(db));
      const samples = sample === '1';
      const etag = `W/"${format.ending}-${speaker.t.lang}-${sample}-${await catalogueState(db)}"`;
      c.header('Link', `<${site.baseUrl}/api/v1/changes?cursor=${cursor}>; rel="monitor"`, { append: true });
      c.header('Cache-Control', 'public, max-age=300');
      if (isUnchanged(c, etag)) return c.body(null, 304);
      const name = `passerelle-courses-${dayOf(speaker.now)}.${format.ending}`;
      c.header('Content-Disposition', `attachment; filename="${name}"`);
      const place = { site, lang: speaker.t.lang };
      const self = site.baseUrl + path + new URL(c.req.url).search;
      return streamText(c, format.contentType, () =>
        format.write(exportedCourses(db, { samples }, place), self),
      );
    });
  }
}
