import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import { mayTeach, type StaffMember } from '../../courses/index.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import type { AssessmentTables } from '../tables.ts';

/** A file of a piece of work; undefined for whoever neither handed it in nor teaches the course. */
export async function fileOfWork(
  db: Db,
  actor: Actor,
  workId: string,
  place: number,
): Promise<HandedFile | undefined> {
  const rows = await sql<{ personId: string; file: HandedFile | null; staff: StaffMember[] }>`
    select w.person_id as "personId", w.files -> ${place}::int as file,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role)), '[]')
        from courses.team s where s.course_id = w.course_id) as staff
    from assessment.work w where w.id = ${workId}::uuid`.execute(tables<AssessmentTables>(db));
  const found = rows.rows[0];
  if (!found?.file) return undefined;
  return found.personId === actor.id || mayTeach(found.staff, actor) ? found.file : undefined;
}
