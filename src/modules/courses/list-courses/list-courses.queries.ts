import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables, StaffRole } from '../tables.ts';

/** A course as the list of one's courses shows it. */
export interface TaughtCourse {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly state: 'draft' | 'published' | 'archived';
  /** Null for an operator who does not work on it. */
  readonly role: StaffRole | null;
  readonly units: number;
  /** Number of the version that learners see. */
  readonly version: number | null;
  readonly hasChanges: boolean;
  readonly changedAt: Date;
  /** When it was last changed, published, or found right. */
  readonly lastChangeAt: Date;
  readonly isSample: boolean;
}

export interface TaughtCourses {
  readonly courses: readonly TaughtCourse[];
  readonly total: number;
}

/** Courses on which somebody works (or all of the site), those changed last first. */
export async function taughtCourses(
  db: Db,
  { personId, all, page, perPage }: { personId: string; all: boolean; page: number; perPage: number },
): Promise<TaughtCourses> {
  const found = await sql<TaughtCourse & { total: number }>`
    select c.id, c.title, c.lang, c.state, s.role, v.number as version, c.is_sample as "isSample",
      v.id is not null and c.changed_at > v.published_at as "hasChanges", c.changed_at as "changedAt", l.changed_at as "lastChangeAt",
      (select count(*)::int from courses.unit u where u.course_id = c.id and u.removed_at is null) as units,
      count(*) over ()::int as total
    from courses.course c join courses.last_change l on l.course_id = c.id
    left join courses.staff s on s.course_id = c.id and s.person_id = ${personId}::uuid
    left join courses.version v on v.id = c.version_id
    where ${all} or s.role is not null
    order by c.changed_at desc, c.id limit ${perPage} offset ${(page - 1) * perPage}`.execute(
    tables<CoursesTables>(db),
  );
  return { courses: found.rows, total: found.rows[0]?.total ?? 0 };
}
