import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson, storableText } from '../../../platform/db/storable-text.ts';
import type { CoursesTables } from '../tables.ts';
import type { PackageReport } from './package-report.ts';

export interface FinishedImport {
  readonly id: string;
  readonly courseId: string;
  readonly format: string;
  readonly name: string;
  readonly report: PackageReport;
  readonly now: Date;
  readonly by: string | null;
}

/** Writes what came of an import that a command began, or that waited in a row of its own. */
export async function finishImport(db: Db, given: FinishedImport): Promise<void> {
  await sql`insert into courses.import (id, course_id, format, name, report, at, by, state)
    values (${given.id}::uuid, ${given.courseId}::uuid, ${given.format}, ${storableText(given.name)},
      ${storableJson(given.report)}::jsonb, ${given.now}, ${given.by}::uuid, 'done')
    on conflict (id) do update set course_id = excluded.course_id, format = excluded.format,
      report = excluded.report, state = 'done', source = null`.execute(tables<CoursesTables>(db));
}
