import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Bank, CourseRules } from '../content/course-content.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Banks of questions of a course, and the competencies that questions can test. */
export async function banksOf(
  db: Db,
  courseId: string,
): Promise<{ readonly banks: readonly Bank[]; readonly competencies: CourseRules['competencies'] }> {
  const found = await sql<{ banks: Bank[]; competencies: CourseRules['competencies'] | null }>`
    select banks, rules -> 'competencies' as competencies from courses.course where id = ${courseId}::uuid`.execute(
    of(db),
  );
  const { banks = [], competencies } = found.rows[0] ?? {};
  return { banks, competencies: competencies ?? [] };
}

export async function setBanks(db: Db, courseId: string, banks: readonly Bank[]): Promise<void> {
  await sql`update courses.course set banks = ${JSON.stringify(banks)}::jsonb where id = ${courseId}::uuid`.execute(
    of(db),
  );
}

/** How many blocks of the draft draw from a bank. */
export async function blocksThatDraw(db: Db, courseId: string, bankId: string): Promise<number> {
  const found = await sql<{ n: number }>`select count(*)::int as n from courses.block
    where course_id = ${courseId}::uuid and removed_at is null
      and content @? '$.rules.draw[*]' and content -> 'rules' -> 'draw' @> ${JSON.stringify([{ bank: bankId }])}::jsonb`.execute(
    of(db),
  );
  return found.rows[0]?.n ?? 0;
}
