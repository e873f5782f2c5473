import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Block } from '../content/blocks.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { Outline } from '../content/outline.ts';
import type { CoursesTables } from '../tables.ts';

/** A published state of a course, without what stands in it. */
export interface VersionFacts {
  readonly id: string;
  readonly number: number;
  readonly changes: string;
  readonly publishedAt: Date;
  readonly by: string | null;
}

/** The latest first. */
export async function versionFacts(db: Db, courseId: string, most: number): Promise<VersionFacts[]> {
  const found = await sql<VersionFacts>`
    select v.id, v.number, v.changes, v.published_at as "publishedAt", p.name as by
    from courses.version v left join accounts.public_person p on p.id = v.published_by
    where v.course_id = ${courseId}::uuid order by v.number desc limit ${most}`.execute(
    tables<CoursesTables>(db),
  );
  return found.rows;
}

/** Outlines of versions by their numbers. */
export async function versionOutlines(
  db: Db,
  courseId: string,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, Outline>> {
  const found = await sql<{ number: number; outline: Outline }>`select number, outline from courses.version
    where course_id = ${courseId}::uuid and number = any(${[...numbers]}::int[])`.execute(
    tables<CoursesTables>(db),
  );
  return new Map(found.rows.map(({ number, outline }) => [number, outline]));
}

/** A whole version: what it says of itself, and the blocks of each unit by the edition's id. */
export async function wholeVersion(
  db: Db,
  courseId: string,
  number: number,
): Promise<
  | (Pick<CourseContent, 'about' | 'rules' | 'banks'> & {
      readonly outline: Outline;
      readonly editions: Readonly<Record<string, readonly Block[]>>;
    })
  | undefined
> {
  const found = await sql<
    Pick<CourseContent, 'about' | 'rules' | 'banks'> & {
      outline: Outline;
      editions: Record<string, Block[]>;
    }
  >`select v.about, v.rules, v.banks, v.outline, (
      select coalesce(jsonb_object_agg(e.id::text, e.blocks), '{}') from courses.unit_edition e
      where e.course_id = v.course_id and e.id::text in (
        select u ->> 'edition' from jsonb_path_query(v.outline, '$.sections[*].units[*]') u)) as editions
    from courses.version v where v.course_id = ${courseId}::uuid and v.number = ${number}`.execute(
    tables<CoursesTables>(db),
  );
  return found.rows[0];
}
