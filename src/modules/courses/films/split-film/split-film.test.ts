import { readFile, rm } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filmFolder, makeFilm, toolsOfTests } from '../../../../platform/media/testing/make-film.ts';
import { blocksOfUnit, findBlock, historyOf, updateBlock } from '../../edit-block/block.queries.ts';
import { readCaptions } from '../captions/read-captions.ts';
import { filmBlock, filmsStage } from '../testing/films-stage.ts';
import { endFilm, findNewFilms, claimFilm, saveFacts } from '../transcode-film/make-films.queries.ts';
import { giveFilmToBlock } from '../upload-film/upload-film.queries.ts';
import { workFolder } from '../transcode-film/work-folder.ts';
import { splitFilmJob } from './split-film.job.ts';
import { lastSplit } from './split-film.queries.ts';

const stage = await filmsStage();
const ada = await stage.person('Ada', ['author']);
const ben = await stage.person('Ben', ['author']);
const tom = await stage.person('Tom');
const vtt = 'WEBVTT\n\n00:01.000 --> 00:03.000\nfirst\n\n00:08.000 --> 00:09.000\nsecond\n';

/** A course with a film that is known to last so long, between two other blocks. */
async function courseWith(body: Uint8Array, duration: number) {
  const course = await stage.course(ada, [
    { id: 'before', content: { type: 'done' } },
    filmBlock('b1', { file: 'f1', tracks: [{ lang: 'en', vtt }] }),
    { id: 'after', content: { type: 'done' } },
  ]);
  await stage.staff(course.id, tom.id, 'translator');
  await stage.file(course.id, { id: 'f1', name: 'Talk.mp4', type: 'video/mp4' }, body);
  const now = stage.clock.now();
  await findNewFilms(stage.db, now);
  const film = await claimFilm(stage.db, now, new Date(0));
  if (film?.courseId !== course.id) throw new Error('another film came first');
  await saveFacts(stage.db, film, {
    duration,
    container: 'mp4',
    picture: { width: 320, height: 180, rate: 15, codec: 'h264', isPlain: true },
  });
  await endFilm(stage.db, film, { state: 'ready' }, now);
  return { id: course.id, at: (end = '') => `/en/teach/courses/${course.id}/films/b1${end}` };
}
const blocksOf = async (courseId: string) => blocksOfUnit(stage.db, courseId, 'u1');
const scene = () => ({
  tools: stage.tools,
  db: stage.db,
  actor: stage.system(),
  signal: new AbortController().signal,
});
const cutNow = async (courseId: string) =>
  splitFilmJob.run(scene(), { splitId: (await lastSplit(stage.db, courseId, 'b1'))?.id });

describe('asking for a cut', () => {
  it('is proposed for a film over three minutes, and refused outside of it', async () => {
    const long = await courseWith(Buffer.from('x'), 200);
    const { html } = await ada.browser.get(long.at());
    if (toolsOfTests) expect(html).toContain('This video lasts 3:20');
    for (const at of ['soon', '0:02', '3:18', '9:00', ''])
      expect([at, (await ada.browser.post(long.at('/split'), { at })).status]).toEqual([at, 422]);
    expect(await lastSplit(stage.db, long.id, 'b1')).toBeUndefined();
    const short = await courseWith(Buffer.from('y'), 100);
    expect((await ada.browser.get(short.at())).html).not.toContain('Cut in two');
  });

  it('is for authors, once at a time', async () => {
    const { at } = await courseWith(Buffer.from('z'), 200);
    expect((await ben.browser.post(at('/split'), { at: '1:40' })).status).toBe(404);
    expect((await tom.browser.post(at('/split'), { at: '1:40' })).status).toBe(403);
    expect((await tom.browser.get(at())).html).not.toContain('Cut in two');
    expect((await ada.browser.post(at('/join'))).status).toBe(404);
    const asked = await ada.browser.post(at('/split'), { at: '1:40' });
    expect(asked.html).toContain('The video is being cut');
    expect((await ada.browser.post(at('/split'), { at: '1:40' })).status).toBe(409);
    expect((await ada.browser.post(`${at().replace('b1', 'before')}/split`, { at: '1:40' })).status).toBe(
      404,
    );
  });
});

