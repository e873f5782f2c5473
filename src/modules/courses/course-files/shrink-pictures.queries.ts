import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables, Rendition } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface PictureToShrink {
  readonly id: string;
  readonly key: string;
  readonly width: number;
  readonly bytes: number;
}

/** Pictures of a course that have no smaller copies yet; animated GIFs and drawings stay what they are. */
export async function picturesToShrink(db: Db, courseId: string): Promise<PictureToShrink[]> {
  const { rows } = await sql<PictureToShrink>`
    select id, key, width, bytes::float8 as bytes from courses.file
    where course_id = ${courseId}::uuid and renditions = '[]' and width > 0 and bytes between 20000 and 30000000
      and type in ('image/png', 'image/jpeg', 'image/webp', 'image/bmp')
    order by id`.execute(of(db));
  return rows;
}

/** Unless the file got other bytes meanwhile. */
export async function saveRenditions(
  db: Db,
  made: { courseId: string; id: string; key: string; renditions: readonly Rendition[] },
): Promise<void> {
  await sql`
    update courses.file set renditions = ${JSON.stringify(made.renditions)}::jsonb
    where course_id = ${made.courseId}::uuid and id = ${made.id} and key = ${made.key}`.execute(of(db));
}
