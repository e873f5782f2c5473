import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import {
  type EncodeJob,
  encodeFilm,
  encodeSound,
  takeStill,
} from '../../../../platform/media/encode-film.ts';
import { filmLadder } from '../../../../platform/media/film-ladder.ts';
import type { FilmFacts } from '../../../../platform/media/probe-film.ts';
import { filmNames } from '../show-film/film-sources.ts';

/** One thing that is made of a film. */
export interface FilmStep {
  /** Name of the rendition. */
  readonly name: string;
  readonly type: string;
  readonly width?: number;
  readonly height?: number;
  /** Work that it is, beside the others. */
  readonly weight: number;
  /** Writes it to `job.target`. */
  run(job: EncodeJob): Promise<void>;
}

/** What is made of a film with this in it, what matters most first: something to see, to hear, then sizes from small to large. */
export function filmSteps(facts: FilmFacts): FilmStep[] {
  const { picture, sound } = facts;
  return [
    ...(picture ? [poster(picture)] : []),
    ...(sound ? [{ name: filmNames.audio, type: 'audio/mp4', weight: 5, run: encodeSound }] : []),
    ...(picture ? filmLadder(picture) : []).map((step) => ({
      name: filmNames[`${step.lines}p`],
      type: 'video/mp4',
      width: step.width,
      height: step.height,
      weight: Math.round((step.width * step.height) / 10_000) + 5,
      run: (job: EncodeJob) => encodeFilm(job, step),
    })),
  ];
}

const posterWidth = 1280;

function poster({ width, height }: { readonly width: number; readonly height: number }): FilmStep {
  const share = Math.min(1, posterWidth / width);
  return {
    name: filmNames.poster,
    type: 'image/webp',
    width: Math.round(width * share),
    height: Math.round(height * share),
    weight: 3,
    async run(job) {
      const still = `${job.target}.png`;
      await takeStill({ ...job, target: still });
      const picture = sharp(await readFile(still), { limitInputPixels: 50_000_000 });
      await picture
        .resize({ width: posterWidth, withoutEnlargement: true })
        .webp({ quality: 74 })
        .toFile(job.target);
    },
  };
}
