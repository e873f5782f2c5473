import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface QueuedJob {
  readonly key: string | null;
  readonly task: string;
  readonly payload: { readonly sourceId: string };
}

/** Jobs that wait for a worker. */
export async function queuedJobs(db: Db, task: string): Promise<QueuedJob[]> {
  const rows =
    await sql<QueuedJob>`select j.key, j.task_identifier as task, p.payload from graphile_worker.jobs j
    join graphile_worker._private_jobs p on p.id = j.id where j.task_identifier = ${task} order by j.id`.execute(
      tables(db),
    );
  return rows.rows;
}

export async function clearJobs(db: Db): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`.execute(tables(db));
}

export interface StoredSource {
  readonly format: string;
  readonly failures: number;
  readonly last_error: string | null;
  readonly next_import_at: Date | null;
  readonly etag: string | null;
}

export async function storedSource(db: Db, id: string): Promise<StoredSource | undefined> {
  const rows =
    await sql<StoredSource>`select format, failures, last_error, next_import_at, etag from catalog.source
    where id = ${id}`.execute(tables(db));
  return rows.rows[0];
}

export interface StoredImport {
  readonly id: string;
  readonly state: string;
  readonly not_modified: boolean;
  readonly dry_run: boolean;
  readonly read_count: number;
  readonly created_count: number;
  readonly actor: string;
  readonly location: string;
  readonly error: string | null;
}

export async function storedImports(db: Db, sourceId: string): Promise<StoredImport[]> {
  const rows =
    await sql<StoredImport>`select id, state, not_modified, dry_run, read_count, created_count, actor,
    location, error from catalog.import where source_id = ${sourceId} order by started_at, id`.execute(
      tables(db),
    );
  return rows.rows;
}

/** Everything that the catalogue shows of its courses, without the times at which it was written and what was judged of them then. */
export async function catalogueSnapshot(db: Db): Promise<unknown> {
  const rows = await sql<{ whole: unknown }>`select jsonb_build_object(
    'courses', (select jsonb_agg(jsonb_build_object('id', id, 'slug', slug, 'state', state, 'into', merged_into, 'title', title,
      'language', language, 'url', url, 'document', document, 'provenance', provenance, 'hash', hash, 'picture', picture_key,
      'pictureUrl', picture_url, 'link', link_state) order by id) from catalog.course),
    'slugs', (select jsonb_agg(to_jsonb(s) order by slug) from catalog.course_slug s),
    'records', (select jsonb_agg(to_jsonb(r) order by id) from catalog.record r),
    'claims', (select jsonb_agg(to_jsonb(c) order by record_id, version) from catalog.claim c),
    'runs', (select jsonb_agg(to_jsonb(r) order by id) from catalog.run r),
    'providers', (select jsonb_agg(to_jsonb(p) order by course_id, provider_id) from catalog.course_provider p),
    'subjects', (select jsonb_agg(to_jsonb(s) order by course_id, subject) from catalog.course_subject s),
    'prerequisites', (select jsonb_agg(to_jsonb(p) order by course_id, position) from catalog.prerequisite p),
    'search', (select jsonb_agg(jsonb_build_object('n', n, 'card', card::jsonb - 'availability') order by n) from catalog.search_entry)
    ) as whole`.execute(tables(db));
  return rows.rows[0]?.whole;
}

export interface StoredCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: string;
  readonly url: string | null;
  readonly platform: string;
  readonly document: Readonly<Record<string, unknown>>;
}

/** Every course, in the order in which they came. */
export async function storedCourses(db: Db): Promise<StoredCourse[]> {
  const rows =
    await sql<StoredCourse>`select c.id, c.slug, c.title, c.state, c.url, p.slug as platform, c.document
    from catalog.course c join catalog.platform p on p.id = c.platform_id order by c.n`.execute(tables(db));
  return rows.rows;
}
