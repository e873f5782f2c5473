import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson, storableText } from '../../../platform/db/storable-text.ts';
import { uuidV7 } from '../../../platform/time/ids.ts';
import type { ReviewsTables } from '../tables.ts';
import type { ReviewRow } from './review-row.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface StagedRow extends ReviewRow {
  readonly position: number;
  readonly courseId: string;
}

/** Adds rows of a feed in one statement. */
export async function stageRows(db: Db, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const keys = rows.map((row) => (row.key === null ? null : storableText(row.key)));
  const says = rows.map((row) => (row.says === null ? null : storableJson(row.says)));
  await sql`insert into reviews.staged (import_id, position, course_id, rated_on, stars, proof, external_key, says)
    select ${importId}::uuid, t.position, t.course::uuid, t.day::date, t.stars, t.proof, t.key, t.says::jsonb
    from unnest(${rows.map((row) => row.position)}::int[], ${rows.map((row) => row.courseId)}::text[],
      ${rows.map((row) => row.ratedOn)}::text[], ${rows.map((row) => row.stars)}::int2[],
      ${rows.map((row) => row.proof)}::int2[], ${keys}::text[], ${says}::text[])
      as t(position, course, day, stars, proof, key, says)`.execute(of(db));
}

/** What was just staged is new to the planner: without a count it would compare every row with every other. */
export async function countStaged(db: Db): Promise<void> {
  await sql`analyze reviews.staged`.execute(of(db));
}

export async function clearStaged(db: Db, importId: string): Promise<void> {
  await sql`delete from reviews.staged where import_id = ${importId}::uuid`.execute(of(db));
}

/** What imports that died left behind; ids begin with the time at which they were made. */
export async function clearAbandoned(db: Db, before: Date): Promise<void> {
  const oldest = uuidV7(before.getTime(), new Uint8Array(10));
  await sql`delete from reviews.staged where import_id < ${oldest}::uuid`.execute(of(db));
}

/** One import of a source at a time, until the transaction ends; false where another is under way. */
export async function lockSource(db: Db, source: string): Promise<boolean> {
  const { rows } = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`reviews.import ${source}`}, 0)) as got`.execute(
    of(db),
  );
  return rows[0]?.got ?? false;
}

/**
 * Rows whose key comes again further down go: the last word counts. Returns their positions, the first ones only.
 */
export async function dropRepeatedKeys(
  db: Db,
  importId: string,
): Promise<{ readonly count: number; readonly positions: readonly number[] }> {
  const { rows } = await sql<{ count: number; positions: number[] }>`
    with gone as (
      delete from reviews.staged s using (
        select position, row_number() over (partition by external_key order by position desc) as nth
        from reviews.staged where import_id = ${importId}::uuid and external_key is not null) r
      where s.import_id = ${importId}::uuid and s.position = r.position and r.nth > 1 returning s.position)
    select count(*)::int as count, coalesce((array_agg(position order by position))[1:5], '{}') as positions
    from gone`.execute(of(db));
  return rows[0] ?? { count: 0, positions: [] };
}
