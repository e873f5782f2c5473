import { readFile, rm } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  filmFolder,
  type FilmToMake,
  makeFilm as generate,
  toolsOfTests,
} from '../../../../platform/media/testing/make-film.ts';
import { filmsOf } from '../list-films/films.queries.ts';
import { filmBlock, filmsStage } from '../testing/films-stage.ts';
import { claimFilm, findNewFilms } from './make-films.queries.ts';
import { makeFilmsJob } from './make-films.job.ts';
import { workFolder } from './work-folder.ts';

const stage = await filmsStage();
const ada = await stage.person('Ada', ['author']);
const ben = await stage.person('Ben', ['author']);
const filmOf = async (courseId: string) =>
  (await filmsOf(stage.db, courseId, { from: 0, count: 10 })).films[0];
const work = (more = {}) =>
  makeFilmsJob.run(
    {
      tools: stage.tools,
      db: stage.db,
      actor: stage.system(),
      signal: new AbortController().signal,
      ...more,
    },
    {},
  );
const courseWith = async (body: Uint8Array, type = 'video/mp4', name = 'a.mp4') => {
  const course = await stage.course(ada, [filmBlock('b1', { file: 'f1' })]);
  await stage.file(course.id, { id: 'f1', name, type }, body);
  return course;
};

describe('which film is made', () => {
  it('is one at a time, the one that waits longest; a silent maker’s film goes to the next', async () => {
    const first = await courseWith(Buffer.from('one'));
    await findNewFilms(stage.db, stage.clock.now());
    stage.clock.forward(1);
    await courseWith(Buffer.from('two'));
    await findNewFilms(stage.db, stage.clock.now());
    const claim = () =>
      claimFilm(stage.db, stage.clock.now(), new Date(stage.clock.now().getTime() - 120_000));
    expect(await claim()).toMatchObject({ courseId: first.id, attempts: 1 });
    expect(await claim()).toBeUndefined();
    stage.clock.forward(121);
    // the killed maker's film waits longer than the other by its last word
    const next = [await claim(), await claim()];
    expect(next[0]).toBeDefined();
    expect(next[1]).toBeUndefined();
    stage.clock.forward(121);
  });
});

it('without ffmpeg films wait, and are shown as they came', async () => {
  const course = await courseWith(Buffer.from('x'));
  const config = { ...stage.tools.config, ffmpegPath: '/nowhere/ffmpeg' };
  await work({ tools: { ...stage.tools, config } });
  expect((await filmOf(course.id))?.film).toMatchObject({ state: 'waiting', trouble: null });
  const edition = await stage.publish(course);
  expect(edition).not.toBe('');
});

