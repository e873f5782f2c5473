import { createReadStream, createWriteStream } from 'node:fs';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rm } from 'node:fs/promises';
import { cutFilm } from './cut-film.ts';
import { encodeFilm, encodeSound, takeStill } from './encode-film.ts';
import { filmLadder } from './film-ladder.ts';
import { findSilences } from './find-silences.ts';
import { lookForMediaTools, mediaTools } from './media-tools.ts';
import { MediaTrouble } from './media-trouble.ts';
import { probeFilm } from './probe-film.ts';
import { runMediaTool } from './run-media-tool.ts';
import { filmFolder, type FilmToMake, makeFilm, toolsOfTests } from './testing/make-film.ts';

const sizes = (width: number, height: number) =>
  filmLadder({ width, height }).map((step) => `${step.lines}: ${step.width}x${step.height}`);

describe('the sizes of a film', () => {
  it('are never larger than the film, and even', () => {
    expect(sizes(1920, 1080)).toEqual(['240: 426x240', '480: 852x480', '720: 1280x720']);
    expect(sizes(641, 361)).toEqual(['240: 426x240', '480: 640x360']);
    expect(sizes(160, 121)).toEqual(['240: 160x120']);
    expect(sizes(854, 480)).toEqual(['240: 426x240', '480: 854x480']);
  });

  it('count the shorter side of a film held upright', () => {
    expect(sizes(1080, 1920)).toEqual(['240: 240x426', '480: 480x852', '720: 720x1280']);
  });

  it('leave out a step that would hardly differ', () => {
    expect(sizes(480, 270)).toEqual(['240: 426x240']);
    expect(sizes(1, 1)).toEqual(['240: 2x2']);
  });
});

describe('without the programs', () => {
  const nowhere = { ffmpegPath: '/nowhere/ffmpeg', ffprobePath: '/nowhere/ffprobe' };
  it('says how to get them', async () => {
    await expect(lookForMediaTools(nowhere)).rejects.toThrow(/FFMPEG_PATH.*apt-get install ffmpeg/s);
    expect(await mediaTools(nowhere)).toBeUndefined();
  });
  it('tells a program that cannot be run from one that fails', async () => {
    const run = runMediaTool({ program: '/nowhere/ffmpeg', args: [], limitMs: 1000 });
    await expect(run).rejects.toMatchObject({ code: 'absent' });
  });
});

