import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables, ReviewState } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export function reviewToVote(
  db: Db,
  id: string,
): Promise<{ state: ReviewState; personId: string | null } | undefined> {
  return of(db)
    .selectFrom('reviews.review')
    .select(['state', 'person_id as personId'])
    .where('id', '=', id)
    .executeTakeFirst();
}

interface Vote {
  readonly reviewId: string;
  readonly personId: string;
  readonly now: Date;
}

/** A vote and its count in one statement: whoever votes twice, or twice at once, counts once. */
export async function addVote(db: Db, { reviewId, personId, now }: Vote): Promise<void> {
  await sql`with voted as (insert into reviews.helpful_vote (review_id, person_id, voted_at)
      values (${reviewId}::uuid, ${personId}::uuid, ${now}) on conflict do nothing returning review_id)
    update reviews.review set helpful_count = helpful_count + 1 where id in (select review_id from voted)`.execute(
    of(db),
  );
}

export async function takeVoteBack(db: Db, { reviewId, personId }: Omit<Vote, 'now'>): Promise<void> {
  await sql`with gone as (delete from reviews.helpful_vote
      where review_id = ${reviewId}::uuid and person_id = ${personId}::uuid returning review_id)
    update reviews.review set helpful_count = helpful_count - 1 where id in (select review_id from gone)`.execute(
    of(db),
  );
}
