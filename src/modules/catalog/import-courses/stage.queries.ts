import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { uuidV7 } from '../../../platform/time/ids.ts';
import { storableJson, storableText } from '../../../platform/db/storable-text.ts';
import type { CourseDocument } from '../course-document/course-document.ts';

export interface StagedRow {
  readonly position: number;
  readonly key: string;
  readonly document: CourseDocument;
  readonly degraded: number;
}

/** Adds documents as one statement; the text of each is built once. */
export async function stage(db: Db, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into catalog.staged (import_id, position, external_key, document, degraded)
    select ${importId}::uuid, p, k, d::jsonb, g
    from unnest(${rows.map((row) => row.position)}::int[], ${rows.map((row) => storableText(row.key))}::text[],
      ${rows.map((row) => storableJson(row.document))}::text[], ${rows.map((row) => row.degraded)}::int[]) as t(p, k, d, g)`.execute(
    tables(db),
  );
}

/** Staged documents in the order of their keys, after a place: all records of one course stand together. */
export async function stagedAfter(
  db: Db,
  importId: string,
  after: { key: string; position: number } | undefined,
  most: number,
): Promise<StagedRow[]> {
  const rows = await sql<StagedRow>`
    select position, external_key as key, document, degraded from catalog.staged
    where import_id = ${importId} and (external_key, position) > (${after?.key ?? ''}, ${after?.position ?? -1})
    order by external_key, position limit ${most}`.execute(tables(db));
  return rows.rows;
}

export async function clearStage(db: Db, importId: string): Promise<void> {
  await sql`delete from catalog.staged where import_id = ${importId}`.execute(tables(db));
}

/** What imports that died left behind; ids begin with the time at which they were made. */
export async function clearAbandonedStages(db: Db, before: Date): Promise<void> {
  const oldest = uuidV7(before.getTime(), new Uint8Array(10));
  await sql`delete from catalog.staged where import_id < ${oldest}::uuid`.execute(tables(db));
}
