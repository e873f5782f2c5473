import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { localServer } from '../../../platform/http/fetch/testing/local-server.ts';
import { sourceStage } from '../testing/source-stage.ts';
import { importSource } from './import-source.ts';
import { scheduleImportsJob } from './sources.jobs.ts';

const { ask, form, rowsOf, jobs, worker, clock, workOff, sourceOf, importsOf } = await sourceStage();

describe('a source that is an address', () => {
  it.each([
    ['http://127.0.0.1/courses.csv', 'not on the public internet'],
    ['http://169.254.169.254/latest/meta-data', 'not on the public internet'],
    ['http://[::1]:8080/x', 'not on the public internet'],
    ['http://localhost/x', 'not on the public internet'],
    ['http://catalogue.internal/x', 'not on the public internet'],
    ['https://example.org:22/x', 'port'],
    ['https://me:secret@example.org/x', 'user name or password'],
    ['file:///etc/passwd', 'not a web address'],
    ['gopher://example.org', 'not a web address'],
    ['http://0x7f.1/', 'public internet'],
  ])('refuses %s beside its field, before anything is sent', async (location, words) => {
    const answer = await ask('/operator/sources', { form: form({ platform: 'Inside', location }) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(words);
    expect(await rowsOf(sql`select 1 from catalog.platform where name = 'Inside'`)).toEqual([]);
  });

  it('is fetched, said to be unchanged where the server says so, and read anew when a person asks', async () => {
    const server = await localServer((request, response) => {
      if (request.headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
      response.writeHead(200, { 'content-type': 'text/csv', etag: '"v1"' });
      response.end('title,url\nOne,https://a.example/course/one\nTwo,https://a.example/course/two\n');
    });
    const location = `${server.origin}/courses.csv`;
    const before = await ask('/operator/sources', {
      form: form({ platform: 'Net', location, everyHours: '24' }),
    });
    expect(before.status).toBe(422);
    const allowed = await ask('/operator/sources/settings', {
      form: { hosts: server.host, graceDays: '30' },
    });
    expect(allowed.status).toBe(303);
    const data = form({ platform: 'Net', location, everyHours: '24' });
    const id = String(data.get('id'));
    expect((await ask('/operator/sources', { form: data })).status).toBe(303);
    await workOff();
    expect(await sourceOf(id)).toMatchObject({ etag: '"v1"', format: 'csv' });
    clock.forward(25 * 3600);
    await scheduleImportsJob.run(worker(), {});
    expect((await jobs()).map((job) => job.payload)).toContainEqual({ sourceId: id });
    await workOff();
    await ask(`/operator/sources/${id}/import`, { form: { how: 'import' } });
    await workOff();
    expect(await importsOf(id)).toMatchObject([
      { state: 'done', created_count: 2, not_modified: false },
      { state: 'done', not_modified: true },
      { state: 'done', created_count: 0, not_modified: false, read_count: 2 },
    ]);
    await server.close();
  });

  it('is tried again later and later while it fails, and not at all while it is paused', async () => {
    const server = await localServer((_request, response) => void response.writeHead(410).end());
    await ask('/operator/sources/settings', { form: { hosts: server.host, graceDays: '30' } });
    const data = form({ platform: 'Broken', location: `${server.origin}/x`, everyHours: '6' });
    const id = String(data.get('id'));
    await ask('/operator/sources', { form: data });
    const waits: number[] = [];
    for (let turn = 0; turn < 4; turn += 1) {
      await importSource(worker(), { sourceId: id });
      const next = (await sourceOf(id))?.next_import_at;
      waits.push(((next?.getTime() ?? 0) - clock.now().getTime()) / 60_000);
    }
    expect(waits).toEqual([10, 20, 40, 80]);
    expect((await ask(`/en/operator/sources/${id}`)).text).toContain('4 failures in a row');
    await ask(`/operator/sources/${id}/pause`, { form: {} });
    const asked = server.asked.length;
    await importSource(worker(), { sourceId: id });
    expect(server.asked.length).toBe(asked);
    await server.close();
  });

  it('never fetches a private address that a name or a redirect leads to', async () => {
    const inside = await localServer((_request, response) => void response.end('title\nSecret\n'));
    const server = await localServer((_request, response) => {
      response.writeHead(302, { location: `${inside.origin}/secret.csv` }).end();
    });
    await ask('/operator/sources/settings', { form: { hosts: server.host, graceDays: '30' } });
    const data = form({ platform: 'Redirect', location: `${server.origin}/x` });
    const id = String(data.get('id'));
    await ask('/operator/sources', { form: data });
    await workOff();
    const [told] = await importsOf(id);
    expect(told).toMatchObject({ state: 'failed', read_count: 0 });
    expect(inside.asked).toEqual([]);
    await Promise.all([inside.close(), server.close()]);
  });
});
