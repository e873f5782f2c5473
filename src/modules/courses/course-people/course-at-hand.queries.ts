import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { StaffMember } from '../policy.ts';
import type { CoursesTables } from '../tables.ts';

/** What every page of authoring needs of the course that it is about. */
export interface CourseAtHand {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly state: 'draft' | 'published' | 'archived';
  /** Counts every change of the draft. */
  readonly revision: number;
  readonly versionId: string | null;
  readonly isSample: boolean;
  readonly changedAt: Date;
  readonly staff: readonly StaffMember[];
}

/** The course and who works on it. With `hold`, two deeds at the same time come one after the other. */
export async function findCourse(db: Db, id: string, hold: boolean): Promise<CourseAtHand | undefined> {
  const found = await sql<CourseAtHand>`
    select c.id, c.slug, c.title, c.lang, c.state, c.revision, c.version_id as "versionId",
      c.is_sample as "isSample", c.changed_at as "changedAt",
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role))
        from courses.staff s where s.course_id = c.id), '[]') as staff
    from courses.course c where c.id = ${id}::uuid ${hold ? sql`for update of c` : sql``}`.execute(
    tables<CoursesTables>(db),
  );
  return found.rows[0];
}

/** The draft has changed: its revision goes up. */
export async function touchCourse(db: Db, id: string, at: Date): Promise<void> {
  await sql`update courses.course set revision = revision + 1, changed_at = ${at}
    where id = ${id}::uuid`.execute(tables<CoursesTables>(db));
}
