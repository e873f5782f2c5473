/** The score of a course: a Bayesian mean of weighted ratings. Told in words on /ranking. */

/** What the ratings of one course come to on the reference day. */
export interface CourseSums {
  readonly courseId: string;
  readonly platform: string;
  /** '' where the course has none. */
  readonly subject: string;
  readonly ratings: number;
  /** How many of 1, 2, 3, 4 and 5 stars. */
  readonly histogram: readonly number[];
  /** Sum of the weights: how many fresh, fully proved ratings they are worth. */
  readonly weight: number;
  /** Sums of weight x stars, of weight x stars squared, and of weights squared. */
  readonly stars: number;
  readonly squares: number;
  readonly weightSquares: number;
}

export interface Parameters {
  /** What is expected of a course before anybody rated it: 1 to 5. */
  readonly prior: number;
  /** As if so many full ratings of that prior had been given. */
  readonly m: number;
}

/** (m x prior + sum of weight x stars) / (m + sum of weights). */
export const fairMean = (sums: Pick<CourseSums, 'weight' | 'stars'>, { prior, m }: Parameters): number =>
  (m * prior + sums.stars) / (m + sums.weight);

/** The weighted mean of a course's own ratings; undefined where they weigh nothing. */
export const ownMean = (sums: Pick<CourseSums, 'weight' | 'stars'>): number | undefined =>
  sums.weight > 0 ? sums.stars / sums.weight : undefined;

/** Of all ratings alike: 1 to 5. */
export function rawMean({ histogram, ratings }: Pick<CourseSums, 'histogram' | 'ratings'>): number {
  return histogram.reduce((sum, count, at) => sum + count * (at + 1), 0) / ratings;
}

/**
 * How many ratings of equal weight would tell the mean as surely (Kish): 100 ratings of one day are 100 however old they
 * are, while their weight in the score halves every half-life.
 */
export const evenRatings = ({
  weight,
  weightSquares,
}: Pick<CourseSums, 'weight' | 'weightSquares'>): number =>
  weightSquares > 0 ? (weight * weight) / weightSquares : 0;
