import type { Db } from '../../../platform/db/database.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { countFigures, keepFigures, keptFigures } from './figures.queries.ts';

export interface Counted {
  readonly courses: number;
  readonly samples: number;
  readonly platforms: number;
  readonly providers: number;
  readonly languages: number;
  /** The most frequent first; language tags, slugs with names, ids of top subjects. */
  readonly byLanguage: readonly { readonly tag: string; readonly count: number }[];
  readonly byPlatform: readonly { readonly slug: string; readonly name: string; readonly count: number }[];
  readonly bySubject: readonly { readonly subject: string; readonly count: number }[];
  /** Runs that begin in a month ('2026-11-01'), twelve months back and six ahead, in order. */
  readonly startsByMonth: readonly { readonly month: string; readonly count: number }[];
  readonly ratings: {
    readonly count: number;
    readonly mean: number | null;
    /** Of 1 to 5 stars. */
    readonly histogram: readonly [number, number, number, number, number];
    readonly ratedCourses: number;
  };
  /** Ratings given in a month, the last twelve, in order. */
  readonly ratingsByMonth: readonly { readonly month: string; readonly count: number }[];
  readonly following: number;
}

export interface Figures extends Counted {
  readonly madeAt: Date;
}

/** Counts everything and keeps it. */
export async function refreshFigures(db: Db, now: Date): Promise<Figures> {
  const counted = await countFigures(db, dayOf(now));
  await keepFigures(db, counted, now);
  return { ...counted, madeAt: now };
}

/** The figures as they were counted last; counted now where nobody did. `keep` commits apart from a request that reads. */
export async function currentFigures(db: Db, keep: Db, now: Date): Promise<Figures> {
  return (await keptFigures(db)) ?? (await refreshFigures(keep, now));
}
