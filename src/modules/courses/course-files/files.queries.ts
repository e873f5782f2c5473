import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables, Rendition } from '../tables.ts';
import type { KeptFile } from './kept-file.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Adds files, or puts newer bytes under their ids. */
export async function insertFiles(
  db: Db,
  { courseId, files, now }: { courseId: string; files: readonly KeptFile[]; now: Date },
): Promise<void> {
  if (files.length === 0) return;
  await sql`
    insert into courses.file (course_id, id, name, type, bytes, key, width, height, added_at)
    select ${courseId}::uuid, id, name, type, bytes, key, width, height, ${now}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(files)}::jsonb)
      as r (id text, name text, type text, bytes bigint, key text, width int, height int)
    on conflict (course_id, id) do update set name = excluded.name, type = excluded.type, bytes = excluded.bytes,
      key = excluded.key, width = excluded.width, height = excluded.height, renditions = '[]', added_at = excluded.added_at`.execute(
    of(db),
  );
}

export interface FileRow extends KeptFile {
  readonly renditions: readonly Rendition[];
}

const columns = sql`f.id, f.name, f.type, f.bytes::float8 as bytes, f.key, f.width, f.height, f.renditions`;

/** All files of a course, by name. */
export async function filesOf(db: Db, courseId: string): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select ${columns} from courses.file f where f.course_id = ${courseId}::uuid order by f.name, f.id`.execute(
    of(db),
  );
  return rows;
}

/** How long a file of the course is; undefined where there is none of this id. */
export async function bytesOfFile(db: Db, courseId: string, fileId: string): Promise<number | undefined> {
  const { rows } = await sql<{ bytes: number }>`
    select bytes::float8 as bytes from courses.file where course_id = ${courseId}::uuid and id = ${fileId}`.execute(
    of(db),
  );
  return rows[0]?.bytes;
}

export interface FileAndCourse extends FileRow {
  /** Whether anybody may read it: the course is published and its texts are open to all. */
  readonly isOpen: boolean;
  readonly isStaff: boolean;
}

/** A file with what decides who may have it. */
export async function fileToSend(
  db: Db,
  { courseId, fileId, personId }: { courseId: string; fileId: string; personId: string | undefined },
): Promise<FileAndCourse | undefined> {
  const { rows } = await sql<FileAndCourse>`
    select ${columns}, c.state = 'published' and c.rules ->> 'kind' = 'mooc' as "isOpen",
      exists (select from courses.staff s where s.course_id = c.id and s.person_id = ${personId ?? null}::uuid) as "isStaff"
    from courses.file f join courses.course c on c.id = f.course_id
    where f.course_id = ${courseId}::uuid and f.id = ${fileId}`.execute(of(db));
  return rows[0];
}
