import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { TestBrowser } from '../../../../platform/testing/browser.ts';
import { filmsOf } from '../list-films/films.queries.ts';
import { filmBlock, filmsStage } from '../testing/films-stage.ts';
import { addRendition } from '../transcode-film/make-films.queries.ts';
import { sweepUploadsJob } from './sweep-uploads.job.ts';
import { uploadFolder } from './upload-store.ts';

const stage = await filmsStage();
const ada = await stage.person('Ada', ['author']);
const ben = await stage.person('Ben', ['author']);
const rita = await stage.person('Rita');
const film = Buffer.concat([
  Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'),
  Buffer.alloc(5000, 7),
]);
const made = async (blocks: readonly unknown[] = []) => {
  const course = await stage.course(ada, blocks);
  await stage.staff(course.id, rita.id, 'reviewer');
  return course.id;
};
const filmsIn = async (courseId: string) =>
  (await filmsOf(stage.db, courseId, { from: 0, count: 100 })).films;

const tus = { 'tus-resumable': '1.0.0', origin: 'http://localhost:3000' };
const meta = (name: string, block?: string) =>
  [
    `filename ${Buffer.from(name).toString('base64')}`,
    ...(block ? [`block ${Buffer.from(block).toString('base64')}`] : []),
  ].join(',');
const begin = (browser: TestBrowser, courseId: string, bytes: number, name = 'Leçon 1.mov', block?: string) =>
  browser.send(`/en/teach/courses/${courseId}/films/uploads`, {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes), 'upload-metadata': meta(name, block) },
  });
