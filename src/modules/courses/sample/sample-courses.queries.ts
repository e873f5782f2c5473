import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface SampleCourse {
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
}

/** The sample's courses that can be taken, in the order in which they came. */
export function presentSamples(db: Db): Promise<SampleCourse[]> {
  return of(db)
    .selectFrom('courses.course')
    .select(['slug', 'title', 'lang'])
    .where('is_sample', '=', true)
    .where('version_id', 'is not', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}

/** Stored files that only the sample's courses have. */
export async function filesOfSamplesAlone(db: Db): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    with every as (
      select c.is_sample, f.key from courses.file f join courses.course c on c.id = f.course_id
      union all
      select c.is_sample, r ->> 'key' from courses.file f join courses.course c on c.id = f.course_id,
        jsonb_array_elements(f.renditions) r)
    select key from every where is_sample except select key from every where not is_sample`.execute(of(db));
  return rows.map(({ key }) => key);
}

/** The sample's courses and all that hangs on them. Returns how many went. */
export async function deleteSampleCourses(db: Db): Promise<number> {
  const gone = await sql`delete from courses.course where is_sample`.execute(of(db));
  return Number(gone.numAffectedRows ?? 0n);
}
