import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface GivenRating {
  readonly courseId: string;
  readonly stars: number;
  /** ISO day. */
  readonly on: string;
  /** 0 none to 3 completed here. */
  readonly proof?: number;
}

/** Puts ratings where they count, as reviews without words; returns their numbers. */
export async function giveRatings(db: Db, ratings: readonly GivenRating[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`insert into reviews.rating (course_id, rated_on, stars, proof)
    select * from unnest(${ratings.map((one) => one.courseId)}::uuid[], ${ratings.map((one) => one.on)}::date[],
      ${ratings.map((one) => one.stars)}::int2[], ${ratings.map((one) => one.proof ?? 2)}::int2[]) returning id`.execute(
    of(db),
  );
  return rows.map((row) => row.id);
}

export async function takeRatings(db: Db, ids: readonly number[]): Promise<void> {
  await sql`delete from reviews.rating where id = any(${ids}::bigint[])`.execute(of(db));
}

/** Ids of all courses, in the order in which they came. */
export async function courseIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from catalog.listing order by n`.execute(of(db));
  return rows.map((row) => row.id);
}

export interface KeptScore {
  readonly course_id: string;
  readonly mean: number;
  readonly rating_count: number;
  readonly weighted_count: number;
  readonly percentile: number | null;
  readonly prior: number;
  readonly m: number;
}

/** Every score that is kept, by course. */
export async function keptScores(db: Db): Promise<KeptScore[]> {
  const { rows } =
    await sql<KeptScore>`select course_id, mean, rating_count, weighted_count, percentile, prior, m
    from reviews.score order by course_id`.execute(of(db));
  return rows;
}

/** What was published under a name, the latest last. */
export async function toldEvents(db: Db, name: string): Promise<unknown[]> {
  const { rows } = await sql<{ data: unknown }>`select data from platform.event where name = ${name}
    order by position`.execute(of(db));
  return rows.map((row) => row.data);
}
