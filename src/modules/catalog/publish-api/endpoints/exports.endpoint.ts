import { createRoute, z } from '@hono/zod-openapi';
import type { AppContext } from '../../../../platform/http/environment.ts';
import { streamText } from '../../../../platform/http/stream-text.ts';
import { dayOf } from '../../../../platform/time/clock.ts';
import { exportedCourses } from '../../export-catalogue/exported-courses.ts';
import { type ExportFormat, exportFormats } from '../../export-catalogue/export-formats.ts';
import { catalogueState } from '../../export-catalogue/export-state.queries.ts';
import { presentPlace } from '../../read-courses/changes.queries.ts';
import { wantedBy } from '../../search-courses/asked-courses.ts';
import { matchingNumbers } from '../../search-courses/matching-courses.queries.ts';
import { readSearch } from '../../search-courses/search-address.ts';
import { type Api, failure } from '../api-app.ts';
import { isUnchanged, weakTag } from '../reply.ts';
import { langParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { searchParameters } from '../schemas/search-schemas.ts';
import { type Speaker, speakerOf } from '../speaker.ts';
import { changePlace } from './changes.endpoint.ts';
import { isSearch } from './courses.endpoint.ts';

const query = z.object({
  ...searchParameters,
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

/** GET /exports/courses.FORMAT: the whole catalogue or what a search finds as one file, written while it is read. */
export function exportEndpoints(api: Api): void {
  for (const format of exportFormats) {
    api.openapi(routeOf(format), async (c) => {
      const { lang, sample } = c.req.valid('query');
      return sendExport(c, format, speakerOf(c, lang), sample === '1') as never;
    });
  }
}

async function sendExport(c: AppContext, format: ExportFormat, speaker: Speaker, samples: boolean) {
  const { db, site, path } = c.var;
  // before the state and the courses: what changes after this moment is told by the feed
  const cursor = changePlace.write(await presentPlace(db));
  const state = `${await catalogueState(db)} ${dayOf(speaker.now)} ${speaker.t.lang}`;
  c.header('Link', `<${site.baseUrl}/api/v1/changes?cursor=${cursor}>; rel="monitor"`, { append: true });
  c.header('Cache-Control', 'public, max-age=300');
  const self = site.baseUrl + path + new URL(c.req.url).search;
  if (isUnchanged(c, weakTag(`${self} ${state}`))) return c.body(null, 304);
  const name = `passerelle-courses-${dayOf(speaker.now)}.${format.ending}`;
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  const walk = { samples, among: await searched(c, speaker) };
  const place = { site, lang: speaker.t.lang };
  return streamText(c, format.contentType, () => format.write(exportedCourses(db, walk, place), self));
}

/** Numbers of the courses that the address searches for; undefined when it does not search. */
async function searched(c: AppContext, { t, now }: Speaker): Promise<readonly number[] | undefined> {
  const parameters = new URL(c.req.url).searchParams;
  if (!isSearch(parameters)) return undefined;
  const wanted = await wantedBy(c.var.db, readSearch(parameters), { now, lang: t.lang });
  return wanted ? matchingNumbers(c.var.db, wanted) : [];
}
