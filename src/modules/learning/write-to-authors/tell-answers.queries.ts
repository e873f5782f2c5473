import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

/** When a learner was last told of an answer. */
export async function toldAt(db: Db, enrolmentId: string): Promise<Date | undefined> {
  const { rows } = await sql<{ at: Date | null }>`
    select told_at as at from learning.conversation where enrolment_id = ${enrolmentId}::uuid`.execute(
    of(db),
  );
  return rows[0]?.at ?? undefined;
}

export interface AnswerToTell {
  readonly messageId: string;
  readonly slug: string;
  readonly title: string;
}

/**
 * The latest answer that the learner has neither read nor been told of; in the same transaction they count as told.
 * Undefined for who was told after `before`.
 */
export async function takeAnswerToTell(
  db: Db,
  { enrolmentId, before, now }: { readonly enrolmentId: string; readonly before: Date; readonly now: Date },
): Promise<AnswerToTell | undefined> {
  const { rows } = await sql<AnswerToTell>`
    with due as (
      select c.enrolment_id, c.course_id, (select m.id from learning.message m
          where m.enrolment_id = c.enrolment_id and not m.by_learner
          order by m.at desc, m.id desc limit 1) as message_id
      from learning.conversation c
      where c.enrolment_id = ${enrolmentId}::uuid and c.untold
        and (c.told_at is null or c.told_at <= ${before}::timestamptz) for update of c),
    told as (
      update learning.conversation c set told_at = ${now}::timestamptz, untold = false from due
      where c.enrolment_id = due.enrolment_id and due.message_id is not null returning c.enrolment_id)
    select due.message_id as "messageId", t.slug, t.title
    from due join told on told.enrolment_id = due.enrolment_id join courses.taught t on t.id = due.course_id`.execute(
    of(db),
  );
  return rows[0];
}
