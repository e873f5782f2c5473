import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { FieldChange } from './changed-fields.ts';

export interface ChangeRow {
  readonly courseId: string;
  readonly kind: 'created' | 'updated' | 'archived' | 'returned' | 'merged' | 'split';
  readonly fields: readonly FieldChange[];
}

export interface ChangeCause {
  readonly now: Date;
  /** Whose word it was, where it was one source's. */
  readonly sourceId?: string | undefined;
}

/** Tells the changes; a course whose dates alone changed counts as changed too, for feeds, sitemaps and calendars. */
export async function saveChanges(
  db: Db,
  rows: readonly ChangeRow[],
  { now, sourceId }: ChangeCause,
): Promise<void> {
  if (rows.length === 0) return;
  const of = tables<CatalogTables>(db);
  await sql`insert into catalog.course_change (course_id, kind, at, fields, source_id)
    select "courseId", kind, ${now}, fields, ${sourceId ?? null}::uuid from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t("courseId" uuid, kind text, fields jsonb)`.execute(of);
  const older = rows.filter((row) => row.kind !== 'created').map((row) => row.courseId);
  if (older.length === 0) return;
  await sql`update catalog.course set changed_at = ${now}
    where id = any(${older}::uuid[]) and changed_at < ${now}`.execute(of);
}
