import type { MediaTools } from './media-tools.ts';
import { inputOf } from './probe-film.ts';
import { runMediaTool } from './run-media-tool.ts';

/** A while without sound, in seconds. */
export interface Silence {
  readonly start: number;
  readonly end: number;
}

/** Pauses of half a second and more, in the order in which they come; none where there is no sound at all. */
export async function findSilences(
  tools: MediaTools,
  path: string,
  signal?: AbortSignal,
): Promise<Silence[]> {
  const { errors } = await runMediaTool({
    program: tools.ffmpeg,
    args: [
      ...['-v', 'info', '-nostats', '-nostdin', '-threads', '1', ...inputOf(path)],
      ...['-map', '0:a:0', '-vn', '-af', 'silencedetect=noise=-35dB:d=0.5', '-f', 'null', '-'],
    ],
    limitMs: 30 * 60_000,
    signal,
  });
  return [...errors.matchAll(/silence_end: ([\d.]+) \| silence_duration: ([\d.]+)/g)].map(
    ([, end, length]) => ({
      start: Math.max(0, Number(end) - Number(length)),
      end: Number(end),
    }),
  );
}
