import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { ContentRows } from '../keep-course/content-rows.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);
const json = (value: unknown): string => JSON.stringify(value);

/**
 * Every block goes into the history, those that were removed before too: the version may write over them. Then all parts
 * are taken out, save sources that wait for rework.
 */
export async function clearDraft(db: Db, courseId: string, now: Date): Promise<void> {
  await sql`insert into courses.block_history (course_id, block_id, revision, title, content, saved_at, saved_by)
    select course_id, id, revision, title, content, changed_at, changed_by from courses.block
    where course_id = ${courseId}::uuid on conflict do nothing`.execute(of(db));
  await sql`update courses.section set removed_at = ${now} where course_id = ${courseId}::uuid and removed_at is null`.execute(
    of(db),
  );
  await sql`update courses.unit set removed_at = ${now} where course_id = ${courseId}::uuid and removed_at is null`.execute(
    of(db),
  );
  await sql`update courses.block set removed_at = ${now} where course_id = ${courseId}::uuid and removed_at is null
    and type <> 'source'`.execute(of(db));
}

/** Puts these parts into the draft, under their ids: what was taken out comes back as it is here. */
export async function putParts(
  db: Db,
  { courseId, rows, by, now }: { courseId: string; rows: ContentRows; by: string | null; now: Date },
): Promise<void> {
  await sql`insert into courses.section (course_id, id, position, content)
    select ${courseId}::uuid, id, position, content
    from jsonb_to_recordset(${json(rows.sections)}::jsonb) as r (id text, position int, content jsonb)
    on conflict (course_id, id) do update set position = excluded.position, content = excluded.content,
      removed_at = null`.execute(of(db));
  await sql`insert into courses.unit (course_id, id, section_id, position, content)
    select ${courseId}::uuid, id, section_id, position, content
    from jsonb_to_recordset(${json(rows.units)}::jsonb) as r (id text, section_id text, position int, content jsonb)
    on conflict (course_id, id) do update set section_id = excluded.section_id, position = excluded.position,
      content = excluded.content, removed_at = null`.execute(of(db));
  await sql`insert into courses.block (course_id, id, unit_id, position, title, optional, content, changed_at, changed_by)
    select ${courseId}::uuid, id, unit_id, position, title, optional, content, ${now}::timestamptz, ${by}::uuid
    from jsonb_to_recordset(${json(rows.blocks)}::jsonb)
      as r (id text, unit_id text, position int, title text, optional boolean, content jsonb)
    on conflict (course_id, id) do update set unit_id = excluded.unit_id, position = excluded.position,
      title = excluded.title, optional = excluded.optional, content = excluded.content,
      revision = courses.block.revision + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by,
      removed_at = null`.execute(of(db));
}

export async function setDescription(
  db: Db,
  courseId: string,
  { about, rules, banks }: Pick<CourseContent, 'about' | 'rules' | 'banks'>,
): Promise<void> {
  await sql`update courses.course set about = ${json(about)}::jsonb, rules = ${json(rules)}::jsonb,
    banks = ${json(banks)}::jsonb where id = ${courseId}::uuid`.execute(of(db));
}
