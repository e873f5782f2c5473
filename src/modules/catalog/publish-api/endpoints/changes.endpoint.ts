import { createRoute, z } from '@hono/zod-openapi';
import { Refusal } from '../../../../platform/refusal.ts';
import {
  type ChangePlace,
  type ChangeRow,
  changesAfter,
  isKnownPlace,
  presentPlace,
} from '../../read-courses/changes.queries.ts';
import { type Api, answers, failure } from '../api-app.ts';
import { cursorOf } from '../cursor.ts';
import { nextLink, reply } from '../reply.ts';
import { cursorParameter, langParameter, limitParameter, say, yesOrNo } from '../schemas/basic-schemas.ts';
import { changeList, type ChangeJson } from '../schemas/list-schemas.ts';
import { pageOf, type Speaker, speakerOf } from '../speaker.ts';

/** A reader that begins without a cursor gets the changes of so many days. */
export const changesTold = 180;
/** A reader that has been away for longer begins anew; the days between the two let slow readers reach the present. */
export const changesKept = 200;

const largestXid = 2n ** 63n;
const placeForm = z.object({
  xid: z
    .string()
    .regex(/^\d{1,19}$/)
    .refine((text) => BigInt(text) < largestXid),
  id: z.int().min(0),
});
export const changePlace = cursorOf<ChangePlace>('changes', placeForm);

const tooOld = () => new Refusal(410, 'api.cursor-too-old', 'catalog.api.refusal.cursor-too-old');

const route = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['changes'],
  summary: 'catalog.api.changes.summary',
  description: 'catalog.api.changes.description',
  request: {
    query: z.object({
      cursor: cursorParameter,
      from: z.enum(['now']).optional().openapi(say('catalog.api.parameter.from')),
      lang: langParameter,
      sample: yesOrNo.default('0').openapi(say('catalog.api.parameter.sample-out')),
      limit: limitParameter(500, 100),
    }),
  },
  responses: {
    ...answers(changeList, 'catalog.api.changes.answer'),
    410: failure('catalog.api.answer.gone'),
  },
});

/** GET /changes: what changed in the catalogue since a cursor, without loss. */
export function changesEndpoint(api: Api): void {
  api.openapi(route, async (c) => {
    const query = c.req.valid('query');
    const { db } = c.var;
    const speaker = speakerOf(c, query.lang);
    const given = query.cursor === undefined ? undefined : changePlace.read(query.cursor);
    if (given && !(await isKnownPlace(db, given))) throw tooOld();
    if (!given && query.from === 'now')
      return reply(c, changeList, listOf(c, [], await presentPlace(db), false));
    const start = given ?? { xid: '0', id: 0 };
    const wish = {
      samples: query.sample === '1',
      notBefore: given ? undefined : daysBefore(speaker.now, changesTold),
      most: query.limit + 1,
    };
    const rows = await changesAfter(db, start, wish);
    if (given && rows[0] && rows[0].at < daysBefore(speaker.now, changesKept)) throw tooOld();
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return reply(
      c,
      changeList,
      listOf(
        c,
        shown.map((row) => changeJson(row, speaker)),
        last ?? start,
        rows.length > query.limit,
      ),
    );
  });
}

function listOf(
  c: Parameters<typeof nextLink>[0],
  items: ChangeJson[],
  { xid, id }: ChangePlace,
  more: boolean,
) {
  const cursor = changePlace.write({ xid, id });
  return { items, more, cursor, next: nextLink(c, cursor) ?? '' };
}

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

const changeJson = (row: ChangeRow, speaker: Speaker): ChangeJson => ({
  course: { id: row.courseId, slug: row.slug, page: pageOf(speaker, '/courses', row.slug) },
  kind: row.kind,
  at: row.at.toISOString(),
  fields: row.fields.map(({ field, before, after }) => ({ field, before, after })),
  mergedInto: row.mergedInto ?? undefined,
  sample: row.isSample,
});
