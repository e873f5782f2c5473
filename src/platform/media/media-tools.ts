import { runMediaTool } from './run-media-tool.ts';

/** The programs, as found on this machine. */
export interface MediaTools {
  readonly ffmpeg: string;
  readonly ffprobe: string;
  /** "5.1.9" */
  readonly version: string;
}

export interface MediaPaths {
  /** FFMPEG_PATH and FFPROBE_PATH; undefined: looked for in PATH. */
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
}

const quickly = 10_000;
const needed = ['libx264', 'aac'];

/** How to get the programs, for operators. */
export const howToInstall =
  'Debian, Ubuntu: apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install ffmpeg; or set FFMPEG_PATH and FFPROBE_PATH';

/**
 * Looks whether ffmpeg and ffprobe can be run and can encode what we make.
 * @throws Error with a sentence for operators
 */
export async function lookForMediaTools({ ffmpegPath, ffprobePath }: MediaPaths): Promise<MediaTools> {
  const ffmpeg = ffmpegPath ?? 'ffmpeg';
  const ffprobe = ffprobePath ?? 'ffprobe';
  const version = await versionOf(ffmpeg, 'FFMPEG_PATH');
  await versionOf(ffprobe, 'FFPROBE_PATH');
  const { output } = await runMediaTool({
    program: ffmpeg,
    args: ['-hide_banner', '-encoders'],
    limitMs: quickly,
  });
  const missing = needed.filter((encoder) => !new RegExp(`\\s${encoder}\\s`).test(output));
  if (missing.length > 0)
    throw new Error(
      `ffmpeg ${version} cannot encode ${missing.join(' and ')}: install a whole one (${howToInstall})`,
    );
  return { ffmpeg, ffprobe, version };
}

async function versionOf(program: string, setting: string): Promise<string> {
  const run = runMediaTool({ program, args: ['-version'], limitMs: quickly });
  const { output } = await run.catch(() => {
    throw new Error(
      `${program} (${setting}) cannot be run: films are kept and shown as they came, in one size. To have them made in sizes: ${howToInstall}`,
    );
  });
  return /version\s+n?(\S+)/.exec(output)?.[1] ?? 'of unknown version';
}

const known = new WeakMap<MediaPaths, Promise<MediaTools | undefined>>();

/** The programs, or undefined where they are not there; looked for once a process. */
export function mediaTools(paths: MediaPaths): Promise<MediaTools | undefined> {
  const found = known.get(paths) ?? lookForMediaTools(paths).catch(() => undefined);
  known.set(paths, found);
  return found;
}
