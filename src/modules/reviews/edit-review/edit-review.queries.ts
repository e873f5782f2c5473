import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewSays, ReviewsTables, ReviewState } from '../tables.ts';
import type { ReviewInput } from '../write-review/review-form.ts';
import { rowOf } from '../write-review/write-review.queries.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** A person's own review with everything that its form shows. */
export interface OwnReview {
  readonly id: string;
  readonly courseId: string;
  readonly state: ReviewState;
  readonly version: number;
  readonly writtenAt: Date;
  readonly editedAt: Date | null;
  readonly says: ReviewInput;
}

/** One's own only: nobody else's review is there. */
export async function ownReview(db: Db, id: string, personId: string): Promise<OwnReview | undefined> {
  const row = await of(db)
    .selectFrom('reviews.review')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { course_id: courseId, state, version, written_at: writtenAt, edited_at: editedAt } = row;
  return { id, courseId, state, version, writtenAt, editedAt, says: saysOf(row) };
}

type Row = ReviewSays & {
  readonly run_id: string | null;
  readonly run_label: string | null;
  readonly lang: string;
  readonly experienced_on: string | null;
  readonly is_anonymous: boolean;
};

const saysOf = (row: Row): ReviewInput => ({
  stars: row.stars,
  status: row.status,
  criteria: row.criteria,
  lang: row.lang,
  isAnonymous: row.is_anonymous,
  ...(row.drop_reason !== null && { dropReason: row.drop_reason }),
  ...(row.hours_a_week !== null && { hoursAWeek: row.hours_a_week }),
  ...(row.body !== null && { body: row.body }),
  ...(row.pros !== null && { pros: row.pros }),
  ...(row.cons !== null && { cons: row.cons }),
  ...(row.for_whom !== null && { forWhom: row.for_whom }),
  ...(row.run_id !== null && { runId: row.run_id }),
  ...(row.run_label !== null && { runLabel: row.run_label }),
  ...(row.experienced_on !== null && { experiencedOn: row.experienced_on }),
});

/** Keeps what the review says now, as long as readers could have read it. */
export async function keepEarlierText(db: Db, review: OwnReview, now: Date): Promise<void> {
  const row = rowOf(review.says);
  const says: ReviewSays = {
    stars: row.stars,
    criteria: review.says.criteria,
    hours_a_week: row.hours_a_week,
    body: row.body,
    pros: row.pros,
    cons: row.cons,
    for_whom: row.for_whom,
    status: row.status,
    drop_reason: row.drop_reason,
  };
  await of(db)
    .insertInto('reviews.earlier_text')
    .values({
      review_id: review.id,
      version: review.version,
      since: review.editedAt ?? review.writtenAt,
      until: now,
      says: JSON.stringify(says),
    })
    .execute();
}

/** False when it changed since `version`. */
export async function saveTexts(
  db: Db,
  {
    id,
    version,
    says,
    now,
  }: { readonly id: string; readonly version: number; readonly says: ReviewInput; readonly now: Date },
): Promise<boolean> {
  const saved = await of(db)
    .updateTable('reviews.review')
    .set({ ...rowOf(says), edited_at: now })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return saved.numUpdatedRows === 1n;
}

/** The course of a review that everybody can read. */
export async function courseOfPublished(db: Db, id: string): Promise<string | undefined> {
  const row = await of(db)
    .selectFrom('reviews.review')
    .select('course_id')
    .where('id', '=', id)
    .where('state', '=', 'published')
    .executeTakeFirst();
  return row?.course_id;
}

/** Whether the person has another review of the course that stands: then a withdrawn one cannot come back. */
export async function hasAnother(db: Db, id: string): Promise<boolean> {
  const { rows } = await sql<{ another: boolean }>`
    select exists (select 1 from reviews.review r join reviews.review o
      on o.person_id = r.person_id and o.id <> r.id and o.state <> 'withdrawn'
        and coalesce(o.came_from, o.course_id) = coalesce(r.came_from, r.course_id)
      where r.id = ${id}::uuid) as another`.execute(of(db));
  return rows[0]?.another ?? false;
}

/** When the review was withdrawn last. */
export async function withdrawnAt(db: Db, id: string): Promise<Date | undefined> {
  const last = await of(db)
    .selectFrom('reviews.transition')
    .select('at')
    .where('review_id', '=', id)
    .where('deed', '=', 'withdraw')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.at;
}

/** Deletes what was withdrawn before an instant, with everything that hangs on it. */
export async function deleteWithdrawn(db: Db, before: Date): Promise<void> {
  await sql`delete from reviews.review r where r.state = 'withdrawn' and not exists (
      select 1 from reviews.transition t where t.review_id = r.id and t.deed = 'withdraw' and t.at >= ${before})`.execute(
    of(db),
  );
}
