import { z } from 'zod';
import type { Db } from '../../../platform/db/database.ts';
import { readSetting } from '../../../platform/settings/settings.queries.ts';

export const scoreSettingsName = 'reviews.score';

/** Every figure of the score that an operator may choose, but for the weights of proofs: its least and its most. */
export const figureRanges = {
  /** After so many months a rating counts half. */
  halfLifeMonths: [1, 240],
  /** Ratings of one course on one day that nothing proves weigh together as much as so many of them at most. */
  dayLimit: [1, 100_000],
  /** The prior where nothing is rated yet. */
  usualMean: [1, 5],
  /** How far ratings of one course lie apart, and courses from each other, where nothing is rated yet (variances). */
  usualWithin: [0.0001, 4],
  usualBetween: [0.0001, 4],
  /** As if so many courses of the wider circle stood in each subject: few courses say little of it. */
  priorCourses: [0, 1000],
  /** A course counts wholly in the prior from so many weighted ratings on. */
  fullCourse: [0.01, 1000],
  /** As if so many courses of the wider circle stood beside those that tell how much courses differ. */
  spreadCourses: [0, 1000],
  /** The same for ratings and how far they lie apart within a course. */
  spreadRatings: [0, 100_000],
  /** A course tells how much courses differ from so many ratings on. */
  fittedFrom: [2, 1000],
  leastM: [0.1, 1000],
  mostM: [0.1, 10_000],
  /** "Better than 82 %" is said from so many rated courses in a subject on, of and among those with so many ratings. */
  percentileCourses: [2, 10_000],
  percentileRatings: [1, 10_000],
} as const satisfies Readonly<Record<string, readonly [least: number, most: number]>>;

export type Figure = keyof typeof figureRanges;
export const figures = Object.keys(figureRanges) as readonly Figure[];
/** Figures that count whole things. */
export const wholeFigures: readonly Figure[] = ['percentileCourses', 'percentileRatings'];

/** What a fresh rating counts by how far it is proved. */
const proofWeight = z.number().min(0).max(1);

const figureSchema = (figure: Figure) => {
  const [least, most] = figureRanges[figure];
  return (wholeFigures.includes(figure) ? z.int() : z.number()).min(least).max(most);
};

export const scoreSettingsSchema = z
  .object({
    /** None, enrolled, certificate, completed here. */
    proofWeights: z.tuple([proofWeight, proofWeight, proofWeight, proofWeight]),
    ...(Object.fromEntries(figures.map((figure) => [figure, figureSchema(figure)])) as Readonly<
      Record<Figure, z.ZodNumber>
    >),
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
