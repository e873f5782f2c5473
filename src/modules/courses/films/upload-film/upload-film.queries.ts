import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { CoursesTables } from '../../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** A film that waits to be made; newer bytes under the same id are made anew. */
export async function insertFilm(
  db: Db,
  film: { courseId: string; fileId: string; key: string; now: Date },
): Promise<void> {
  await sql`
    insert into courses.film (course_id, file_id, key, changed_at)
    values (${film.courseId}::uuid, ${film.fileId}, ${film.key}, ${film.now})
    on conflict (course_id, file_id) do update set key = excluded.key, state = 'waiting', progress = 0, step = null,
      trouble = null, detail = '', attempts = 0, facts = null, silences = null, changed_at = excluded.changed_at
      where courses.film.key <> excluded.key`.execute(of(db));
}

/** Puts a film into a block of its kind; a link that stood there goes. The block's earlier state is kept. */
export async function giveFilmToBlock(
  db: Db,
  given: {
    courseId: string;
    blockId: string;
    file: { readonly id: string };
    by: string | null;
    now: Date;
  },
): Promise<void> {
  const { courseId, blockId, file, by, now } = given;
  await sql`
    with before as (
      insert into courses.block_history (course_id, block_id, revision, title, content, saved_at, saved_by)
      select course_id, id, revision, title, content, ${now}::timestamptz, ${by}::uuid from courses.block
      where course_id = ${courseId}::uuid and id = ${blockId} and type in ('video', 'audio') and removed_at is null
      on conflict do nothing)
    update courses.block
    set content = (content - 'link' - 'duration') || jsonb_build_object('file', ${file.id}::text),
      revision = revision + 1, changed_at = ${now}, changed_by = ${by}::uuid
    where course_id = ${courseId}::uuid and id = ${blockId} and type in ('video', 'audio') and removed_at is null`.execute(
    of(db),
  );
}

export interface UploadRow {
  readonly id: string;
  readonly courseId: string;
  readonly blockId: string | null;
  readonly name: string;
  readonly bytes: number;
}

export async function insertUpload(db: Db, upload: UploadRow, now: Date): Promise<void> {
  await of(db)
    .insertInto('courses.film_upload')
    .values({
      id: upload.id,
      course_id: upload.courseId,
      block_id: upload.blockId,
      name: upload.name,
      bytes: upload.bytes,
      started_at: now,
      moved_at: now,
    })
    .execute();
}

const columns = sql`id, course_id as "courseId", block_id as "blockId", name, bytes::float8 as bytes`;

export async function findUpload(db: Db, id: string): Promise<UploadRow | undefined> {
  const { rows } = await sql<UploadRow>`select ${columns} from courses.film_upload where id = ${id}`.execute(
    of(db),
  );
  return rows[0];
}

export async function countUploads(db: Db, courseId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from courses.film_upload where course_id = ${courseId}::uuid`.execute(of(db));
  return rows[0]?.n ?? 0;
}

/** False where it is gone already. */
export async function deleteUpload(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await of(db)
    .deleteFrom('courses.film_upload')
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Somebody goes on with it. */
export async function noteMoved(db: Db, id: string, now: Date): Promise<void> {
  await of(db).updateTable('courses.film_upload').set({ moved_at: now }).where('id', '=', id).execute();
}

/** Forgets uploads that nobody went on with since; returns how many. */
export async function deleteUploadsBefore(db: Db, before: Date): Promise<number> {
  const { numDeletedRows } = await of(db)
    .deleteFrom('courses.film_upload')
    .where('moved_at', '<', before)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
