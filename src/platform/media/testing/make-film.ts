import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mediaTools } from '../media-tools.ts';

const run = promisify(execFile);

/** The programs of this machine; undefined where there are none, and tests of films are skipped. */
export const toolsOfTests = await mediaTools({ ffmpegPath: undefined, ffprobePath: undefined });

export const filmFolder = (): string => mkdtempSync(join(tmpdir(), 'passerelle-films-'));

export interface FilmToMake {
  /** Its ending chooses the format. */
  readonly path: string;
  readonly size?: string;
  readonly seconds?: number;
  /** False: no sound. */
  readonly sound?: boolean;
  /** False: no picture. */
  readonly picture?: boolean;
  /** Further options of ffmpeg before the file. */
  readonly options?: readonly string[];
}

/** Makes a small film of moving shapes and a tone. */
export async function makeFilm(film: FilmToMake): Promise<string> {
  const { path, size = '320x180', seconds = 1, sound = true, picture = true, options = [] } = film;
  const inputs = [
    ...(picture ? ['-f', 'lavfi', '-i', `testsrc2=s=${size}:r=15:d=${seconds}`] : []),
    ...(sound ? ['-f', 'lavfi', '-i', `sine=frequency=440:duration=${seconds}`] : []),
  ];
  await run('ffmpeg', ['-v', 'error', '-y', ...inputs, ...options, path]);
  return path;
}
