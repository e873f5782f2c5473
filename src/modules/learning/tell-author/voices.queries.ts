import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { UnitRating } from '../find-place/place.ts';
import type { LearningTables } from '../tables.ts';

export async function writeRating(
  db: Db,
  rating: {
    readonly enrolmentId: string;
    readonly unitId: string;
    readonly rating: UnitRating;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    insert into learning.unit_rating (enrolment_id, unit_id, rating, at)
    values (${rating.enrolmentId}::uuid, ${rating.unitId}, ${rating.rating}, ${rating.at}::timestamptz)
    on conflict (enrolment_id, unit_id) do update set rating = excluded.rating, at = excluded.at`.execute(
    tables<LearningTables>(db),
  );
}

export interface NewReport {
  readonly id: string;
  readonly courseId: string;
  readonly enrolmentId: string;
  readonly unitId: string;
  readonly blockId: string;
  readonly fault: string;
  readonly words: string;
  readonly mayWrite: boolean;
  readonly at: Date;
  /** How many of one enrolment may be open. */
  readonly most: number;
}

/** Whether the report is there now, from before or from this time; false when too many are open. */
export async function insertReport(db: Db, report: NewReport): Promise<boolean> {
  const { rows } = await sql<{ isThere: boolean }>`
    with made as (
      insert into learning.fault_report (id, course_id, enrolment_id, unit_id, block_id, fault, words, may_write, at)
      select ${report.id}::uuid, ${report.courseId}::uuid, ${report.enrolmentId}::uuid, ${report.unitId},
        ${report.blockId}, ${report.fault}, ${report.words}, ${report.mayWrite}::boolean, ${report.at}::timestamptz
      where (select count(*) from learning.fault_report
        where enrolment_id = ${report.enrolmentId}::uuid and state = 'open') < ${report.most}::int
      on conflict (id) do nothing returning id)
    select exists (select from made)
      or exists (select from learning.fault_report where id = ${report.id}::uuid) as "isThere"`.execute(
    tables<LearningTables>(db),
  );
  return rows[0]?.isThere ?? false;
}
