import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

/** Whether a course of this slug is there, for learners and for this person. */
export async function whereCourseIs(
  db: Db,
  slug: string,
  personId: string | undefined,
): Promise<{ readonly id: string; readonly isPublished: boolean; readonly isStaff: boolean } | undefined> {
  const { rows } = await sql<{ id: string; isPublished: boolean; isStaff: boolean }>`
    select c.id, c.state <> 'draft' as "isPublished",
      exists (select from courses.staff s where s.course_id = c.id and s.person_id = ${personId ?? null}::uuid) as "isStaff"
    from courses.course c where c.slug = ${slug}`.execute(tables<CoursesTables>(db));
  return rows[0];
}

/** Address of a course's own listing in the catalogue, which may be called otherwise; undefined when it is gone. */
export async function listingSlug(db: Db, listingId: string): Promise<string | undefined> {
  const { rows } = await sql<{
    slug: string;
  }>`select coalesce(kept.slug, l.slug) as slug from catalog.listing l
    left join catalog.listing kept on kept.id = l.merged_into where l.id = ${listingId}::uuid`.execute(
    tables<CoursesTables>(db),
  );
  return rows[0]?.slug;
}
