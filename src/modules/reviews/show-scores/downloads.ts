import type { Db } from '../../../platform/db/database.ts';
import { csvLine } from '../../../platform/text/csv-line.ts';
import { proofNumber } from '../score-courses/keep-rating.queries.ts';
import { halfLifeDays } from '../score-courses/score-settings.ts';
import type { Proof } from '../tables.ts';
import { type ListedScore, ratingLines, scoresAfter } from './downloads.queries.ts';
import { presentParameters } from './present-parameters.ts';

/** Ratings that one statement writes out. */
const ratingPage = 20_000;
const scorePage = 2_000;

/** Every rating that counts, a line each; memory does not grow with them. */
export async function* ratingsCsv(db: Db, today: string): AsyncGenerator<string> {
  const parameters = await presentParameters(db, today);
  yield 'course,date,stars,proof,weight\r\n';
  for (let after = 0; ;) {
    const { text, last } = await ratingLines(db, parameters, after, ratingPage);
    if (last === null) return;
    yield text;
    after = last;
  }
}

const scoreHeader = [
  'course',
  'slug',
  'title',
  'subject',
  'platform',
  'ratings',
  'weighted_ratings',
  'raw_mean',
  'prior',
  'm',
  'score',
  'percentile',
  'stars_1',
  'stars_2',
  'stars_3',
  'stars_4',
  'stars_5',
  'reference_day',
];

/** Every score, with all that it is made of. */
export async function* scoresCsv(db: Db): AsyncGenerator<string> {
  yield csvLine(scoreHeader);
  for (let after: string | undefined; ;) {
    const scores = await scoresAfter(db, after, scorePage);
    for (const score of scores) yield scoreLine(score);
    after = scores.at(-1)?.courseId;
    if (after === undefined || scores.length < scorePage) return;
  }
}

const scoreLine = (score: ListedScore): string =>
  csvLine([
    score.courseId,
    score.slug,
    score.title,
    score.subject,
    score.platform,
    score.count,
    score.weightedCount,
    score.rawMean,
    score.prior,
    score.m,
    score.mean,
    score.percentile ?? '',
    ...score.histogram,
    score.referenceDay,
  ]);

/** Every figure of the formula, for programs. */
export async function parametersJson(db: Db, today: string): Promise<Readonly<Record<string, unknown>>> {
  const { referenceDay, fittedAt, settings, groups } = await presentParameters(db, today);
  const { proofWeights, ...figures } = settings;
  const proofs = Object.keys(proofNumber) as Proof[];
  return {
    formula: 'score = (m * prior + sum(weight * stars)) / (m + sum(weight))',
    weight: 'proofWeights[proof] * 0.5 ^ (days from date to referenceDay / halfLifeDays)',
    weightOfUnproved: 'times min(1, dayLimit / ratings with proof none of the same course and date)',
    referenceDay,
    ...(fittedAt ? { fittedAt: fittedAt.toISOString() } : {}),
    halfLifeDays: halfLifeDays(settings),
    proofWeights: Object.fromEntries(proofs.map((proof) => [proof, proofWeights[proofNumber[proof]]])),
    ...figures,
    groups,
  };
}
