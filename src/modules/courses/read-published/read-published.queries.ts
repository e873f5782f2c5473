import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Block } from '../content/blocks.ts';
import type { Bank, CourseAbout, CourseRules } from '../content/course-content.ts';
import type { Outline } from '../content/outline.ts';
import type { FileRow } from '../course-files/files.queries.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface PublishedCourse {
  readonly id: string;
  readonly slug: string;
  readonly state: 'published' | 'archived';
  readonly listingId: string | null;
  readonly isSample: boolean;
  /** Opened to learners before every sign-off was there. */
  readonly underConstruction: boolean;
  readonly versionId: string;
  readonly versionNumber: number;
  /** What was said to learners when this version came. */
  readonly changes: string;
  readonly publishedAt: Date;
  readonly about: CourseAbout;
  readonly rules: CourseRules;
  readonly outline: Outline;
}

const course = sql`c.id, c.slug, c.state, c.listing_id as "listingId", c.is_sample as "isSample",
  c.under_construction as "underConstruction", v.id as "versionId",
  v.number as "versionNumber", v.changes, v.published_at as "publishedAt", v.about, v.rules, v.outline`;
const from = sql`courses.course c join courses.version v on v.id = c.version_id`;

/** A course as learners see it; undefined when it was never published. */
export async function publishedCourse(db: Db, slug: string): Promise<PublishedCourse | undefined> {
  const { rows } = await sql<PublishedCourse>`
    select ${course} from ${from} where c.slug = ${slug} and c.state <> 'draft'`.execute(of(db));
  return rows[0];
}

/** The same by id. */
export async function publishedCourseById(db: Db, id: string): Promise<PublishedCourse | undefined> {
  const { rows } = await sql<PublishedCourse>`
    select ${course} from ${from} where c.id = ${id}::uuid and c.state <> 'draft'`.execute(of(db));
  return rows[0];
}

export interface PublishedUnit extends PublishedCourse {
  readonly blocks: readonly Block[];
  /** The files that its blocks name. */
  readonly files: readonly FileRow[];
  /** Banks from which its questions are drawn; empty where none are. */
  readonly banks: readonly Bank[];
}

/** A unit with its course, in one statement; undefined when the published version has no such unit. */
export async function publishedUnit(
  db: Db,
  slug: string,
  unitId: string,
): Promise<PublishedUnit | undefined> {
  const { rows } = await sql<PublishedUnit>`
    select ${course}, n.blocks,
      case when n.blocks @? '$[*].content.rules.draw[*]' then v.banks else '[]' end as banks,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'type', f.type, 'bytes', f.bytes,
        'key', f.key, 'width', f.width, 'height', f.height, 'renditions', f.renditions)), '[]')
        from courses.file f where f.course_id = c.id and f.id = any(n.files)) as files
    from ${from} cross join lateral jsonb_path_query_first(v.outline, '$.sections[*].units[*] ? (@.id == $id)',
      jsonb_build_object('id', ${unitId}::text)) u
    join courses.unit_edition n on n.id = (u ->> 'edition')::uuid
    where c.slug = ${slug} and c.state <> 'draft'`.execute(of(db));
  return rows[0];
}

/** Files of a course by their ids: for what stands outside of units, such as its picture. */
export async function filesNamed(db: Db, courseId: string, ids: readonly string[]): Promise<FileRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<FileRow>`
    select id, name, type, bytes::float8 as bytes, key, width, height, renditions from courses.file
    where course_id = ${courseId}::uuid and id = any(${[...ids]}::text[])`.execute(of(db));
  return rows;
}
