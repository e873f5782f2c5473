import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Proof, ReviewRole, ReviewState, ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface ReviewToChange {
  readonly id: string;
  readonly courseId: string;
  readonly personId: string | null;
  readonly state: ReviewState;
  readonly version: number;
  readonly stars: number;
  readonly proof: Proof;
  readonly writtenAt: Date;
}

export function reviewToChange(db: Db, id: string): Promise<ReviewToChange | undefined> {
  return of(db)
    .selectFrom('reviews.review')
    .select(['id', 'course_id as courseId', 'person_id as personId', 'state', 'version'])
    .select(['stars', 'proof', 'written_at as writtenAt'])
    .where('id', '=', id)
    .executeTakeFirst();
}

interface Move {
  readonly reviewId: string;
  readonly version: number;
  readonly from: ReviewState;
  readonly to: ReviewState;
  readonly now: Date;
}

/** Compares and sets on state and version; false when somebody was faster. */
export async function moveReview(db: Db, { reviewId, version, from, to, now }: Move): Promise<boolean> {
  const moved = await sql`update reviews.review set state = ${to}, version = version + 1,
      published_at = case when ${to} = 'published' then coalesce(published_at, ${now}) else published_at end
    where id = ${reviewId}::uuid and state = ${from} and version = ${version}`.execute(of(db));
  return moved.numAffectedRows === 1n;
}

interface NewTransition {
  readonly reviewId: string;
  readonly deed: string;
  readonly role: ReviewRole;
  readonly why: string;
  readonly from?: ReviewState;
  readonly to: ReviewState;
  /** Of the review, after it. */
  readonly version: number;
}

export async function logTransition(db: Db, actor: Actor, transition: NewTransition): Promise<void> {
  const { reviewId, deed, role, why, from, to, version } = transition;
  await of(db)
    .insertInto('reviews.transition')
    .values({
      id: actor.ids.next(),
      review_id: reviewId,
      at: actor.now,
      deed,
      person_id: actor.kind === 'person' ? (actor.id ?? null) : null,
      role,
      why,
      from_state: from ?? null,
      to_state: to,
      version,
    })
    .execute();
}

export async function stateBeforeWithdrawal(db: Db, reviewId: string): Promise<ReviewState | undefined> {
  const last = await of(db)
    .selectFrom('reviews.transition')
    .select('from_state')
    .where('review_id', '=', reviewId)
    .where('deed', '=', 'withdraw')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.from_state ?? undefined;
}
