import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { filmFolder, makeFilm, toolsOfTests } from '../../../../platform/media/testing/make-film.ts';
import { filmType } from './film-type.ts';

describe.skipIf(!toolsOfTests)('films that ffmpeg writes (skipped where it is absent)', () => {
  const folder = filmFolder();
  afterAll(() => rm(folder, { recursive: true, force: true }));
  it.each([
    ['a.mp4', 'video/mp4', {}],
    ['a.mov', 'video/quicktime', {}],
    ['a.mkv', 'video/x-matroska', {}],
    ['a.webm', 'video/webm', { options: ['-c:v', 'libvpx', '-deadline', 'realtime'] }],
    ['a.avi', 'video/x-msvideo', {}],
    ['a.ts', 'video/mp2t', {}],
    ['a.mpg', 'video/mpeg', { options: ['-r', '25'] }],
    ['a.wmv', 'video/x-ms-wmv', {}],
    ['a.flv', 'video/x-flv', { options: ['-ar', '44100'] }],
    ['a.m4a', 'audio/mp4', { picture: false }],
    ['a.mp3', 'audio/mpeg', { picture: false }],
    ['a.ogg', 'audio/ogg', { picture: false }],
    ['a.wav', 'audio/wav', { picture: false }],
    ['a.flac', 'audio/flac', { picture: false }],
    ['a.aiff', 'audio/aiff', { picture: false }],
  ])('%s is %s', async (name, type, film) => {
    const path = await makeFilm({ path: join(folder, name), ...film });
    expect(filmType((await readFile(path)).subarray(0, 4096))).toBe(type);
  });
});

it('takes nothing else for a film', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  for (const bytes of ['', 'I am a text.', '%PDF-1.7', 'PK\u0003\u0004', '<svg>', '#EXTM3U', 'GIF89a'])
    expect(filmType(Buffer.from(bytes))).toBeUndefined();
  expect(filmType(png)).toBeUndefined();
  expect(filmType(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))).toBeUndefined();
});
