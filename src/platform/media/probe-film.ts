import { z } from 'zod';
import type { MediaTools } from './media-tools.ts';
import { MediaTrouble } from './media-trouble.ts';
import { runMediaTool } from './run-media-tool.ts';

/** What is in a film or a recording. */
export interface FilmFacts {
  /** Seconds. */
  readonly duration: number;
  /** Absent for recordings of sound; a cover picture is no film. */
  readonly picture?: {
    /** In square pixels, upright: as one sees it. */
    readonly width: number;
    readonly height: number;
    /** Pictures a second, on average. */
    readonly rate: number;
    /** "h264" */
    readonly codec: string;
    /** Whether 8 bits and half colour, which every browser plays. */
    readonly isPlain: boolean;
  };
  readonly sound?: { readonly channels: number; readonly codec: string };
  /** "mov,mp4,m4a,3gp,3g2,mj2" */
  readonly container: string;
}

const formats =
  'mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,mpegvideo,ogg,wav,w64,mp3,flac,aac,asf,flv,aiff,amr,caf,dv,mxf';

/** What every reading of a file is bound to: formats of films only, from the disk only. */
export const inputOf = (path: string): readonly string[] => [
  '-protocol_whitelist',
  'file',
  '-format_whitelist',
  formats,
  '-i',
  `file:${path}`,
];

const number = z.coerce.number().catch(0);
const stream = z.object({
  codec_type: z.string().catch(''),
  codec_name: z.string().catch(''),
  width: number,
  height: number,
  sample_aspect_ratio: z.string().catch('1:1'),
  pix_fmt: z.string().catch(''),
  avg_frame_rate: z.string().catch(''),
  duration: number,
  channels: number,
  disposition: z.object({ attached_pic: number }).catch({ attached_pic: 0 }),
  side_data_list: z.array(z.object({ rotation: number })).catch([]),
  tags: z.object({ rotate: number }).catch({ rotate: 0 }),
});
type Stream = z.infer<typeof stream>;
const probed = z.object({
  streams: z.array(stream).catch([]),
  format: z
    .object({ format_name: z.string().catch(''), duration: number })
    .catch({ format_name: '', duration: 0 }),
});

export const filmLimits = { seconds: 12 * 3600, pixels: 8192 * 4608 } as const;

/**
 * Looks into a file.
 * @throws MediaTrouble broken (no film), empty (nothing to see or hear), too-long, too-large, absent, stopped, timed-out
 */
export async function probeFilm(tools: MediaTools, path: string, signal?: AbortSignal): Promise<FilmFacts> {
  const args = ['-v', 'error', '-print_format', 'json', '-show_format', '-show_streams', ...inputOf(path)];
  const { output } = await runMediaTool({ program: tools.ffprobe, args, limitMs: 60_000, signal }).catch(
    asBroken,
  );
  const { streams, format } = probed.parse(JSON.parse(output || '{}'));
  const picture = streams.find((each) => each.codec_type === 'video' && !each.disposition.attached_pic);
  const sound = streams.find((each) => each.codec_type === 'audio');
  if (!picture && !sound) throw new MediaTrouble('empty');
  const told = Math.max(format.duration, picture?.duration ?? 0, sound?.duration ?? 0);
  const duration = told > 0 ? told : await lengthByReading(tools, path, signal);
  if (duration <= 0) throw new MediaTrouble('empty');
  if (duration > filmLimits.seconds) throw new MediaTrouble('too-long');
  return {
    duration,
    ...(picture && { picture: pictureOf(picture) }),
    ...(sound && { sound: { channels: Math.max(1, sound.channels), codec: sound.codec_name } }),
    container: format.format_name,
  };
}

/** A program that fails at looking met no film. */
function asBroken(error: unknown): never {
  if (error instanceof MediaTrouble && error.code === 'failed')
    throw new MediaTrouble('broken', error.detail);
  throw error;
}

function pictureOf(from: Stream): NonNullable<FilmFacts['picture']> {
  const { width, height } = from;
  if (width < 2 || height < 2) throw new MediaTrouble('broken', `${width} x ${height} pixels`);
  if (width * height > filmLimits.pixels) throw new MediaTrouble('too-large', `${width} x ${height} pixels`);
  const wide = Math.round(width * ratioOf(from.sample_aspect_ratio, ':'));
  const turn = from.side_data_list.find(({ rotation }) => rotation !== 0)?.rotation ?? from.tags.rotate;
  const isTurned = Math.abs(turn) % 180 === 90;
  return {
    width: isTurned ? height : wide,
    height: isTurned ? wide : height,
    rate: ratioOf(from.avg_frame_rate, '/', 25),
    codec: from.codec_name,
    isPlain: /^yuvj?420p$/.test(from.pix_fmt),
  };
}

/** "4:3" or "30000/1001"; what is none, or absurd, is `otherwise`. */
function ratioOf(text: string, sign: string, otherwise = 1): number {
  const [above = 0, below = 0] = text.split(sign).map(Number);
  const ratio = above / below;
  return Number.isFinite(ratio) && ratio > 0.02 && ratio < 1000 ? ratio : otherwise;
}

/** Films recorded in a browser do not say how long they are: all of it is read. */
async function lengthByReading(tools: MediaTools, path: string, signal?: AbortSignal): Promise<number> {
  let seconds = 0;
  await runMediaTool({
    program: tools.ffmpeg,
    args: [
      '-v',
      'error',
      '-nostdin',
      ...inputOf(path),
      '-c',
      'copy',
      '-f',
      'null',
      '-progress',
      'pipe:1',
      '-',
    ],
    limitMs: 10 * 60_000,
    signal,
    onLine: (line) => (seconds = Math.max(seconds, secondsDone(line) ?? 0)),
  }).catch(asBroken);
  return seconds;
}

/** The time of the film that a line of ffmpeg's progress tells; undefined where it tells another thing. */
export function secondsDone(line: string): number | undefined {
  const us = /^out_time_(?:us|ms)=(\d+)$/.exec(line)?.[1];
  return us === undefined ? undefined : Number(us) / 1e6;
}
