import { sql } from 'kysely';
import { type Db, tables } from '../../../../platform/db/database.ts';
import type { FileRow } from '../../course-files/files.queries.ts';
import type { CoursesTables } from '../../tables.ts';
import type { FilmState } from '../list-films/films.queries.ts';

export interface FilmFileRow extends FileRow {
  /** How far it is, of films and recordings that the worker has seen. */
  readonly film: Pick<FilmState, 'state' | 'progress'> | null;
}

/** All files of a course, by name, with how far its films are. */
export async function filesWithFilms(db: Db, courseId: string): Promise<FilmFileRow[]> {
  const { rows } = await sql<FilmFileRow>`
    select f.id, f.name, f.type, f.bytes::float8 as bytes, f.key, f.width, f.height, f.renditions,
      case when m.file_id is null then null
        else jsonb_build_object('state', m.state, 'progress', m.progress) end as film
    from courses.file f
    left join courses.film m on m.course_id = f.course_id and m.file_id = f.id
    where f.course_id = ${courseId}::uuid order by f.name, f.id`.execute(tables<CoursesTables>(db));
  return rows;
}
