import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseContent } from '../content/course-content.ts';
import type { CoursesTables, StaffRole } from '../tables.ts';
import type { ContentRows, PartRows } from './content-rows.ts';

const of = (db: Db) => tables<CoursesTables>(db);
const json = (value: unknown): string => JSON.stringify(value);

export interface NewCourse {
  readonly id: string;
  readonly slug: string;
  readonly content: CourseContent;
  readonly isSample: boolean;
  readonly createdBy: string | null;
  readonly now: Date;
}

export async function insertCourse(db: Db, course: NewCourse): Promise<void> {
  const { about, rules, banks } = course.content;
  await of(db)
    .insertInto('courses.course')
    .values({
      id: course.id,
      slug: course.slug,
      about: json(about),
      rules: json(rules),
      banks: json(banks),
      version_id: null,
      listing_id: null,
      is_sample: course.isSample,
      created_by: course.createdBy,
      created_at: course.now,
      changed_at: course.now,
    })
    .execute();
}

export async function insertStaff(
  db: Db,
  staff: { courseId: string; personId: string; role: StaffRole; now: Date },
): Promise<void> {
  await of(db)
    .insertInto('courses.staff')
    .values({ course_id: staff.courseId, person_id: staff.personId, role: staff.role, since: staff.now })
    .execute();
}

/** Adds all parts in three statements. */
export async function insertParts(
  db: Db,
  { courseId, rows, by, now }: { courseId: string; rows: ContentRows; by: string | null; now: Date },
): Promise<void> {
  await sql`
    insert into courses.section (course_id, id, position, content)
    select ${courseId}::uuid, id, position, content
    from jsonb_to_recordset(${json(rows.sections)}::jsonb) as r (id text, position int, content jsonb)`.execute(
    of(db),
  );
  await sql`
    insert into courses.unit (course_id, id, section_id, position, content)
    select ${courseId}::uuid, id, section_id, position, content
    from jsonb_to_recordset(${json(rows.units)}::jsonb) as r (id text, section_id text, position int, content jsonb)`.execute(
    of(db),
  );
  await sql`
    insert into courses.block (course_id, id, unit_id, position, title, optional, content, changed_at, changed_by)
    select ${courseId}::uuid, id, unit_id, position, title, optional, content, ${now}::timestamptz, ${by}::uuid
    from jsonb_to_recordset(${json(rows.blocks)}::jsonb)
      as r (id text, unit_id text, position int, title text, optional boolean, content jsonb)`.execute(
    of(db),
  );
}

/**
 * Slugs that begin like this one, of courses here and listings in the catalogue: an address leads to one thing. Whoever
 * asks for the same one waits until this transaction ends.
 */
export async function takenSlugs(db: Db, slug: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock(hashtext(${`courses.slug:${slug}`}))`.execute(of(db));
  const { rows } = await sql<{ slug: string }>`
    select slug from courses.course where slug = ${slug} or slug like ${`${slug}-%`}
    union select slug from catalog.listing where slug = ${slug} or slug like ${`${slug}-%`}`.execute(of(db));
  return rows.map((row) => row.slug);
}

export interface DraftRow {
  readonly id: string;
  readonly slug: string;
  readonly state: 'draft' | 'published' | 'archived';
  readonly revision: number;
  readonly isSample: boolean;
  readonly versionId: string | null;
  readonly listingId: string | null;
  readonly about: CourseContent['about'];
  readonly rules: CourseContent['rules'];
  readonly banks: CourseContent['banks'];
  readonly sections: PartRows['sections'];
  readonly units: PartRows['units'];
  readonly blocks: PartRows['blocks'];
}

/** The whole draft in one statement; undefined when there is no such course. `lock` holds it until the transaction ends. */
export async function draftRow(
  db: Db,
  courseId: string,
  { lock = false }: { readonly lock?: boolean } = {},
): Promise<DraftRow | undefined> {
  const { rows } = await sql<DraftRow>`
    select c.id, c.slug, c.state, c.revision, c.is_sample as "isSample", c.version_id as "versionId",
      c.listing_id as "listingId", c.about, c.rules, c.banks,
      (select coalesce(jsonb_agg(content order by position, id), '[]') from courses.section
        where course_id = c.id and removed_at is null) as sections,
      (select coalesce(jsonb_agg(content || jsonb_build_object('section_id', section_id) order by position, id), '[]')
        from courses.unit where course_id = c.id and removed_at is null) as units,
      (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'unit_id', unit_id, 'title', title, 'optional', optional,
        'content', content) order by position, id), '[]') from courses.block
        where course_id = c.id and removed_at is null) as blocks
    from courses.course c where c.id = ${courseId}::uuid ${lock ? sql`for update` : sql``}`.execute(of(db));
  return rows[0];
}
