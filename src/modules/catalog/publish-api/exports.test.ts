import { Readable } from 'node:stream';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import type { FeedFormatName, FeedRecord } from '../formats/feed-format.ts';
import { formatNamed } from '../formats/detect.ts';
import { textInput } from '../formats/text-input.ts';
import { exportedCourses } from '../export-catalogue/exported-courses.ts';
import { installSample } from '../sample/install-sample.ts';
import { actorOn, course, feedOf, importing } from '../testing/catalog-stage.ts';
import type { ExportCourse } from '../export-catalogue/export-course.ts';
import { apiStage } from './testing/api-stage.ts';

const database = await testDatabase();
const { db } = database;
const { app, ask, clock } = apiStage(database);
const day = (on: string) => ({ on, precision: 'day' as const });

beforeAll(async () => {
  await importing(db, [
    course('plain', { title: 'First steps', languages: ['en'] }),
    course('formula', {
      title: '=cmd|calc!A1',
      description: '@SUM(1+1)',
      providers: [{ name: '+Plus' }],
      prerequisites: { courses: [{ key: 'plain' }] },
      runs: [
        { key: 'r', pacing: 'scheduled', start: { ...day('2027-01-12'), at: '2027-01-12T09:00:00.000Z' } },
      ],
    }),
  ]);
  await installSample(db, actorOn(), '2026-12-01');
});

const get = async (ending: string, headers: Record<string, string> = {}) => {
  clock.forward(60);
  return app.request(`/api/v1/exports/courses.${ending}`, { headers });
};

async function read(name: FeedFormatName, text: string): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  for await (const record of formatNamed(name)?.read(textInput(text), { today: '2026-12-01' }) ?? [])
    records.push(record);
  return records;
}

const lines = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as ExportCourse);

describe('exports', () => {
  it('leaves the sample out, and takes it in when asked', async () => {
    const own = lines(await (await get('jsonl')).text());
    expect(own.map((each) => each.title).sort()).toEqual(['=cmd|calc!A1', 'First steps']);
    const total = ((await ask('/api/v1/courses')).body as { total: { count: number } }).total.count;
    expect(lines(await (await get('jsonl?sample=1')).text())).toHaveLength(total);
  });

  it('names courses before a course by our ids, and days as documents do', async () => {
    const own = lines(await (await get('jsonl')).text());
    const plain = own.find((each) => each.title === 'First steps');
    const formula = own.find((each) => each.title === '=cmd|calc!A1');
    expect(formula?.key).toBe(formula?.id);
    expect(formula?.prerequisites).toEqual({ courses: [{ key: plain?.id, title: 'First steps' }] });
    expect(formula?.runs).toEqual([
      { key: 'r', pacing: 'scheduled', start: { ...day('2027-01-12'), at: '2027-01-12T09:00:00.000Z' } },
    ]);
  });

  it.each([
    ['moochub.json', 'moochub', 'application/vnd.api+json; moochub-version=3.0'],
    ['lheo.xml', 'lheo', 'application/xml; charset=utf-8'],
    ['csv', 'csv', 'text/csv; charset=utf-8; header=present'],
  ] as const)('gives %s that our own importer reads whole', async (ending, format, type) => {
    const answer = await get(`${ending}?sample=1`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toMatch(
      new RegExp(`^attachment; filename="passerelle-courses-2026-12-01\\.${ending.replace('.', '\\.')}"$`),
    );
    const records = await read(format, await answer.text());
    const everything = lines(await (await get('jsonl?sample=1')).text());
    expect(records.filter((record) => record.kind === 'refused')).toEqual([]);
    const titles = records.map((record) => record.kind === 'course' && record.document.title);
    expect(titles.toSorted()).toEqual(everything.map((each) => each.title).toSorted());
  });

  it('imports again through the importer: as many courses as there were', async () => {
    const text = await (await get('moochub.json?sample=1')).text();
    const records = await read('moochub', text);
    const outcome = await importing(db, feedOf(records, { name: 'moochub' }), {
      platformName: 'copy',
      dryRun: true,
    });
    expect(outcome).toMatchObject({ read: records.length, created: records.length, refused: 0 });
  });

  it('writes no cell that a spreadsheet would run', async () => {
    const text = await (await get('csv')).text();
    const cells = text.replace(/^\ufeff/, '').split(/\r\n|,(?=(?:[^"]*"[^"]*")*[^"]*$)/);
    expect(cells.some((cell) => cell.includes('cmd|calc'))).toBe(true);
    expect(cells.filter((cell) => /^"?[=+@\t-]/.test(cell))).toEqual([]);
  });

  it('is gzipped where that is accepted, and answers 304 while nothing changed', async () => {
    const plain = await (await get('jsonl')).text();
    const zipped = await get('jsonl', { 'accept-encoding': 'gzip, br' });
    expect(zipped.headers.get('content-encoding')).toBe('gzip');
    expect(gunzipSync(Buffer.from(await zipped.arrayBuffer())).toString()).toBe(plain);
    const etag = zipped.headers.get('etag') ?? '';
    expect((await get('jsonl', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('jsonl?sample=1', { 'if-none-match': etag })).status).toBe(200);
    await importing(db, [course('plain', { title: 'First steps', languages: ['en'], level: 'beginner' })], {
      on: 1,
      partial: true,
    });
    expect((await get('jsonl', { 'if-none-match': etag })).status).toBe(200);
  });

  it('hands out the cursor from which changes go on', async () => {
    const { headers } = await get('jsonl');
    const link = /<http:\/\/localhost:3000([^>]+)>; rel="monitor"/.exec(headers.get('link') ?? '')?.[1] ?? '';
    const { status, body } = await ask(link);
    expect(status).toBe(200);
    expect(body).toMatchObject({ more: false });
  });

  it('asks nothing of the database for HEAD', async () => {
    const answer = await app.request('/api/v1/exports/courses.csv', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});

describe('exportedCourses', () => {
  it('stops asking when nobody reads on', async () => {
    const connect = vi.spyOn(database.pool, 'connect');
    const site = { name: 'x', baseUrl: 'https://x.example' };
    const courses = Readable.from(exportedCourses(db, { samples: true }, { site, lang: 'en' }), {
      highWaterMark: 2,
    });
    for await (const each of courses) {
      expect(each).toHaveProperty('slug');
      break;
    }
    expect(courses.destroyed).toBe(true);
    expect(connect.mock.calls.length).toBeLessThanOrEqual(1);
    connect.mockRestore();
  });
});