const tools = toolsOfTests;
describe.skipIf(!tools)('with ffmpeg (skipped where it is absent)', () => {
  let folder = '';
  beforeAll(() => void (folder = filmFolder()));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  const at = (name: string) => join(folder, name);
  const made = (name: string, film: Omit<FilmToMake, 'path'> = {}) => makeFilm({ path: at(name), ...film });
  const given = () => {
    if (!tools) throw new Error('no ffmpeg');
    return tools;
  };
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'none',
      (error: unknown) => (error instanceof MediaTrouble ? error.code : String(error)),
    );

  it('makes every size playable: H.264, AAC, starting while it loads, nothing of the camera', async () => {
    const source = await made('phone.mov', {
      size: '641x363',
      options: ['-pix_fmt', 'yuv444p', '-metadata', 'location=+48.8-002.3/', '-metadata', 'title=Mine'],
    });
    const facts = await probeFilm(given(), source);
    const shares: number[] = [];
    for (const step of filmLadder(facts.picture ?? { width: 0, height: 0 })) {
      const target = at(`${step.lines}.mp4`);
      await encodeFilm(
        { tools: given(), source, target, facts, onProgress: (share) => shares.push(share) },
        step,
      );
      const result = await probeFilm(given(), target);
      expect(result).toMatchObject({
        picture: { width: step.width, height: step.height, codec: 'h264', isPlain: true },
        sound: { codec: 'aac' },
      });
      expect(Math.abs(result.duration - 1)).toBeLessThan(0.2);
      const bytes = (await readFile(target)).toString('latin1');
      expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
      expect(bytes).not.toMatch(/48\.8|Mine/);
    }
    expect(shares.at(-1)).toBeGreaterThan(0.9);
  });

  it('shows a film as it was held: turned, or with pixels that are no squares', async () => {
    const flat = await made('flat.mp4', { size: '320x180' });
    const turned = at('turned.mp4');
    await runMediaTool({
      program: given().ffmpeg,
      args: ['-v', 'error', '-y', '-i', flat, '-c', 'copy', '-metadata:s:v', 'rotate=90', turned],
      limitMs: 10_000,
    });
    const facts = await probeFilm(given(), turned);
    expect(facts.picture).toMatchObject({ width: 180, height: 320 });
    const [step] = filmLadder({ width: 180, height: 320 });
    if (!step) throw new Error('no step');
    await encodeFilm({ tools: given(), source: turned, target: at('t.mp4'), facts }, step);
    expect((await probeFilm(given(), at('t.mp4'))).picture).toMatchObject({ width: 180, height: 320 });
    const anamorphic = await made('wide.mp4', { size: '180x180', options: ['-vf', 'setsar=2/1'] });
    expect((await probeFilm(given(), anamorphic)).picture).toMatchObject({ width: 360, height: 180 });
  });

  it('keeps an uneven pace together, and a film without sound or picture whole', async () => {
    const uneven = await made('uneven.mkv', {
      seconds: 2,
      options: ['-vf', "select='not(mod(n,3))+lt(n,8)',setpts=N/7/TB", '-vsync', 'vfr'],
    });
    const facts = await probeFilm(given(), uneven);
    const [step] = filmLadder(facts.picture ?? { width: 1, height: 1 });
    if (!step) throw new Error('no step');
    await encodeFilm({ tools: given(), source: uneven, target: at('even.mp4'), facts }, step);
    expect(Math.abs((await probeFilm(given(), at('even.mp4'))).duration - facts.duration)).toBeLessThan(0.4);
    const silent = await probeFilm(given(), await made('silent.mp4', { sound: false }));
    expect(silent.sound).toBeUndefined();
    await encodeFilm({ tools: given(), source: at('silent.mp4'), target: at('s.mp4'), facts: silent }, step);
    expect((await probeFilm(given(), at('s.mp4'))).sound).toBeUndefined();
    const heard = await probeFilm(given(), await made('heard.mp3', { picture: false }));
    expect(heard.picture).toBeUndefined();
    await encodeSound({ tools: given(), source: at('heard.mp3'), target: at('heard.m4a'), facts: heard });
    expect(await probeFilm(given(), at('heard.m4a'))).toMatchObject({ sound: { codec: 'aac' } });
  });

  it('takes no cover of a record for a film', async () => {
    await made('cover.png', { sound: false, options: ['-frames:v', '1'] });
    await made('song.mp3', { picture: false });
    await runMediaTool({
      program: given().ffmpeg,
      args: [
        '-v',
        'error',
        '-y',
        '-i',
        at('song.mp3'),
        '-i',
        at('cover.png'),
        '-map',
        '0',
        '-map',
        '1',
        '-c',
        'copy',
        '-disposition:v',
        'attached_pic',
        at('covered.mp3'),
      ],
      limitMs: 10_000,
    });
    expect((await probeFilm(given(), at('covered.mp3'))).picture).toBeUndefined();
  });

  it('learns the length of a film that does not say it', async () => {
    const live = await made('live.webm', {
      seconds: 2,
      options: ['-c:v', 'libvpx', '-deadline', 'realtime', '-c:a', 'libopus', '-live', '1'],
    });
    expect(Math.abs((await probeFilm(given(), live)).duration - 2)).toBeLessThan(0.3);
  });

  it('takes a still picture', async () => {
    const source = await made('still.mp4', { size: '320x180' });
    const facts = await probeFilm(given(), source);
    await takeStill({ tools: given(), source, target: at('still-of.png'), facts });
    expect((await readFile(at('still-of.png'))).subarray(1, 4).toString()).toBe('PNG');
  });

  it('finds where nobody speaks, and cuts there', async () => {
    const source = await made('pause.mp4', {
      seconds: 6,
      options: ['-af', "volume='if(between(t,2,4),0,1)':eval=frame"],
    });
    const silences = await findSilences(given(), source);
    expect(silences).toHaveLength(1);
    expect(silences[0]?.start).toBeCloseTo(2, 0);
    expect(silences[0]?.end).toBeCloseTo(4, 0);
    const facts = await probeFilm(given(), source);
    await cutFilm({ tools: given(), source, target: at('second.mp4'), facts }, { from: 3, to: undefined });
    expect(Math.abs((await probeFilm(given(), at('second.mp4'))).duration - 3)).toBeLessThan(0.2);
  });

  it('calls broken what is broken, and opens no list that names other files', async () => {
    await writeFile(at('text.mp4'), 'I am no film.');
    await writeFile(at('list.mp4'), '#EXTM3U\n#EXTINF:1,\nfile:///etc/passwd\n');
    await writeFile(at('concat.mp4'), "ffconcat version 1.0\nfile '/etc/passwd'\n");
    await writeFile(at('nothing.mp4'), '');
    await pipeline(createReadStream(await made('whole.mp4')), createWriteStream(at('cut.mp4')));
    await truncate(at('cut.mp4'), 4000);
    for (const name of ['text.mp4', 'list.mp4', 'concat.mp4', 'nothing.mp4', 'cut.mp4', 'not-there.mp4'])
      expect([name, await codeOf(probeFilm(given(), at(name)))]).toEqual([name, 'broken']);
  });

  it('ends when the worker stops, and when it takes too long', async () => {
    const source = await made('long.mp4', { seconds: 30, size: '640x360' });
    const facts = await probeFilm(given(), source);
    const abort = new AbortController();
    const work = encodeFilm(
      {
        tools: given(),
        source,
        target: at('stopped.mp4'),
        facts,
        signal: abort.signal,
        onProgress: () => abort.abort(),
      },
      { lines: 480, width: 640, height: 360 },
    );
    expect(await codeOf(work)).toBe('stopped');
    expect(await codeOf(probeFilm(given(), source, abort.signal))).toBe('stopped');
    const args = ['-v', 'error', '-re', '-i', source, '-f', 'null', '-'];
    expect(await codeOf(runMediaTool({ program: given().ffmpeg, args, limitMs: 50 }))).toBe('timed-out');
  });
});
