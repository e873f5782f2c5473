import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { Outline } from '../content/outline.ts';
import type { CoursesTables } from '../tables.ts';
import type { UnitEdition } from './outline-of.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Keeps the editions that are not there yet; returns the row of each unit's. */
export async function keepEditions(
  db: Db,
  courseId: string,
  editions: readonly (UnitEdition & { readonly id: string })[],
): Promise<Map<string, string>> {
  const { rows } = await sql<{ unit_id: string; id: string }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(editions)}::jsonb)
        as r (id uuid, "unitId" text, hash text, blocks jsonb, files text[])
    ), made as (
      insert into courses.unit_edition (id, course_id, unit_id, hash, blocks, files)
      select id, ${courseId}::uuid, "unitId", hash, blocks, files from given
      on conflict (course_id, unit_id, hash) do nothing returning unit_id, id
    )
    select unit_id, id from made
    union all
    select e.unit_id, e.id from courses.unit_edition e join given g on e.unit_id = g."unitId" and e.hash = g.hash
    where e.course_id = ${courseId}::uuid`.execute(of(db));
  return new Map(rows.map(({ unit_id: unit, id }) => [unit, id]));
}

export interface NewVersion {
  readonly id: string;
  readonly courseId: string;
  readonly content: CourseContent;
  readonly outline: Outline;
  readonly changes: string;
  readonly by: string | null;
  readonly now: Date;
}

/** Adds the version under the next number, and shows it to learners. */
export async function insertVersion(db: Db, version: NewVersion): Promise<number> {
  const { about, rules, banks } = version.content;
  const { rows } = await sql<{ number: number }>`
    with made as (
      insert into courses.version (id, course_id, number, about, rules, banks, outline, changes, published_at, published_by)
      select ${version.id}::uuid, ${version.courseId}::uuid, coalesce(max(number), 0) + 1, ${JSON.stringify(about)}::jsonb,
        ${JSON.stringify(rules)}::jsonb, ${JSON.stringify(banks)}::jsonb, ${JSON.stringify(version.outline)}::jsonb,
        ${version.changes}, ${version.now}::timestamptz, ${version.by}::uuid
      from courses.version where course_id = ${version.courseId}::uuid
      returning number
    ), shown as (
      update courses.course set state = 'published', version_id = ${version.id}::uuid, changed_at = ${version.now}::timestamptz
      where id = ${version.courseId}::uuid
    )
    select number from made`.execute(of(db));
  return rows[0]?.number ?? 0;
}
