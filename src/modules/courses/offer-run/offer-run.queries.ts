import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface NewRun {
  readonly id: string;
  readonly courseId: string;
  readonly title: string;
  readonly pacing: 'self' | 'scheduled';
  readonly startOn: string | null;
  readonly endOn: string | null;
  readonly zone: string;
  readonly access: 'open' | 'members' | 'code' | 'invited';
  readonly state: 'draft' | 'open' | 'closed' | 'cancelled';
  readonly at: Date;
}

export async function insertRun(db: Db, run: NewRun): Promise<void> {
  const { id, title, pacing, zone, access, state } = run;
  const days = { start_on: run.startOn, end_on: run.endOn };
  await of(db)
    .insertInto('courses.run')
    .values({
      ...{ id, title, pacing, zone, access, state, ...days },
      ...{ course_id: run.courseId, enrolment_start_on: null, enrolment_end_on: null },
      ...{ code_hash: null, seats: null, created_at: run.at, changed_at: run.at },
    })
    .execute();
}

/** Whether the course was ever offered. */
export async function hasRuns(db: Db, courseId: string): Promise<boolean> {
  const { rows } = await sql<{
    found: boolean;
  }>`select exists (select from courses.run where course_id = ${courseId}::uuid) as found`.execute(of(db));
  return rows[0]?.found === true;
}
