import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What was announced to a learner about what they told the authors, in order. */
export async function newsAbout(
  db: Db,
  enrolmentId: string,
): Promise<{ readonly want: string; readonly sentence: string; readonly values: unknown }[]> {
  const { rows } = await sql<{ want: string; sentence: string; values: unknown }>`
    select want, sentence, values from notify.news where kind = 'learning.voice' and subject = ${enrolmentId}
    order by announced_at, id`.execute(tables(db));
  return rows;
}

/** The enrolment of somebody in a course. */
export async function enrolmentIn(db: Db, slug: string, personId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    select e.id from learning.enrolment e join courses.taught_course c on c.id = e.course_id
    where c.slug = ${slug} and e.person_id = ${personId}::uuid`.execute(tables(db));
  return rows[0]?.id ?? '';
}
