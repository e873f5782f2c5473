import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { SourceClaim } from '../resolve-course/resolve-course.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface KnownRecord {
  readonly id: string;
  readonly key: string;
  readonly courseId: string;
  readonly version: number;
  readonly hash: string;
  readonly gone: boolean;
}

/** What a source had said of these keys before. */
export async function recordsOf(
  db: Db,
  sourceId: string,
  keys: readonly string[],
): Promise<Map<string, KnownRecord>> {
  const rows = await sql<KnownRecord>`
    select id, external_key as key, course_id as "courseId", version, hash, gone_at is not null as gone
    from catalog.record where source_id = ${sourceId} and external_key = any(${keys}::text[])`.execute(
    of(db),
  );
  return new Map(rows.rows.map((row) => [row.key, row]));
}

/** Records that the feed still lists. */
export async function markSeen(db: Db, ids: readonly string[], importId: string, now: Date): Promise<void> {
  if (ids.length === 0) return;
  await sql`update catalog.record set seen_at = ${now}, seen_import = ${importId}, gone_at = null, archived_at = null,
      kept_at = null
    where id = any(${ids}::uuid[])`.execute(of(db));
}

export interface NewVersion {
  readonly recordId: string;
  readonly courseId: string;
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly document: CourseDocument;
}

/** Stores new versions of what a source says: the record points to the latest, the claim keeps the words. */
export async function saveVersions(
  db: Db,
  rows: readonly NewVersion[],
  meta: { sourceId: string; importId: string; actor: string; now: Date },
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map((row) => row.recordId);
  const versions = rows.map((row) => row.version);
  const hashes = rows.map((row) => row.hash);
  await sql`insert into catalog.record (id, source_id, external_key, course_id, version, hash, seen_at, seen_import)
    select id, ${meta.sourceId}::uuid, key, course, version, hash, ${meta.now}, ${meta.importId}::uuid
    from unnest(${ids}::uuid[], ${rows.map((row) => row.key)}::text[], ${rows.map((row) => row.courseId)}::uuid[],
      ${versions}::int[], ${hashes}::text[]) as t(id, key, course, version, hash)
    on conflict (source_id, external_key) do update set version = excluded.version, hash = excluded.hash,
      seen_at = excluded.seen_at, seen_import = excluded.seen_import, gone_at = null, archived_at = null,
      kept_at = null`.execute(of(db));
  await sql`insert into catalog.claim (record_id, version, hash, document, at, import_id, actor)
    select id, version, hash, document::jsonb, ${meta.now}, ${meta.importId}::uuid, ${meta.actor}
    from unnest(${ids}::uuid[], ${versions}::int[], ${hashes}::text[],
      ${rows.map((row) => JSON.stringify(row.document))}::text[]) as t(id, version, hash, document)`.execute(
    of(db),
  );
}

/** The present word of every source on these courses. */
export async function claimsOf(db: Db, courseIds: readonly string[]): Promise<Map<string, SourceClaim[]>> {
  const rows = await sql<SourceClaim & { courseId: string; at: Date }>`
    select r.course_id as "courseId", r.source_id as "sourceId", s.priority, c.at, c.document,
      r.gone_at is not null as gone,
      not exists (select 1 from catalog.merge m where m.kept_id = r.course_id and m.split_at is null
        and r.id = any(m.record_ids)) as home
    from catalog.record r
    join catalog.source s on s.id = r.source_id
    join catalog.claim c on c.record_id = r.id and c.version = r.version
    where r.course_id = any(${courseIds}::uuid[]) order by r.id`.execute(of(db));
  const grouped = new Map<string, SourceClaim[]>();
  for (const { courseId, at, ...claim } of rows.rows) {
    const list = grouped.get(courseId) ?? [];
    list.push({ ...claim, at: new Date(at).toISOString() });
    grouped.set(courseId, list);
  }
  return grouped;
}

/** How many records a source lists, and how many of them are missing from a feed. */
export interface SourceShare {
  readonly listed: number;
  readonly missing: number;
}

/** How many records of a source are listed, and how many of them this import did not see and nobody said to keep. */
export async function goneCount(db: Db, sourceId: string, importId: string): Promise<SourceShare> {
  const rows = await sql<SourceShare>`
    select count(*)::int as listed,
      count(*) filter (where seen_import <> ${importId} and kept_at is null)::int as missing
    from catalog.record where source_id = ${sourceId} and gone_at is null`.execute(of(db));
  return rows.rows[0] ?? { listed: 0, missing: 0 };
}

/** The same before anything is applied: against what was staged. */
export async function missingFromStage(
  db: Db,
  sourceId: string,
  importId: string,
  refusedKeys: readonly string[],
): Promise<SourceShare> {
  const rows = await sql<SourceShare>`
    select count(*)::int as listed, count(*) filter (where kept_at is null and external_key <> all(${refusedKeys}::text[])
      and not exists (select 1 from catalog.staged g where g.import_id = ${importId} and g.external_key = r.external_key)
    )::int as missing
    from catalog.record r where source_id = ${sourceId} and gone_at is null`.execute(of(db));
  return rows.rows[0] ?? { listed: 0, missing: 0 };
}

/** Records that the feed still names although they could not be read count as seen. */
export async function keepRefused(
  db: Db,
  sourceId: string,
  keys: readonly string[],
  importId: string,
): Promise<void> {
  if (keys.length === 0) return;
  await sql`update catalog.record set seen_import = ${importId}
    where source_id = ${sourceId} and external_key = any(${keys}::text[])`.execute(of(db));
}

/** Marks what a complete feed no longer lists; tells which of the courses other records speak of, too. */
export async function markGone(
  db: Db,
  sourceId: string,
  importId: string,
  now: Date,
): Promise<{ marked: number; sharedCourses: string[] }> {
  const rows = await sql<{ marked: number; sharedCourses: string[] }>`
    with went as (
      update catalog.record set gone_at = ${now}
      where source_id = ${sourceId} and gone_at is null and seen_import <> ${importId} and kept_at is null
      returning id, course_id)
    select (select count(*)::int from went) as marked, array(select distinct went.course_id from went
      join catalog.record other on other.course_id = went.course_id and other.id <> went.id) as "sharedCourses"`.execute(
    of(db),
  );
  return rows.rows[0] ?? { marked: 0, sharedCourses: [] };
}

/** What an import did not see stays, because a person said so; asked again only after it was seen once more. */
export async function markKept(db: Db, sourceId: string, importId: string, now: Date): Promise<number> {
  const answer = await sql`update catalog.record set kept_at = ${now}
    where source_id = ${sourceId} and gone_at is null and seen_import <> ${importId} and kept_at is null`.execute(
    of(db),
  );
  return Number(answer.numAffectedRows ?? 0);
}
