/**
 * Every score made again from the files that anybody can download, and from what the page /ranking says alone. It shares no
 * line with the program that makes the scores: ratings are kept one by one and added up as the page tells it.
 */

/** What /ranking/parameters.json holds, as far as it is needed. */
export interface PublishedParameters {
  readonly referenceDay: string;
  readonly halfLifeDays: number;
  readonly proofWeights: Readonly<Record<string, number>>;
  readonly dayLimit: number;
  readonly usualMean: number;
  readonly usualWithin: number;
  readonly usualBetween: number;
  readonly priorCourses: number;
  readonly fullCourse: number;
  readonly spreadCourses: number;
  readonly spreadRatings: number;
  readonly fittedFrom: number;
  readonly leastM: number;
  readonly mostM: number;
}

export interface Course {
  readonly ratings: {
    readonly date: string;
    readonly proof: string;
    readonly stars: number;
    readonly published: number;
  }[];
  platform: string;
  subject: string;
}

/** Adds a line of ratings.csv to its course. */
export function addRating(courses: Map<string, Course>, line: string): void {
  const [id = '', date = '', stars = '', proof = '', weight = ''] = line.split(',');
  let course = courses.get(id);
  if (!course) courses.set(id, (course = { ratings: [], platform: '', subject: '' }));
  course.ratings.push({ date, proof, stars: Number(stars), published: Number(weight) });
}

/** The weight of each of a course's ratings, as the page tells it. */
function weightsOf({ ratings }: Course, p: PublishedParameters): number[] {
  const crowds = new Map<string, number>();
  for (const { date, proof } of ratings) if (proof === 'none') crowds.set(date, (crowds.get(date) ?? 0) + 1);
  return ratings.map(({ date, proof }) => {
    const age = (Date.parse(p.referenceDay) - Date.parse(date)) / 86_400_000;
    const alone = (p.proofWeights[proof] ?? NaN) * Math.pow(0.5, age / p.halfLifeDays);
    const crowd = proof === 'none' ? (crowds.get(date) ?? 0) : 0;
    return crowd > p.dayLimit ? (alone * p.dayLimit) / crowd : alone;
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

function measure(course: Course, p: PublishedParameters) {
  const stars = course.ratings.map((rating) => rating.stars);
  const weights = weightsOf(course, p);
  const off = weights.map((weight, at) => Math.abs(weight - (course.ratings[at]?.published ?? NaN)));
  const W = sum(weights);
  const Q = sum(weights.map((w) => w * w));
  const mean = sum(weights.map((w, at) => w * (stars[at] ?? 0))) / W;
  const distances = sum(weights.map((w, at) => w * ((stars[at] ?? 0) - mean) ** 2));
  return {
    W,
    Q,
    mean,
    distances,
    even: (W * W) / Q,
    raw: sum(stars) / stars.length,
    off: off.reduce((most, one) => Math.max(most, one), 0),
    platform: course.platform,
    subject: course.subject,
  };
}
type Measured = ReturnType<typeof measure>;

export interface Recomputed {
  readonly score: number;
  readonly prior: number;
  readonly m: number;
  readonly raw: number;
  /** How far the published weights of its ratings are off at most. */
  readonly weightsOff: number;
}

/** The score of every course, with its prior and m. */
export function recompute(
  courses: ReadonlyMap<string, Course>,
  p: PublishedParameters,
): Map<string, Recomputed> {
  const measured = new Map([...courses].map(([id, course]) => [id, measure(course, p)]));
  const all = [...measured.values()];
  const subjects = new Map<string, number>();
  const spreads = new Map<string, Spread>();
  const wholePrior = priorOf(all, p.usualMean, p);
  const whole = spreadOf(all, { within: p.usualWithin, between: p.usualBetween }, p);
  for (const subject of new Set(all.map((one) => one.subject)))
    subjects.set(
      subject,
      subject === ''
        ? wholePrior
        : priorOf(
            all.filter((one) => one.subject === subject),
            wholePrior,
            p,
          ),
    );
  for (const platform of new Set(all.map((one) => one.platform))) {
    const there = all.filter((one) => one.platform === platform);
    const onPlatform = spreadOf(there, whole, p);
    for (const subject of new Set(there.map((one) => one.subject))) {
      const few = there.filter((one) => one.subject === subject);
      spreads.set(`${platform}|${subject}`, subject === '' ? onPlatform : spreadOf(few, onPlatform, p));
    }
  }
  return new Map(
    [...measured].map(([id, course]) => {
      const prior = subjects.get(course.subject) ?? NaN;
      const { within, between } = spreads.get(`${course.platform}|${course.subject}`) ?? whole;
      const m = Math.max(p.leastM, Math.min(p.mostM, within / between));
      const score = (m * prior + course.W * course.mean) / (m + course.W);
      return [id, { score, prior, m, raw: course.raw, weightsOff: course.off }];
    }),
  );
}

function priorOf(courses: readonly Measured[], wider: number, p: PublishedParameters): number {
  const counts = courses.map(({ W }) => (W < p.fullCourse ? W / p.fullCourse : 1));
  const own = sum(courses.map(({ mean }, at) => mean * (counts[at] ?? 0)));
  return (own + p.priorCourses * wider) / (sum(counts) + p.priorCourses);
}

interface Spread {
  readonly within: number;
  readonly between: number;
}

function spreadOf(courses: readonly Measured[], wider: Spread, p: PublishedParameters): Spread {
  const several = courses.filter(({ even }) => even > 1);
  const told = sum(several.map(({ even }) => even - 1));
  const plain = sum(several.map((one) => one.distances)) / sum(several.map(({ W, Q }) => W - Q / W));
  const within =
    several.length === 0
      ? wider.within
      : (told * plain + p.spreadRatings * wider.within) / (told + p.spreadRatings);
  const telling = courses.filter(({ even }) => even >= p.fittedFrom);
  if (telling.length < 2) return { within, between: wider.between };
  const means = telling.map(({ mean }) => mean).sort((a, b) => a - b);
  const quarter = (share: number) => {
    const place = share * (means.length - 1);
    const [low = NaN, high = NaN] = [means[Math.floor(place)], means[Math.ceil(place)]];
    return low + (place % 1) * (high - low);
  };
  const seen = ((quarter(3 / 4) - quarter(1 / 4)) / 1.349) ** 2;
  const chance = sum(telling.map(({ even }) => within / even)) / telling.length;
  const own = Math.max(0, seen - chance);
  const between =
    (telling.length * own + p.spreadCourses * wider.between) / (telling.length + p.spreadCourses);
  return { within, between };
}
