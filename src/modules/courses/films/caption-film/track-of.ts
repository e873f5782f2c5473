import { hash } from 'node:crypto';
import { z } from 'zod';
import { type CaptionTrack, captionTrack } from '../../content/media.ts';

/** Which track of a film: one of each kind in each language. */
export interface TrackName {
  readonly lang: string;
  readonly kind: CaptionTrack['kind'];
}

/** A language as the web writes it: "fr", "pt-BR", "zh-Hans". */
export const langTag = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}$/);

export const trackKind = captionTrack.shape.kind.catch('captions');

/** What a track's address and forms say of it; undefined where they name none. */
export function trackName(lang: unknown, kind: unknown): TrackName | undefined {
  const tag = langTag.safeParse(lang);
  return tag.success ? { lang: tag.data, kind: trackKind.parse(kind ?? 'captions') } : undefined;
}

const isIt =
  ({ lang, kind }: TrackName) =>
  (track: CaptionTrack): boolean =>
    track.lang.toLowerCase() === lang.toLowerCase() && track.kind === kind;

/** Place of a track among those of its block; -1 where there is none. */
export const placeOf = (tracks: readonly CaptionTrack[], name: TrackName): number =>
  tracks.findIndex(isIt(name));

/** The tracks with this one put in the place of the one of its name, or after all others. */
export function withTrack(tracks: readonly CaptionTrack[], track: CaptionTrack): readonly CaptionTrack[] {
  const at = placeOf(tracks, track);
  return at < 0 ? [...tracks, track] : tracks.with(at, track);
}

export const withoutTrack = (tracks: readonly CaptionTrack[], name: TrackName): readonly CaptionTrack[] => {
  const at = placeOf(tracks, name);
  return at < 0 ? tracks : tracks.toSpliced(at, 1);
};

/** Tells whether captions are still as somebody saw them. */
export const stampOf = (vtt: string | undefined): string =>
  vtt === undefined ? 'none' : hash('sha256', vtt, 'base64url').slice(0, 16);
