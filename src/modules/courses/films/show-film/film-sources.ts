import type { Rendition } from '../../tables.ts';
import type { FilmFile } from './film-scene.ts';

/** Names of what is made of a film; its height in lines, or what it is. */
export const filmNames = {
  '240p': '240p.mp4',
  '480p': '480p.mp4',
  '720p': '720p.mp4',
  audio: 'audio.m4a',
  poster: 'poster.webp',
} as const;
const sizes = ['240p', '480p', '720p'] as const;
export type FilmSize = (typeof sizes)[number];

/** Types that every browser of today plays as they are. */
const playable = /^(?:video\/(?:mp4|webm)|audio\/(?:mpeg|mp4|aac|ogg|wav|x-wav|flac|webm))$/;
export const browsersPlay = (type: string): boolean =>
  playable.test(type.split(';')[0]?.trim().toLowerCase() ?? '');

export interface SizedRendition {
  readonly size: FilmSize;
  /** "480p"; lines that it really has, where the film came smaller. */
  readonly label: string;
  readonly rendition: Rendition;
}

const named = (file: FilmFile, name: string): Rendition | undefined =>
  file.renditions.find((rendition) => rendition.name === name);

/** The sizes that were made, small to large. */
export const sizesOf = (file: FilmFile): SizedRendition[] =>
  sizes.flatMap((size) => {
    const rendition = named(file, filmNames[size]);
    return rendition ? [{ size, label: labelOf(size, rendition), rendition }] : [];
  });

const labelOf = (size: FilmSize, { width, height }: Rendition): string =>
  width && height ? `${Math.min(width, height)}p` : size;

export const audioOf = (file: FilmFile): Rendition | undefined => named(file, filmNames.audio);

/** The picture that stands before the film is played. */
export const posterOf = (file: FilmFile): Rendition | undefined => named(file, filmNames.poster);

export interface FilmSource {
  /** Undefined: the film as it came. */
  readonly rendition: Rendition | undefined;
  readonly type: string;
  /** For which screens; the first that fits is taken. */
  readonly media: string | undefined;
}

/** A screen on which more lines than 480 are seen. */
const wideScreen = '(min-width: 48rem)';

/**
 * What a <video> is given to choose from: whoever saves data gets the smallest, wide screens the largest, all others 480
 * lines or fewer. The film as it came comes last, where browsers play it.
 */
export function filmSources(file: FilmFile, saveData: boolean): FilmSource[] {
  const made = sizesOf(file);
  const smallest = made[0];
  const largest = made.at(-1);
  const usual = made.findLast(({ size }) => size !== '720p') ?? largest;
  const chosen = saveData ? [smallest] : largest !== usual ? [largest, usual] : [usual];
  const sources = chosen.flatMap((each) =>
    each
      ? [
          {
            rendition: each.rendition,
            type: each.rendition.type,
            media: !saveData && each === largest && largest !== usual ? wideScreen : undefined,
          },
        ]
      : [],
  );
  const asItCame = { rendition: undefined, type: file.type, media: undefined };
  return sources.length > 0 ? sources : browsersPlay(file.type) ? [asItCame] : [];
}
