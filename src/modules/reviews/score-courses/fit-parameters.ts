import { type CourseSums, evenRatings, ownMean, type Parameters } from './score-formula.ts';
import type { ScoreSettings } from './score-settings.ts';

/** The prior and its weight for one circle of courses, with what they were fitted on. */
export interface FittedGroup extends Parameters {
  /** '' stands for all platforms, or all subjects. */
  readonly platform: string;
  readonly subject: string;
  readonly within: number;
  readonly between: number;
  readonly courses: number;
  /** Courses with ratings enough to tell how much courses differ. */
  readonly fittedCourses: number;
  readonly ratings: number;
}

export interface Fit {
  /** Every circle that has courses, and all courses together. */
  readonly groups: readonly FittedGroup[];
  parametersOf(course: Pick<CourseSums, 'platform' | 'subject'>): FittedGroup;
}

interface Spread {
  readonly within: number;
  readonly between: number;
}

const all = '';
const keyOf = (platform: string, subject: string): string => `${platform}\n${subject}`;

/**
 * Fits a prior for each subject and m for each subject on each platform (empirical Bayes). A circle with few courses is
 * drawn towards the next wider one: subject on its platform, the platform, all courses, and at last the stated figures.
 */
export function fitParameters(courses: readonly CourseSums[], settings: ScoreSettings): Fit {
  const usual = { within: settings.usualWithin, between: settings.usualBetween };
  const wholeSpread = spreadOf(courses, usual, settings);
  const wholePrior = priorOf(courses, settings.usualMean, settings);
  const whole = groupOf(all, all, courses, wholePrior, wholeSpread, settings);
  const groups = new Map([[keyOf(all, all), whole]]);
  const add = (group: FittedGroup) => void groups.set(keyOf(group.platform, group.subject), group);
  for (const [subject, members] of by(courses, (course) => course.subject)) {
    if (subject !== all)
      add(groupOf(all, subject, members, priorOf(members, wholePrior, settings), wholeSpread, settings));
  }
  for (const [platform, members] of by(courses, (course) => course.platform)) {
    const onPlatform = spreadOf(members, wholeSpread, settings);
    add(groupOf(platform, all, members, wholePrior, onPlatform, settings));
    for (const [subject, few] of by(members, (course) => course.subject)) {
      if (subject === all) continue;
      const prior = groups.get(keyOf(all, subject))?.prior ?? wholePrior;
      add(groupOf(platform, subject, few, prior, spreadOf(few, onPlatform, settings), settings));
    }
  }
  return { groups: [...groups.values()], parametersOf: (course) => nearest(groups, course) };
}

/** As fitted groups were stored: what holds for a course that came since. */
export function storedFit(groups: readonly FittedGroup[]): Fit {
  const known = new Map(groups.map((group) => [keyOf(group.platform, group.subject), group]));
  return { groups, parametersOf: (course) => nearest(known, course) };
}

/** The prior of its subject, and m of its subject on its platform; of the next wider circle where there is none. */
function nearest(
  groups: ReadonlyMap<string, FittedGroup>,
  { platform, subject }: Pick<CourseSums, 'platform' | 'subject'>,
): FittedGroup {
  const own = groups.get(keyOf(platform, subject));
  if (own) return own;
  const whole = groups.get(keyOf(all, all));
  if (!whole) throw new Error('no parameters were fitted for all courses together');
  const spread = groups.get(keyOf(platform, all)) ?? whole;
  const prior = (groups.get(keyOf(all, subject)) ?? whole).prior;
  return { ...spread, platform, subject, prior };
}

function groupOf(
  platform: string,
  subject: string,
  members: readonly CourseSums[],
  prior: number,
  { within, between }: Spread,
  settings: ScoreSettings,
): FittedGroup {
  return {
    platform,
    subject,
    prior,
    m: Math.min(settings.mostM, Math.max(settings.leastM, within / between)),
    within,
    between,
    courses: members.length,
    fittedCourses: members.filter((course) => tellsSpread(course, settings)).length,
    ratings: members.reduce((sum, course) => sum + course.ratings, 0),
  };
}

/**
 * The mean of the course means. A course counts once, and less than once while its ratings weigh less than a full
 * course's: a handful of ratings here and there cannot move everybody's prior.
 */
function priorOf(members: readonly CourseSums[], wider: number, settings: ScoreSettings): number {
  let sum = settings.priorCourses * wider;
  let count = settings.priorCourses;
  for (const course of members) {
    const mean = ownMean(course);
    if (mean === undefined) continue;
    const part = Math.min(1, course.weight / settings.fullCourse);
    sum += part * mean;
    count += part;
  }
  return count > 0 ? sum / count : wider;
}

const tellsSpread = (course: CourseSums, { fittedFrom }: ScoreSettings): boolean =>
  evenRatings(course) >= fittedFrom;

/** How far ratings lie apart within a course and courses from each other, few of them drawn towards the wider circle. */
function spreadOf(members: readonly CourseSums[], wider: Spread, settings: ScoreSettings): Spread {
  const within = withinOf(members, wider.within, settings);
  const between = betweenOf(members, within, wider.between, settings);
  return { within, between };
}

/** The pooled variance of ratings around their own course's mean. */
function withinOf(members: readonly CourseSums[], wider: number, settings: ScoreSettings): number {
  let squares = 0;
  let freedom = 0;
  let ratings = settings.spreadRatings;
  for (const course of members) {
    if (evenRatings(course) <= 1) continue;
    squares += Math.max(0, course.squares - course.stars ** 2 / course.weight);
    freedom += course.weight - course.weightSquares / course.weight;
    ratings += evenRatings(course) - 1;
  }
  if (freedom <= 0 || ratings <= 0) return wider;
  const told = ratings - settings.spreadRatings;
  return leastVariance((told * (squares / freedom) + settings.spreadRatings * wider) / ratings);
}

/** Half of a normal spread lies within this many standard deviations from end to end. */
const middleHalf = 1.349;

/**
 * The variance of the course means without the part that chance explains. It is told from the middle half of the
 * courses, so that a few courses with six ratings of one star do not speak for all.
 */
function betweenOf(
  members: readonly CourseSums[],
  within: number,
  wider: number,
  settings: ScoreSettings,
): number {
  const telling = members.filter((course) => tellsSpread(course, settings));
  if (telling.length < 2) return wider;
  const means = telling.map((course) => course.stars / course.weight).sort((a, b) => a - b);
  const seen = ((quantile(means, 0.75) - quantile(means, 0.25)) / middleHalf) ** 2;
  const chance = telling.reduce((sum, course) => sum + within / evenRatings(course), 0) / telling.length;
  const own = Math.max(0, seen - chance);
  const count = telling.length;
  return leastVariance((count * own + settings.spreadCourses * wider) / (count + settings.spreadCourses));
}

/** Ratings that are all alike must not make a division by zero. */
const leastVariance = (variance: number): number => Math.max(1e-6, variance);

/** Between the two nearest of sorted values (R-7, as spreadsheets reckon). */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (place - below);
}

function by(
  courses: readonly CourseSums[],
  keyOfCourse: (course: CourseSums) => string,
): Map<string, CourseSums[]> {
  const groups = new Map<string, CourseSums[]>();
  for (const course of courses) {
    const key = keyOfCourse(course);
    const group = groups.get(key);
    if (group) group.push(course);
    else groups.set(key, [course]);
  }
  return groups;
}
