import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewTable } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface KeptRating {
  readonly slug: string;
  readonly rated_on: string;
  readonly stars: number;
  readonly proof: number;
}

/** Every rating that counts, with the address of its course. */
export async function keptRatings(db: Db): Promise<KeptRating[]> {
  const { rows } = await sql<KeptRating>`select l.slug, r.rated_on, r.stars, r.proof
    from reviews.rating r join catalog.listing l on l.id = r.course_id order by l.slug, r.rated_on, r.stars, r.id`.execute(
    of(db),
  );
  return rows;
}

/** Every review with words. */
export async function keptReviews(
  db: Db,
): Promise<(Omit<ReviewTable, 'written_at'> & { written_at: Date })[]> {
  const { rows } =
    await sql<ReviewTable>`select * from reviews.review order by written_at, external_key`.execute(of(db));
  return rows;
}

/** Takes a review out as moderators do. */
export async function rejectAll(db: Db): Promise<void> {
  await sql`with gone as (update reviews.review set state = 'rejected' returning id)
    delete from reviews.rating where review_id in (select id from gone)`.execute(of(db));
}

/** The database as it was before any review came. */
export async function forgetReviews(db: Db): Promise<void> {
  await sql`delete from reviews.rating`.execute(of(db));
  await sql`delete from reviews.review`.execute(of(db));
  await sql`delete from reviews.score`.execute(of(db));
}
