import type { FilmLines, FilmStep } from './film-ladder.ts';
import type { MediaTools } from './media-tools.ts';
import { type FilmFacts, inputOf, secondsDone } from './probe-film.ts';
import { runMediaTool } from './run-media-tool.ts';

/** What one run works on, and who is told of it. */
export interface EncodeJob {
  readonly tools: MediaTools;
  readonly source: string;
  readonly target: string;
  readonly facts: FilmFacts;
  readonly signal?: AbortSignal | undefined;
  /** Share that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
}

/** Most kilobits a second, quality (lower is better), and what decoders must be able to do. */
const settings: Readonly<
  Record<FilmLines, { rate: number; quality: number; sound: number; profile: string }>
> = {
  240: { rate: 280, quality: 27, sound: 48, profile: 'baseline' },
  480: { rate: 750, quality: 25, sound: 80, profile: 'main' },
  720: { rate: 1600, quality: 24, sound: 112, profile: 'main' },
};

const mostRate = 30;

/** The film in one size: H.264 and AAC in MP4 that starts while it loads, without what the camera told of place and owner. */
export async function encodeFilm(job: EncodeJob, { lines, width, height }: FilmStep): Promise<void> {
  const { rate, quality, sound, profile } = settings[lines];
  const { picture } = job.facts;
  const frames = Math.min(mostRate, picture?.rate ?? mostRate);
  await encode(job, [
    ...['-map', '0:V:0', ...(job.facts.sound ? ['-map', '0:a:0'] : [])],
    // an even pace, whatever the source had: what phones and screen recorders make stutters in players otherwise
    ...['-vf', `fps=${frames.toFixed(3)},scale=${width}:${height}:flags=bicubic,setsar=1,format=yuv420p`],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-profile:v', profile, '-crf', String(quality)],
    ...['-maxrate', `${rate}k`, '-bufsize', `${rate * 2}k`, '-g', String(Math.round(frames * 4))],
    ...soundOptions(job.facts, sound),
    ...['-movflags', '+faststart', '-f', 'mp4'],
  ]);
}

/** The sound alone, as M4A. */
export async function encodeSound(job: EncodeJob): Promise<void> {
  await encode(job, [
    ...['-map', '0:a:0', '-vn'],
    ...soundOptions(job.facts, (job.facts.sound?.channels ?? 1) > 1 ? 96 : 64),
    ...['-movflags', '+faststart', '-f', 'ipod'],
  ]);
}

const soundOptions = ({ sound }: FilmFacts, kilobits: number): readonly string[] =>
  sound
    ? [
        ...[
          '-c:a',
          'aac',
          '-b:a',
          `${kilobits}k`,
          '-ac',
          String(Math.min(2, sound.channels)),
          '-ar',
          '44100',
        ],
        // gaps in the sound of a broken recording are filled, so that lips and words stay together
        ...['-af', 'aresample=async=1:first_pts=0'],
      ]
    : ['-an'];

async function encode(
  { tools, source, target, facts, signal, onProgress }: EncodeJob,
  options: readonly string[],
) {
  await runMediaTool({
    program: tools.ffmpeg,
    args: [
      ...['-v', 'error', '-nostdin', '-y', '-threads', '1', '-filter_threads', '1', ...inputOf(source)],
      ...options,
      ...['-threads', '1', '-sn', '-dn', '-map_metadata', '-1', '-map_chapters', '-1'],
      ...['-progress', 'pipe:1', `file:${target}`],
    ],
    limitMs: limitFor(facts.duration),
    signal,
    onLine: (line) => {
      const seconds = secondsDone(line);
      if (seconds !== undefined) onProgress?.(Math.min(1, seconds / facts.duration));
    },
  });
}

/** Twenty times as long as the film lasts, ten minutes at least: a slow machine gets through, a trap does not. */
const limitFor = (seconds: number): number => Math.max(600, seconds * 20) * 1000;

/**
 * A telling still picture near the beginning, upright, as PNG: the most usual of some pictures around a tenth of the film,
 * so that it is no black one.
 */
export async function takeStill(job: Omit<EncodeJob, 'onProgress'>): Promise<void> {
  const { tools, source, target, facts, signal } = job;
  const at = Math.min(30, facts.duration / 10);
  await runMediaTool({
    program: tools.ffmpeg,
    args: [
      ...['-v', 'error', '-nostdin', '-y', '-threads', '1', '-ss', at.toFixed(3), ...inputOf(source)],
      ...['-map', '0:V:0', '-vf', "thumbnail=50,scale='min(1280,iw*sar)':-2,setsar=1", '-frames:v', '1'],
      ...['-threads', '1', '-c:v', 'png', '-f', 'image2', '-update', '1', `file:${target}`],
    ],
    limitMs: 300_000,
    signal,
  });
}
