/**
 * The one formula that orders courses, also told in words on /ranking, which is made from these numbers. There is no
 * place in it for money: nothing that a provider pays or asks for changes any of these figures.
 */

/** Points out of 100 for a search with words. */
export const scorePoints = { words: 55, title: 20, language: 10, quality: 15 } as const;
export type ScorePart = keyof typeof scorePoints;

/** The visitor's language in the measure of the quality, so that lists with and without words agree. */
export const languageBonus = Math.round((scorePoints.language / scorePoints.quality) * 1000);

/** So many of the best by title, and so many of the best by quality, are weighed one by one. */
export const weighedOneByOne = 300;

/** What a word is worth by where it stands: title, provider or skill, summary, the rest. */
export const placeWeights = { A: 1, B: 0.5, C: 0.25, D: 0.1 } as const;

/** Points out of 1000 for the quality of a course, used where words do not decide. */
export const qualityPoints = { rating: 400, joinable: 300, described: 200, link: 100 } as const;
export type QualityPart = keyof typeof qualityPoints;

/** A platform's own mark is drawn towards the mean mark, as if this many people had given that. */
export const ratingPrior = { mean: 4.3, count: 100 } as const;
/** Each person behind a platform's own mark counts as this share of one: we cannot tell who they are. */
export const platformMarkShare = 0.25;

/** How near one can begin, from 0 to 1. */
export const joinableShares = {
  now: 1,
  'within-a-month': 0.9,
  announced: 0.7,
  predicted: 0.35,
  readable: 0.35,
  running: 0.2,
  'to-be-announced': 0.1,
  over: 0,
} as const;
export type Joinable = keyof typeof joinableShares;

/** What a good description says; each counts the same. */
export const describedBy = [
  'summary',
  'description',
  'syllabus',
  'outcomes',
  'effort',
  'costs',
  'level',
  'language',
  'provider',
  'certificate',
] as const;
export type DescribedBy = (typeof describedBy)[number];

export interface Marks {
  readonly mean: number;
  readonly count: number;
}

/**
 * The mark that counts, 1 to 5: the score of this site's reviews as it comes, which is fair already, else the platform's
 * own mark drawn towards the mean. Undefined where nobody gave one.
 */
export function fairMark(here: Marks | undefined, onPlatform: Marks | undefined): number | undefined {
  if (here && here.count > 0) return here.mean;
  if (!onPlatform || onPlatform.count <= 0) return undefined;
  const count = onPlatform.count * platformMarkShare;
  return (ratingPrior.mean * ratingPrior.count + onPlatform.mean * count) / (ratingPrior.count + count);
}

export interface QualityFacts {
  readonly mark: number | undefined;
  readonly joinable: Joinable;
  readonly described: readonly DescribedBy[];
  readonly linkIsDead: boolean;
}

/** Each part of the quality in its points; their sum, rounded, is the quality from 0 to 1000. */
export function qualityParts(facts: QualityFacts): Readonly<Record<QualityPart, number>> {
  // three stars and less earn nothing, five earn all
  const mark = facts.mark ?? ratingPrior.mean;
  return {
    rating: qualityPoints.rating * Math.min(1, Math.max(0, (mark - 3) / 2)),
    joinable: qualityPoints.joinable * joinableShares[facts.joinable],
    described: (qualityPoints.described * facts.described.length) / describedBy.length,
    link: facts.linkIsDead ? 0 : qualityPoints.link,
  };
}

export function qualityOf(facts: QualityFacts): number {
  return Math.round(Object.values(qualityParts(facts)).reduce((sum, part) => sum + part, 0));
}