it('says that it failed, and changes nothing, where the film cannot be cut', async () => {
  const { id, at } = await courseWith(Buffer.from('no film at all'), 200);
  const before = await blocksOf(id);
  await ada.browser.post(at('/split'), { at: '1:40' });
  await cutNow(id);
  expect((await lastSplit(stage.db, id, 'b1'))?.state).toBe('failed');
  expect(await blocksOf(id)).toEqual(before);
  expect((await ada.browser.get(at())).html).toContain('The video could not be cut.');
});

describe.skipIf(!toolsOfTests)('with ffmpeg (skipped where it is absent)', () => {
  const folder = filmFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const generated = async (name: string) =>
    readFile(await makeFilm({ path: join(folder, name), seconds: 12 }));

  it('two blocks stand where one stood, each with its part and its captions; undone, it is as before', async () => {
    const { id, at } = await courseWith(await generated('a.mp4'), 12);
    const before = await blocksOf(id);
    await ada.browser.post(at('/split'), { at: '0:06' });
    await cutNow(id);
    await cutNow(id);
    const after = await blocksOf(id);
    expect(after.map((block) => block.title)).toEqual(['', 'Film b1 (1)', 'Film b1 (2)', '']);
    const [first, second] = [after[1]?.content, after[2]?.content];
    if (first?.type !== 'video' || second?.type !== 'video') throw new Error('no films');
    expect([first.duration, second.duration]).toEqual([6, 6]);
    expect(readCaptions(first.tracks[0]?.vtt ?? '').cues.map((cue) => cue.text)).toEqual(['first']);
    expect(readCaptions(second.tracks[0]?.vtt ?? '').cues).toEqual([
      { start: 2000, end: 3000, text: 'second' },
    ]);
    expect(readdirSync(workFolder(stage.tools.config.dataDir))).toEqual([]);
    expect((await ada.browser.get(at())).html).toContain('Make it one video again');
    expect((await tom.browser.post(at('/join'))).status).toBe(403);
    const undone = await ada.browser.post(at('/join'));
    expect(undone.html).toContain('It is one video again.');
    expect((await blocksOf(id)).map(({ id: block, title, content }) => ({ block, title, content }))).toEqual(
      before.map(({ id: block, title, content }) => ({ block, title, content })),
    );
    expect((await ada.browser.post(at('/join'))).status).toBe(404);
  });

  it('keeps what was written in the block while it was being cut', async () => {
    const { id, at } = await courseWith(await generated('c.mp4'), 12);
    await ada.browser.post(at('/split'), { at: '0:06' });
    const found = await findBlock(stage.db, id, 'b1');
    if (found?.content.type !== 'video') throw new Error('no film');
    const tracks = [{ lang: 'en', kind: 'captions' as const, vtt: vtt.replace('first', 'better words') }];
    const block = { ...found, title: 'Renamed', content: { ...found.content, tracks } };
    const now = stage.clock.now();
    await updateBlock(stage.db, { courseId: id, block, revision: found.revision, at: now, by: ada.id });
    await cutNow(id);
    const [, first] = await blocksOf(id);
    expect(first?.title).toBe('Renamed (1)');
    expect(JSON.stringify(first?.content)).toContain('better words');
    const [kept] = await historyOf(stage.db, id, 'b1', 1);
    expect(kept).toMatchObject({ title: 'Renamed', content: block.content });
    await ada.browser.post(at('/join'));
    expect((await blocksOf(id))[1]).toMatchObject({ title: 'Renamed', content: block.content });
  });

  it('leaves a block alone that shows another film by now', async () => {
    const { id, at } = await courseWith(await generated('b.mp4'), 12);
    await ada.browser.post(at('/split'), { at: '0:06' });
    const file = { id: 'f2', name: 'b.mp4', type: 'video/mp4' };
    await stage.file(id, file, Buffer.from('another film'));
    await giveFilmToBlock(stage.db, { courseId: id, blockId: 'b1', file, by: null, now: stage.clock.now() });
    const linked = await blocksOf(id);
    await cutNow(id);
    expect((await lastSplit(stage.db, id, 'b1'))?.trouble).toBe('changed');
    expect(await blocksOf(id)).toEqual(linked);
  });
});