describe.skipIf(!toolsOfTests)('with ffmpeg (skipped where it is absent)', () => {
  const folder = filmFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const generated = async (name: string, film: Omit<FilmToMake, 'path'>) =>
    readFile(await generate({ path: join(folder, name), ...film }));

  it('a film gets its picture, its sound and its sizes, and the block learns its length', async () => {
    const course = await courseWith(
      await generated('a.mov', { size: '640x480' }),
      'video/quicktime',
      'a.mov',
    );
    await work();
    const made = await filmOf(course.id);
    expect(made?.film).toMatchObject({ state: 'ready', progress: 1, trouble: null });
    expect(made?.film?.facts?.duration).toBeCloseTo(1, 1);
    const renditions = made?.file?.renditions ?? [];
    expect(renditions.map(({ name, type, width, height }) => [name, type, width, height])).toEqual([
      ['poster.webp', 'image/webp', 640, 480],
      ['audio.m4a', 'audio/mp4', undefined, undefined],
      ['240p.mp4', 'video/mp4', 320, 240],
      ['480p.mp4', 'video/mp4', 640, 480],
    ]);
    for (const { key, bytes } of renditions) {
      const opened = await stage.tools.storage.open(key);
      expect((opened && (await buffer(opened.body)))?.length).toBe(bytes);
    }
    const { html } = await ada.browser.get(`/en/teach/courses/${course.id}/films`);
    expect(html).toContain('Ready');
    expect(html).toContain('0:01');
    expect(readdirSync(workFolder(stage.tools.config.dataDir))).toEqual([]);
    // done again, nothing is made again
    await work();
    expect((await filmOf(course.id))?.file?.renditions).toEqual(renditions);
  });

  it('goes on after an interruption with what is missing', async () => {
    const course = await courseWith(await generated('b.mp4', { size: '640x480', seconds: 4 }));
    const abort = new AbortController();
    const { put } = stage.tools.storage;
    let kept = 0;
    Object.assign(stage.tools.storage, {
      put: async (...given: Parameters<typeof put>) => {
        const stored = await put(...given);
        if ((kept += 1) === 3) abort.abort();
        return stored;
      },
    });
    await expect(work({ signal: abort.signal })).rejects.toThrow();
    Object.assign(stage.tools.storage, { put });
    const halfway = await filmOf(course.id);
    expect(halfway?.film?.state).toBe('waiting');
    expect(halfway?.file?.renditions.map(({ name }) => name)).toEqual([
      'poster.webp',
      'audio.m4a',
      '240p.mp4',
    ]);
    await work();
    const whole = await filmOf(course.id);
    expect(whole?.film?.state).toBe('ready');
    expect(whole?.file?.renditions.slice(0, 3)).toEqual(halfway?.file?.renditions);
    expect(whole?.file?.renditions).toHaveLength(4);
  });

  it('says why a film cannot be made, holds nobody up, and can be tried again', async () => {
    const broken = await courseWith(Buffer.from('\0\0\0\x18ftypmp42 but nothing behind it'));
    const good = await courseWith(await generated('c.mp4', { size: '160x120', sound: false }));
    await work();
    expect((await filmOf(broken.id))?.film).toMatchObject({ state: 'failed', trouble: 'broken' });
    expect((await filmOf(good.id))?.file?.renditions.map(({ name }) => name)).toEqual([
      'poster.webp',
      '240p.mp4',
    ]);
    // the course is published all the same
    expect(await stage.publish(broken)).not.toBe('');
    const address = `/en/teach/courses/${broken.id}/films`;
    const page = await ada.browser.get(address);
    expect(page.html).toContain('The file is damaged, or is not a video.');
    expect((await ben.browser.post(`${address}/retry/f1`)).status).toBe(404);
    expect((await ada.browser.post(`${address}/retry/f1`)).html).toContain('Waiting to be prepared');
    expect((await ada.browser.post(`${address}/retry/f1`)).status).toBe(404);
    expect((await ada.browser.post(`${address}/retry/none`)).status).toBe(404);
  });

  it('tries again what is no fault of the film, four times', async () => {
    const course = await courseWith(await generated('d.mp4', { size: '160x120' }));
    const { put } = stage.tools.storage;
    Object.assign(stage.tools.storage, { put: () => Promise.reject(new Error('the disk is full')) });
    for (let time = 0; time < 3; time += 1) await expect(work()).rejects.toThrow('the disk is full');
    await work();
    Object.assign(stage.tools.storage, { put });
    expect((await filmOf(course.id))?.film).toMatchObject({ state: 'failed', trouble: 'failed' });
  });

  it('newer bytes under the same id are made anew', async () => {
    const course = await courseWith(await generated('e.mp4', { size: '160x120' }));
    await work();
    const before = await filmOf(course.id);
    await stage.file(
      course.id,
      { id: 'f1', name: 'a.mp3', type: 'audio/mpeg' },
      await generated('e.mp3', { picture: false }),
    );
    await work();
    const after = await filmOf(course.id);
    expect(before?.film?.state).toBe('ready');
    expect(after?.file?.renditions.map(({ name }) => name)).toEqual(['audio.m4a']);
    expect(existsSync(workFolder(stage.tools.config.dataDir))).toBe(true);
  });
});
