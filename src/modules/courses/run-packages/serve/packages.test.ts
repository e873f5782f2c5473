import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../../platform/actor.ts';
import { writeZip } from '../../../../platform/archives/write-zip.ts';
import { transact } from '../../../../platform/db/transact.ts';
import { testDatabase } from '../../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../../platform/testing/web.ts';
import { courseContent } from '../../content/course-content.ts';
import { keepFile } from '../../course-files/kept-file.ts';
import { createCourse } from '../../keep-course/create-course.ts';
import { unpackPackagesJob } from '../unpack/unpack-packages.job.ts';
import { packageAddresses } from '../unpack/packages.queries.ts';
import { packageRoutes } from './packages.route.ts';

const database = await testDatabase();
const clock = testClock();
const { db } = database;
const frames = 'http://frames.localhost:3000';
const tools = {
  ...testTools(database, { messages: [], clock }),
  assets: { css: '', js: '', islands: { 'package-frame': '/assets/f.js' } },
};
const actor = systemActor('test', clock.now(), tools.ids);
const app = testApp(tools, packageRoutes);
const alone = testApp({ ...tools, config: { ...tools.config, frameUrl: undefined } }, packageRoutes);

async function zipOf(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const out = new PassThrough();
  const entries = Object.entries(files).map(([path, content]) => ({ path, content }));
  const [bytes] = await Promise.all([buffer(out), writeZip(entries, out)]);
  return bytes;
}

/** A course with one package; how its packed file is addressed once the job was there. */
async function packaged(bytes: Buffer, kind = 'html') {
  const file = await keepFile(tools.storage, { id: 'packed', name: 'piece.zip', body: bytes });
  const block = { id: 'b', content: { type: 'package', kind, package: 'packed', entry: 'index.html' } };
  const content = courseContent.parse({
    about: { title: 'Piece', lang: 'en' },
    sections: [{ id: 's', title: 'S', units: [{ id: 'u', title: 'U', blocks: [block] }] }],
  });
  const { id } = await transact(db, (inner) => createCourse(inner, actor, { content, files: [file] }));
  const scene = { tools, db, actor, signal: new AbortController().signal };
  // a job may run twice
  for (let times = 0; times < 2; times += 1) await unpackPackagesJob.run(scene, { courseId: id });
  const [found] = await packageAddresses(db, id, ['packed']);
  if (!found) throw new Error('the package was not unpacked');
  return found;
}

const get = (path: string, headers: Record<string, string> = {}, at = app, origin = frames) =>
  at.request(new Request(origin + path, { headers }));

describe('a package', async () => {
  const { address, refused } = await packaged(
    await zipOf({
      'index.html': '<p>Hello</p>',
      'a b/é.js': 'alert(1)',
      'film.mp4': '0123456789',
      'H5P.Old/old.css': 'p{}',
    }),
  );
  const at = `/packages/${address}`;

  it('is served with its types, and may load nothing but its own', async () => {
    expect(refused).toBeNull();
    expect(address).toMatch(/^[\w-]{43}$/);
    const page = await get(`${at}/index.html`, { cookie: 'session=x' });
    expect(await page.text()).toBe('<p>Hello</p>');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain(`default-src 'self' ${frames} data: blob:`);
    expect(policy).toContain("frame-ancestors 'self' http://localhost:3000");
    expect(policy).not.toContain('sandbox');
    const script = await get(`${at}/a%20b/${encodeURIComponent('é')}.js?x=1`);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(await (await get(`${at}/H5P.Old-1.0/old.css`)).text()).toBe('p{}');
  });

  it('has no other host, and no origin where there is none for frames', async () => {
    expect((await get(`${at}/index.html`, {}, app, 'http://localhost:3000')).status).toBe(404);
    const page = await get(`${at}/index.html`, {}, alone, 'http://localhost:3000');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toContain('sandbox allow-scripts allow-forms');
    expect(policy).not.toContain('allow-same-origin');
  });

  it('gives films in parts', async () => {
    const part = await get(`${at}/film.mp4`, { range: 'bytes=2-4' });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([
      206,
      '234',
      'bytes 2-4/10',
    ]);
    expect(await (await get(`${at}/film.mp4`, { range: 'bytes=7-' })).text()).toBe('789');
    expect((await get(`${at}/film.mp4`, { range: 'bytes=99-' })).status).toBe(416);
    const etag = part.headers.get('etag') ?? '';
    expect((await get(`${at}/film.mp4`, { 'if-none-match': etag })).status).toBe(304);
  });

  it('has nothing beside its files, and no worker over them', async () => {
    for (const path of ['', 'nope.html', '../index.html', '%2e%2e/index.html', '%ff', 'index.html/'])
      expect((await get(`${at}/${path}`)).status).toBe(404);
    expect((await get(`/packages/${'a'.repeat(43)}/index.html`)).status).toBe(404);
    expect((await get('/packages/x/index.html')).status).toBe(404);
    expect((await get(`${at}/a%20b/%C3%A9.js`, { 'service-worker': 'script' })).status).toBe(403);
  });

  it('is played by a page that names what it plays', async () => {
    const entry = encodeURIComponent('x"><script>alert(1)</script>');
    const page = await get(`/package-player/page/${address}?kind=scorm-1.2&entry=${entry}`);
    const html = await page.text();
    expect(html).toContain('src="/package-player/scorm/scorm12.js"');
    expect(html).toContain('src="/assets/f.js"');
    expect(html).not.toContain('<script>alert');
    expect(await (await get(`/package-player/page/${address}?kind=constructor`)).text()).not.toContain(
      'undefined',
    );
    expect((await get(`/package-player/page/${'a'.repeat(43)}`)).status).toBe(404);
  });

  it('is played with scripts that their makers ship, and no other file', async () => {
    for (const path of [
      'scorm/scorm12.js',
      'scorm/scorm2004.js',
      'h5p/main.bundle.js',
      'h5p/styles/h5p.css',
    ]) {
      const file = await get(`/package-player/${path}`);
      expect([path, file.status]).toEqual([path, 200]);
      expect((await file.text()).length).toBeGreaterThan(1000);
    }
    for (const path of [
      'scorm/other.js',
      'h5p/../package.json',
      'h5p/..%2fpackage.json',
      'h5p/nope.js',
      'h5p/styles',
    ])
      expect((await get(`/package-player/${path}`)).status).toBe(404);
  });
});

it('that cannot be unpacked says why, and is not tried again', async () => {
  const broken = await packaged(Buffer.from('no archive at all'));
  expect(broken.refused).toBe('no-archive');
  expect((await get(`/package-player/page/${broken.address}`)).status).toBe(404);
});
