import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables, StaffRole } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

export interface NamedStaff {
  readonly personId: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly since: Date;
}

/** Who works on a course, who came first first. */
export function namedStaff(db: Db, courseId: string): Promise<NamedStaff[]> {
  return of(db)
    .selectFrom('courses.staff as s')
    .innerJoin('accounts.public_person as p', 'p.id', 's.person_id')
    .select(['s.person_id as personId', 'p.name', 's.role', 's.since'])
    .where('s.course_id', '=', courseId)
    .orderBy('s.since')
    .orderBy('p.name')
    .execute();
}

/** Whose address this is, as accounts compare addresses. */
export async function personAt(db: Db, addressKey: string): Promise<string | undefined> {
  const found = await sql<{ id: string }>`select id from accounts.reachable_person
    where lower(address) = ${addressKey}`.execute(of(db));
  return found.rows[0]?.id;
}

/** Gives somebody a role in the course, in place of the one they had. */
export async function setRole(
  db: Db,
  courseId: string,
  { personId, role, at }: { readonly personId: string; readonly role: StaffRole; readonly at: Date },
): Promise<void> {
  await sql`insert into courses.staff (course_id, person_id, role, since)
    values (${courseId}::uuid, ${personId}::uuid, ${role}, ${at})
    on conflict (course_id, person_id) do update set role = excluded.role`.execute(of(db));
}

export async function deleteStaff(db: Db, courseId: string, personId: string): Promise<void> {
  await of(db)
    .deleteFrom('courses.staff')
    .where('course_id', '=', courseId)
    .where('person_id', '=', personId)
    .execute();
}
