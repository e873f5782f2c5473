import type { EncodeJob } from './encode-film.ts';
import { inputOf } from './probe-film.ts';
import { runMediaTool } from './run-media-tool.ts';

export interface Cut {
  /** Seconds. */
  readonly from: number;
  /** Seconds; undefined: to the end. */
  readonly to: number | undefined;
}

/**
 * A part of a film that begins and ends where it was said, not at the key picture before: it is encoded once more, in good
 * quality, since its sizes are made of it.
 */
export async function cutFilm(job: EncodeJob, { from, to }: Cut): Promise<void> {
  const { tools, source, target, facts, signal } = job;
  const length = (to ?? facts.duration) - from;
  await runMediaTool({
    program: tools.ffmpeg,
    args: [
      ...['-v', 'error', '-nostdin', '-y', '-threads', '1', '-ss', from.toFixed(3), ...inputOf(source)],
      ...['-t', length.toFixed(3), '-map', '0:V:0?', '-map', '0:a:0?', '-sn', '-dn', '-map_chapters', '-1'],
      ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-pix_fmt', 'yuv420p', '-vf', evenSize],
      ...[
        '-c:a',
        'aac',
        '-b:a',
        '128k',
        '-threads',
        '1',
        '-movflags',
        '+faststart',
        '-f',
        'mp4',
        `file:${target}`,
      ],
    ],
    limitMs: Math.max(600, length * 20) * 1000,
    signal,
  });
}

const evenSize = 'scale=trunc(iw*sar/2)*2:trunc(ih/2)*2,setsar=1';
