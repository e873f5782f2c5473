import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Proof, ReviewsTables } from '../tables.ts';
import type { CountedReview } from './keep-rating.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** How proofs are numbered in ratings. */
export const proofNumber: Readonly<Record<Proof, number>> = {
  none: 0,
  enrolled: 1,
  certificate: 2,
  'completed-here': 3,
};

export async function putRating(db: Db, review: CountedReview): Promise<void> {
  const { reviewId, courseId, ratedOn, stars, proof } = review;
  await sql`
    insert into reviews.rating (course_id, rated_on, stars, proof, review_id)
    values (${courseId}::uuid, ${ratedOn}::date, ${stars}, ${proofNumber[proof]}, ${reviewId}::uuid)
    on conflict (review_id) where review_id is not null do update set course_id = excluded.course_id, rated_on = excluded.rated_on,
      stars = excluded.stars, proof = excluded.proof`.execute(of(db));
}

/** Returns the course whose rating went. */
export async function deleteRating(db: Db, reviewId: string): Promise<string | undefined> {
  const gone = await sql<{ course_id: string }>`
    delete from reviews.rating where review_id = ${reviewId}::uuid returning course_id`.execute(of(db));
  return gone.rows[0]?.course_id;
}
