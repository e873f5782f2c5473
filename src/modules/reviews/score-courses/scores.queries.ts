import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';
import type { FittedGroup } from './fit-parameters.ts';
import type { CourseSums, Parameters } from './score-formula.ts';
import type { ScoreSettings } from './score-settings.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** One writer of scores at a time, until the transaction ends. */
export async function lockScores(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('reviews.score', 0))`.execute(of(db));
}

export interface StoredParameters {
  readonly referenceDay: string;
  readonly settings: ScoreSettings;
  readonly fittedAt: Date;
}

/** What scores are reckoned with today; undefined before the first fit. */
export async function storedParameters(db: Db): Promise<StoredParameters | undefined> {
  const { rows } = await sql<StoredParameters>`select reference_day as "referenceDay", settings,
    fitted_at as "fittedAt" from reviews.score_parameters`.execute(of(db));
  return rows[0];
}

/** Every fitted circle, all courses together first. */
export async function storedGroups(db: Db): Promise<FittedGroup[]> {
  const { rows } = await sql<FittedGroup>`select platform, subject, prior, m, within_variance as within,
      between_variance as between, courses, fitted_courses as "fittedCourses", ratings
    from reviews.score_group order by platform, subject`.execute(of(db));
  return rows;
}

export async function saveFit(
  db: Db,
  parameters: StoredParameters,
  groups: readonly FittedGroup[],
): Promise<void> {
  const { referenceDay, settings, fittedAt } = parameters;
  await sql`insert into reviews.score_parameters (reference_day, settings, fitted_at)
    values (${referenceDay}::date, ${JSON.stringify(settings)}::jsonb, ${fittedAt})
    on conflict (is_current) do update set reference_day = excluded.reference_day, settings = excluded.settings,
      fitted_at = excluded.fitted_at`.execute(of(db));
  await sql`delete from reviews.score_group`.execute(of(db));
  const column = <T>(read: (group: FittedGroup) => T) => groups.map(read);
  await sql`insert into reviews.score_group (platform, subject, prior, m, within_variance, between_variance, courses,
      fitted_courses, ratings)
    select * from unnest(${column((g) => g.platform)}::text[], ${column((g) => g.subject)}::text[],
      ${column((g) => g.prior)}::float8[], ${column((g) => g.m)}::float8[], ${column((g) => g.within)}::float8[],
      ${column((g) => g.between)}::float8[], ${column((g) => g.courses)}::int[],
      ${column((g) => g.fittedCourses)}::int[], ${column((g) => g.ratings)}::bigint[])`.execute(of(db));
}

/** A course's score, ready to be stored. */
export interface NewScore extends CourseSums, Parameters {
  readonly mean: number;
  readonly rawMean: number;
}

const batch = 5_000;

/** Adds and replaces scores; percentiles are said afterwards. */
export async function saveScores(db: Db, scores: readonly NewScore[], referenceDay: string): Promise<void> {
  for (let at = 0; at < scores.length; at += batch) {
    await saveSome(db, scores.slice(at, at + batch), referenceDay);
  }
}

async function saveSome(db: Db, scores: readonly NewScore[], referenceDay: string): Promise<void> {
  const column = <T>(read: (score: NewScore) => T) => scores.map(read);
  await sql`insert into reviews.score (course_id, mean, raw_mean, rating_count, histogram, weighted_count, star_sum,
      square_sum, weight_square_sum, platform, subject, prior, m, reference_day)
    select t.id, t.mean, t.raw, t.n, t.histogram::int[], t.weight, t.stars, t.squares, t.weight_squares, t.platform,
      t.subject, t.prior, t.m, ${referenceDay}::date
    from unnest(${column((s) => s.courseId)}::uuid[], ${column((s) => s.mean)}::float8[],
      ${column((s) => s.rawMean)}::float8[], ${column((s) => s.ratings)}::int[],
      ${column((s) => `{${s.histogram.join(',')}}`)}::text[], ${column((s) => s.weight)}::float8[],
      ${column((s) => s.stars)}::float8[], ${column((s) => s.squares)}::float8[],
      ${column((s) => s.weightSquares)}::float8[], ${column((s) => s.platform)}::text[],
      ${column((s) => s.subject)}::text[], ${column((s) => s.prior)}::float8[], ${column((s) => s.m)}::float8[])
      as t(id, mean, raw, n, histogram, weight, stars, squares, weight_squares, platform, subject, prior, m)
    on conflict (course_id) do update set mean = excluded.mean, raw_mean = excluded.raw_mean,
      rating_count = excluded.rating_count, histogram = excluded.histogram, weighted_count = excluded.weighted_count,
      star_sum = excluded.star_sum, square_sum = excluded.square_sum, weight_square_sum = excluded.weight_square_sum,
      platform = excluded.platform, subject = excluded.subject, prior = excluded.prior, m = excluded.m,
      reference_day = excluded.reference_day`.execute(of(db));
}

/** Takes away the scores of courses whose last rating went; returns those that the catalogue had been told of. */
export async function deleteScores(db: Db, courseIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ course_id: string; told_count: number | null }>`delete from reviews.score
    where course_id = any(${courseIds}::uuid[]) returning course_id, told_count`.execute(of(db));
  return rows.filter((row) => row.told_count !== null).map((row) => row.course_id);
}

/** Courses that have a score but are not among these. */
export async function scoredBeside(db: Db, courseIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ course_id: string }>`select course_id from reviews.score
    where course_id <> all(${courseIds}::uuid[])`.execute(of(db));
  return rows.map((row) => row.course_id);
}

/**
 * Says of each course with ratings enough than how many of the others in its subject it is better, where so many are
 * rated that it means something. Of all courses without `courseIds`; then each subject is sorted once.
 */
export async function savePercentiles(
  db: Db,
  { percentileCourses, percentileRatings }: ScoreSettings,
  courseIds?: readonly string[],
): Promise<void> {
  const subjects = courseIds
    ? sql`and subject in (select subject from reviews.score where course_id = any(${courseIds}::uuid[]))`
    : sql``;
  const only = courseIds ? sql`and s.course_id = any(${courseIds}::uuid[])` : sql``;
  await sql`with ranked as (
      select course_id, rank() over (partition by subject order by mean) - 1 as below,
        count(*) over (partition by subject) as courses
      from reviews.score where subject <> '' and rating_count >= ${percentileRatings} ${subjects}),
    said as (
      select s.course_id, case when r.courses >= ${percentileCourses}
        then floor(100.0 * r.below / greatest(r.courses - 1, 1))::smallint end as percentile
      from reviews.score s left join ranked r on r.course_id = s.course_id where true ${only})
    update reviews.score s set percentile = said.percentile from said
    where s.course_id = said.course_id and s.percentile is distinct from said.percentile`.execute(of(db));
}

export interface ToldScore {
  readonly courseId: string;
  readonly mean: number;
  readonly count: number;
}

/** Marks what the catalogue has to be told (a change that can be seen with two decimals), and returns it. */
export async function markTold(db: Db, courseIds?: readonly string[]): Promise<ToldScore[]> {
  const { rows } = await sql<ToldScore>`update reviews.score
    set told_mean = floor(mean * 200)::int, told_count = rating_count
    where (told_mean is distinct from floor(mean * 200)::int or told_count is distinct from rating_count)
      ${courseIds ? sql`and course_id = any(${courseIds}::uuid[])` : sql``}
    returning course_id as "courseId", mean, rating_count as count`.execute(of(db));
  return rows;
}

export interface CourseScore {
  readonly courseId: string;
  /** 1 to 5, as lists show and order by. */
  readonly mean: number;
  readonly rawMean: number;
  readonly count: number;
  readonly weightedCount: number;
  /** How many ratings of 1, 2, 3, 4 and 5 stars. */
  readonly histogram: readonly number[];
  /** Better than so many per cent of its subject; null where too few are rated there. */
  readonly percentile: number | null;
  /** '' where the course has none. */
  readonly subject: string;
  readonly prior: number;
  readonly m: number;
  readonly referenceDay: string;
}

/** The columns of a course's score, over `reviews.score s`. */
export const scoreColumns = sql`s.course_id as "courseId", s.mean, s.raw_mean as "rawMean", s.rating_count as count,
  s.weighted_count as "weightedCount", s.histogram, s.percentile, s.subject, s.prior, s.m,
  s.reference_day as "referenceDay"`;

/** The score of a course; undefined where nobody rated it. */
export async function scoreOf(db: Db, courseId: string): Promise<CourseScore | undefined> {
  const { rows } = await sql<CourseScore>`select ${scoreColumns} from reviews.score s
    where s.course_id = ${courseId}::uuid`.execute(of(db));
  return rows[0];
}
