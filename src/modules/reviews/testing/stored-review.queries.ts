import { sql } from 'kysely';
import type { Insertable } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewTable } from '../tables.ts';

/** Puts a review in as it is, past every rule; returns its id. */
export async function putReview(
  db: Db,
  actor: Actor,
  review: Pick<Insertable<ReviewTable>, 'course_id'> & Partial<Insertable<ReviewTable>>,
): Promise<string> {
  const id = actor.ids.next();
  const plain = { lang: 'en', stars: 4, status: 'finished', state: 'published', criteria: '{}' } as const;
  await tables<ReviewsTables>(db)
    .insertInto('reviews.review')
    .values({ ...plain, id, written_at: actor.now, ...review })
    .execute();
  return id;
}

/** A review's row, for tests to look at. */
export async function storedReview(db: Db, id: string) {
  return tables<ReviewsTables>(db)
    .selectFrom('reviews.review')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
}

/** What happened to a review: "hold published>held system". */
export async function storedTransitions(db: Db, id: string): Promise<string[]> {
  const { rows } = await sql<{ said: string }>`
    select concat_ws(' ', deed, coalesce(from_state, '') || '>' || to_state, role, nullif(why, '')) as said
    from reviews.transition where review_id = ${id}::uuid order by version`.execute(tables(db));
  return rows.map((row) => row.said);
}

/** Ratings that count, by review: the stars of each. */
export async function storedRatings(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ review_id: string; stars: number }>`
    select review_id, stars from reviews.rating where review_id is not null`.execute(tables(db));
  return Object.fromEntries(rows.map((row) => [row.review_id, row.stars]));
}

/** How the rating of each review is proved: 0 to 3. */
export async function ratingProofs(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<{ review_id: string; proof: number }>`
    select review_id, proof from reviews.rating where review_id is not null`.execute(tables(db));
  return Object.fromEntries(rows.map((row) => [row.review_id, row.proof]));
}