const piece = (browser: TestBrowser, place: string, offset: number, body: Buffer) =>
  browser.send(place, {
    method: 'PATCH',
    body: new Uint8Array(body),
    headers: { ...tus, 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
  });
const begun = async (courseId: string, bytes: Buffer, block?: string) =>
  (await begin(ada.browser, courseId, bytes.length, undefined, block)).headers.get('location') ?? '';
const left = () => readdirSync(uploadFolder(stage.tools.config));

describe('a film in pieces', () => {
  it('goes on where it stopped, and becomes a film of the course', async () => {
    const courseId = await made();
    const place = await begun(courseId, film);
    expect((await piece(ada.browser, place, 0, film.subarray(0, 2000))).status).toBe(204);
    // the page says what is not whole yet
    const page = await ada.browser.get(`/en/teach/courses/${courseId}/films`);
    expect(page.html).toContain('Leçon 1.mov');
    expect(page.html).toContain('39%');
    const head = await ada.browser.send(place, { method: 'HEAD', headers: tus });
    expect(head.headers.get('upload-offset')).toBe('2000');
    expect((await piece(ada.browser, place, 1000, film.subarray(1000))).status).toBe(409);
    expect((await piece(ada.browser, place, 2000, film.subarray(2000))).status).toBe(204);
    const [taken] = await filmsIn(courseId);
    expect(taken?.file).toMatchObject({ name: 'Leçon 1.mov', type: 'video/mp4', bytes: film.length });
    expect(taken?.film?.state).toBe('waiting');
    const sent = await ada.browser.send(`/course-files/${courseId}/${taken?.file?.id}/x?v=1`, {
      headers: { range: 'bytes=0-11' },
    });
    expect(sent.status).toBe(206);
    expect(left()).toEqual([]);
    // whoever did not hear the last answer learns that all of it is here, and sends nothing twice
    const again = await ada.browser.send(place, { method: 'HEAD', headers: tus });
    expect([again.status, again.headers.get('upload-offset'), again.headers.get('upload-length')]).toEqual([
      200,
      String(film.length),
      String(film.length),
    ]);
    const other = place.replace(/[0-9a-f]{32}$/, '0'.repeat(32));
    expect((await ada.browser.send(other, { method: 'HEAD', headers: tus })).status).toBe(404);
  });

  it('is taken later where the last piece arrived and the answer did not', async () => {
    const courseId = await made();
    const place = await begun(courseId, film);
    const { put } = stage.tools.storage;
    const broken = () => Promise.reject(new Error('the disk is full'));
    Object.assign(stage.tools.storage, { put: broken });
    expect((await piece(ada.browser, place, 0, film)).status).toBe(500);
    Object.assign(stage.tools.storage, { put });
    expect(await filmsIn(courseId)).toHaveLength(0);
    expect((await ada.browser.send(place, { method: 'HEAD', headers: tus })).status).toBe(200);
    expect(await filmsIn(courseId)).toHaveLength(1);
  });

  it('is taken once by two requests at the same time', async () => {
    const courseId = await made();
    const place = await begun(courseId, film);
    const { storage } = stage.tools;
    const put = storage.put.bind(storage);
    Object.assign(storage, { put: () => Promise.reject(new Error('the disk is full')) });
    await piece(ada.browser, place, 0, film);
    const gate = Promise.withResolvers<void>();
    const waits = [gate.promise];
    const slow: typeof put = async (...given) => {
      await waits.pop();
      return put(...given);
    };
    Object.assign(storage, { put: slow });
    const late = ada.browser.send(place, { method: 'HEAD', headers: tus });
    await expect.poll(() => waits.length).toBe(0);
    expect((await ada.browser.send(place, { method: 'HEAD', headers: tus })).status).toBe(200);
    const [taken] = await filmsIn(courseId);
    const made480 = { name: '480p', type: 'video/mp4', key: 'a'.repeat(64), bytes: 9 };
    const { id: fileId = '', key = '' } = taken?.file ?? {};
    await addRendition(stage.db, { courseId, fileId, key }, made480);
    gate.resolve();
    expect((await late).status).toBe(200);
    Object.assign(storage, { put });
    expect((await filmsIn(courseId)).map(({ file }) => file?.renditions)).toEqual([[made480]]);
  });

  it('goes into the block that it was chosen for', async () => {
    const courseId = await made([
      filmBlock('b1', { link: { site: 'other', url: 'https://films.example/1' } }),
    ]);
    const place = await begun(courseId, film, 'b1');
    await piece(ada.browser, place, 0, film);
    const [listed] = await filmsIn(courseId);
    expect(listed?.block).toMatchObject({ id: 'b1', link: null });
    expect(listed?.file?.name).toBe('Leçon 1.mov');
  });

  it('that is no film is refused with a sentence, and goes', async () => {
    const courseId = await made();
    const text = Buffer.from('I am no film at all.');
    const place = await begun(courseId, text);
    const answer = await piece(ada.browser, place, 0, text);
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('neither a video nor a recording');
    expect(await filmsIn(courseId)).toHaveLength(0);
    expect(left()).toEqual([]);
  });

  it('is refused when it is empty, too large, or one of too many', async () => {
    const courseId = await made();
    expect((await begin(ada.browser, courseId, 0)).status).toBe(422);
    expect((await begin(ada.browser, courseId, 3e9)).status).toBe(413);
    expect((await begin(ada.browser, courseId, Number.NaN)).status).toBe(422);
    for (let number = 0; number < 20; number += 1)
      expect((await begin(ada.browser, courseId, 100, `${number}.mov`)).status).toBe(201);
    expect((await begin(ada.browser, courseId, 100)).status).toBe(409);
  });

  it('is for authors of the course alone', async () => {
    const courseId = await made();
    const place = await begun(courseId, film);
    expect((await begin(ben.browser, courseId, 100)).status).toBe(404);
    expect((await begin(rita.browser, courseId, 100)).status).toBe(403);
    expect((await begin(stage.visitor(), courseId, 100)).status).toBe(401);
    for (const [who, status] of [
      [ben, 404],
      [rita, 403],
    ] as const) {
      expect((await piece(who.browser, place, 0, film)).status).toBe(status);
      expect((await who.browser.send(place, { method: 'HEAD', headers: tus })).status).toBe(status);
      expect((await who.browser.send(place, { method: 'DELETE', headers: tus })).status).toBe(status);
      expect((await who.browser.post(`${place}/stop`)).status).toBe(status);
    }
    // an upload of another course is not found under one's own
    const own = await stage.course(ben, []);
    const elsewhere = place.replace(courseId, own.id);
    expect((await piece(ben.browser, elsewhere, 0, film)).status).toBe(404);
    expect((await ada.browser.send(place, { method: 'GET' })).status).toBe(404);
    expect(
      (await ada.browser.send(`${place.slice(0, -3)}..%2f`, { method: 'HEAD', headers: tus })).status,
    ).toBe(404);
  });

  it('comes from our own pages, not from another site', async () => {
    const courseId = await made();
    const answer = await ada.browser.send(`/en/teach/courses/${courseId}/films/uploads`, {
      method: 'POST',
      headers: { ...tus, origin: 'https://evil.example', 'upload-length': '10' },
    });
    expect(answer.status).toBe(403);
  });

  it('is given up with a button, and forgotten after two days', async () => {
    const courseId = await made();
    const place = await begun(courseId, film);
    await piece(ada.browser, place, 0, film.subarray(0, 100));
    const shown = await ada.browser.post(`${place}/stop`);
    expect(shown.html).toContain('is given up');
    expect(left().some((name) => place.includes(name.replace('.json', '')))).toBe(false);
    const second = await begun(courseId, film);
    await piece(ada.browser, second, 0, film.subarray(0, 100));
    const old = stage.clock.now().getTime() / 1000;
    for (const name of left()) utimesSync(join(uploadFolder(stage.tools.config), name), old, old);
    stage.clock.forward(2 * 86_400 + 60);
    const scene = {
      tools: stage.tools,
      db: stage.db,
      actor: stage.system(),
      signal: new AbortController().signal,
    };
    await sweepUploadsJob.run(scene, {});
    expect(left()).toEqual([]);
    expect((await ada.browser.send(second, { method: 'HEAD', headers: tus })).status).toBe(404);
  });
});

it('is not swept away under the hands of somebody whose film takes days', async () => {
  const courseId = await made();
  const place = await begun(courseId, film);
  const [config = ''] = left().filter((name) => name.endsWith('.json') && place.includes(name.slice(0, 32)));
  const days = 86_400;
  stage.clock.forward(2 * days - 60);
  await ada.signIn();
  await piece(ada.browser, place, 0, film.subarray(0, 100));
  stage.clock.forward(120);
  // of the two files that are kept of an upload, one is written at its beginning alone
  const now = stage.clock.now().getTime() / 1000;
  const folder = uploadFolder(stage.tools.config);
  utimesSync(join(folder, config), now - 3 * days, now - 3 * days);
  utimesSync(join(folder, config.slice(0, 32)), now, now);
  const scene = { tools: stage.tools, db: stage.db, actor: stage.system() };
  await sweepUploadsJob.run({ ...scene, signal: new AbortController().signal }, {});
  await ada.signIn();
  expect((await piece(ada.browser, place, 100, film.subarray(100))).status).toBe(204);
  expect(await filmsIn(courseId)).toHaveLength(1);
});

describe('a film as a plain form', () => {
  const send = async (browser: TestBrowser, courseId: string, body: Buffer | undefined, fields = {}) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, String(value));
    form.set('film', body ? new File([new Uint8Array(body)], '../Été.mp4') : new File([], ''));
    return browser.send(`/en/teach/courses/${courseId}/films/uploads/form`, {
      method: 'POST',
      body: form,
      headers: { origin: 'http://localhost:3000' },
    });
  };

  it('is kept as it arrives', async () => {
    const courseId = await made();
    const answer = await send(ada.browser, courseId, film);
    expect(answer.status).toBe(303);
    const [taken] = await filmsIn(courseId);
    expect(taken?.file).toMatchObject({ name: 'Été.mp4', type: 'video/mp4', bytes: film.length });
    const { html } = await ada.browser.get(`/en/teach/courses/${courseId}/films`);
    expect(html).toContain('“Été.mp4” has arrived');
    expect(html).toContain('Waiting to be prepared');
  });

  it('shows the form again with what is wrong', async () => {
    const courseId = await made();
    for (const [body, sentence] of [
      [undefined, 'Choose a video first'],
      [Buffer.alloc(0), 'Choose a video first'],
      [Buffer.from('<html>'), 'neither a video nor a recording'],
    ] as const) {
      const answer = await send(ada.browser, courseId, body);
      expect(answer.status).toBe(422);
      expect(await answer.text()).toContain(sentence);
    }
    const broken = await ada.browser.send(`/en/teach/courses/${courseId}/films/uploads/form`, {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="film"; filename="a.mp4"\r\n\r\nhalf',
      headers: { origin: 'http://localhost:3000', 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(broken.status).toBe(400);
    expect(await broken.text()).toContain('arrived incomplete');
    expect(await filmsIn(courseId)).toHaveLength(0);
  });

  it('is for authors of the course alone', async () => {
    const courseId = await made();
    expect((await send(ben.browser, courseId, film)).status).toBe(404);
    expect((await send(rita.browser, courseId, film)).status).toBe(403);
    expect((await send(stage.visitor(), courseId, film)).status).toBe(401);
    expect(await filmsIn(courseId)).toHaveLength(0);
  });
});
