import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import { readSetting } from '../../../platform/settings/settings.queries.ts';

export const scoreSettingsName = 'reviews.score';

const share = z.number().min(0).max(1);
const variance = z.number().min(0.0001).max(4);

/** Every figure of the score that an operator may choose. */
export const scoreSettingsSchema = z
  .object({
    /** After so many months a rating counts half. */
    halfLifeMonths: z.number().min(1).max(240),
    /** What a fresh rating counts by how far it is proved: none, enrolled, certificate, completed here. */
    proofWeights: z.tuple([share, share, share, share]),
    /** Ratings of one course on one day that nothing proves weigh together as much as so many of them at most. */
    dayLimit: z.number().min(1).max(100_000),
    /** The prior where nothing is rated yet. */
    usualMean: z.number().min(1).max(5),
    /** How far ratings of one course lie apart, and courses from each other, where nothing is rated yet (variances). */
    usualWithin: variance,
    usualBetween: variance,
    /** As if so many courses of the wider circle stood in each subject: few courses say little of it. */
    priorCourses: z.number().min(0).max(1000),
    /** A course counts wholly in the prior from so many weighted ratings on. */
    fullCourse: z.number().min(0.01).max(1000),
    /** As if so many courses of the wider circle stood beside those that tell how much courses differ. */
    spreadCourses: z.number().min(0).max(1000),
    /** The same for ratings and how far they lie apart within a course. */
    spreadRatings: z.number().min(0).max(100_000),
    /** A course tells how much courses differ from so many ratings on. */
    fittedFrom: z.number().min(2).max(1000),
    leastM: z.number().min(0.1).max(1000),
    mostM: z.number().min(0.1).max(10_000),
    /** "Better than 82 %" is said from so many rated courses in a subject on, of and among those with so many ratings. */
    percentileCourses: z.int().min(2).max(10_000),
    percentileRatings: z.int().min(1).max(10_000),
  })
  .refine(({ leastM, mostM }) => leastM <= mostM, { path: ['mostM'] });

export type ScoreSettings = z.infer<typeof scoreSettingsSchema>;

/** What holds until an operator chooses otherwise. */
export const usualScoreSettings: ScoreSettings = {
  halfLifeMonths: 24,
  proofWeights: [0.25, 0.5, 1, 1],
  dayLimit: 20,
  usualMean: 4.3,
  usualWithin: 0.8,
  usualBetween: 0.08,
  priorCourses: 5,
  fullCourse: 5,
  spreadCourses: 30,
  spreadRatings: 100,
  fittedFrom: 5,
  leastM: 2,
  mostM: 200,
  percentileCourses: 20,
  percentileRatings: 5,
};

/** Days in a month, a leap year in four. */
const monthDays = 365.25 / 12;

export const halfLifeDays = (settings: ScoreSettings): number => settings.halfLifeMonths * monthDays;

/** What operators chose; the usual figures where they did not, or where an older program wrote something else. */
export async function readScoreSettings(db: Db): Promise<ScoreSettings> {
  const stored = await readSetting(db, scoreSettingsName);
  const chosen = typeof stored === 'object' && stored !== null ? stored : {};
  const read = scoreSettingsSchema.safeParse({ ...usualScoreSettings, ...chosen });
  return read.success ? read.data : usualScoreSettings;
}
