import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** The courses that somebody works on, and how much of them they wrote. */
export async function workOnCourses(db: Db, personId: string): Promise<readonly unknown[]> {
  const found = await sql<object>`
    select c.title, c.slug, s.role, s.since,
      (select count(*)::int from courses.block b where b.course_id = c.id and b.changed_by = s.person_id) as "blocksWritten"
    from courses.staff s join courses.course c on c.id = s.course_id
    where s.person_id = ${personId}::uuid order by s.since`.execute(of(db));
  return found.rows;
}

/** What somebody said of drafts, and what they signed. */
export async function reviewsOfDrafts(db: Db, personId: string): Promise<readonly unknown[]> {
  const found = await sql<object>`
    select c.title, m.kind as what, m.text, m.written_at as at
    from courses.review_comment m join courses.course c on c.id = m.course_id where m.written_by = ${personId}::uuid
    union all
    select c.title, 'answer', m.answer, m.written_at
    from courses.review_comment m join courses.course c on c.id = m.course_id where m.answered_by = ${personId}::uuid
    union all
    select c.title, 'sign-off', s.revision::text, s.signed_at
    from courses.sign_off s join courses.course c on c.id = s.course_id where s.signed_by = ${personId}::uuid
    order by at`.execute(of(db));
  return found.rows;
}

/** The time that somebody gave to courses. */
export async function hoursNoted(db: Db, personId: string): Promise<readonly unknown[]> {
  const found = await sql<object>`
    select c.title, e.task, e.day, e.minutes, e.note, e.noted_at as "notedAt", e.removed_at as "removedAt"
    from courses.work_entry e join courses.course c on c.id = e.course_id
    where e.person_id = ${personId}::uuid order by e.day, e.id`.execute(of(db));
  return found.rows;
}

/** Where a name stands beside what was said or signed. */
const reviewers = [
  ['courses.review_comment', 'written_by'],
  ['courses.review_comment', 'answered_by'],
  ['courses.review_comment', 'settled_by'],
  ['courses.review_request', 'asked_by'],
  ['courses.sign_off', 'signed_by'],
  ['courses.review_demand', 'set_by'],
  ['courses.upkeep', 'confirmed_by'],
] as const;

/** The courses stay for those who learn in them; who made them is forgotten. */
export async function forgetAuthor(db: Db, personId: string): Promise<void> {
  const id = sql`${personId}::uuid`;
  await sql`delete from courses.staff where person_id = ${id}`.execute(of(db));
  await sql`update courses.course set created_by = null where created_by = ${id}`.execute(of(db));
  await sql`update courses.block set changed_by = null where changed_by = ${id}`.execute(of(db));
  await sql`update courses.block_history set saved_by = null where saved_by = ${id}`.execute(of(db));
  await sql`update courses.version set published_by = null where published_by = ${id}`.execute(of(db));
  for (const [table, column] of reviewers)
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = null where ${sql.ref(column)} = ${id}`.execute(
      of(db),
    );
  // the hours stay in the sums of the course, without who gave them and what they wrote
  await sql`update courses.work_entry set person_id = null, note = '' where person_id = ${id}`.execute(
    of(db),
  );
  await sql`update courses.import set by = null where by = ${id}`.execute(of(db));
}
