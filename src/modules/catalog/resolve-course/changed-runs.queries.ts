import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { runFacts } from '../run-states/run-json.queries.ts';
import type { CatalogTables } from '../tables.ts';
import type { RunOfRecord } from './changed-runs.ts';

/** The runs of these courses, those that are gone too. */
export async function runsOfCourses(db: Db, courseIds: readonly string[]): Promise<RunOfRecord[]> {
  if (courseIds.length === 0) return [];
  const rows = await sql<RunOfRecord>`select r.id, r.course_id as "courseId", r.record_id as "recordId",
      ${runFacts} as run
    from catalog.run r where r.course_id = any(${courseIds}::uuid[]) order by r.start_on, r.id`.execute(
    tables<CatalogTables>(db),
  );
  return rows.rows;
}
