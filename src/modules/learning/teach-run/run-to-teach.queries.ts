import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { StaffMember } from '../../courses/index.ts';
import type { Run } from '../find-place/place.ts';
import type { LearningTables } from '../tables.ts';

export interface RunRow {
  readonly courseId: string;
  readonly run: Run;
  readonly staff: readonly StaffMember[];
  /** How many learners wait for an answer. */
  readonly waiting: number;
}

/** A run with who works on its course. */
export async function runRow(db: Db, runId: string): Promise<RunRow | undefined> {
  const { rows } = await sql<RunRow>`
    select r.course_id as "courseId",
      jsonb_build_object('id', r.id, 'title', r.title, 'pacing', r.pacing, 'startOn', r.start_on, 'endOn', r.end_on,
        'enrolmentStartOn', r.enrolment_start_on, 'enrolmentEndOn', r.enrolment_end_on, 'zone', r.zone,
        'access', r.access, 'seats', r.seats, 'state', r.state) as run,
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role))
        from courses.team s where s.course_id = r.course_id), '[]') as staff,
      (select count(*)::int from learning.conversation v join learning.enrolment e on e.id = v.enrolment_id
        where v.course_id = r.course_id and v.waiting_since is not null and e.run_id = r.id) as waiting
    from courses.offering r where r.id = ${runId}::uuid`.execute(tables<LearningTables>(db));
  return rows[0];
}
