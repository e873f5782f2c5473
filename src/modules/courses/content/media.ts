import { z } from 'zod';
import { courseText, line, partId } from './identifiers.ts';

/** Text of what is said, in one language: WebVTT, kept as it was checked. */
export const captionTrack = z.object({
  lang: z.string().min(2).max(35),
  /** `captions` are read while it plays; `chapters` name its parts; `descriptions` tell what is seen. */
  kind: z.enum(['captions', 'subtitles', 'chapters', 'descriptions']).default('captions'),
  vtt: z.string().max(2_000_000),
});
export type CaptionTrack = z.infer<typeof captionTrack>;

/** A film on another site; nothing of it is loaded before the learner asks for it. */
const linkedFilm = z.object({
  site: z.enum(['youtube', 'vimeo', 'peertube', 'other']),
  /** The page or file of the film, https. */
  url: z.url({ protocol: /^https?$/ }),
});

export const videoBlock = z.object({
  type: z.literal('video'),
  /** An uploaded film: id of the course's file; its renditions are rows of the module's own. */
  file: partId.optional(),
  link: linkedFilm.optional(),
  /** Seconds. */
  duration: z.number().min(0).optional(),
  /** Seconds: only this part of it is shown. */
  start: z.number().min(0).optional(),
  end: z.number().min(0).optional(),
  poster: partId.optional(),
  tracks: z.array(captionTrack).max(60).default([]),
  /** Whether learners may download it. */
  download: z.boolean().default(true),
});

export const audioBlock = z.object({
  type: z.literal('audio'),
  file: partId,
  transcript: courseText.optional(),
  tracks: z.array(captionTrack).max(60).default([]),
});

export const fileBlock = z.object({
  type: z.literal('file'),
  file: partId,
  label: line,
  text: courseText.optional(),
});

/** A page of another site, shown on request in a frame. */
export const embedBlock = z.object({
  type: z.literal('embed'),
  url: z.url({ protocol: /^https?$/ }),
  label: line,
  /** Pixels. */
  height: z.number().int().min(50).max(4000).default(480),
});
