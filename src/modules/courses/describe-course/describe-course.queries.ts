import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseAbout, CourseRules } from '../content/course-content.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

interface NamedBlock {
  readonly id: string;
  readonly title: string;
}

export interface CourseDescription {
  readonly about: CourseAbout;
  readonly rules: CourseRules;
  /** Its question sets, to say which must be passed. */
  readonly sets: readonly NamedBlock[];
  /** Everything that gives points. */
  readonly graded: readonly NamedBlock[];
}

export async function describedCourse(db: Db, courseId: string): Promise<CourseDescription | undefined> {
  const found = await sql<
    Omit<CourseDescription, 'sets' | 'graded'> & { graded: (NamedBlock & { type: string })[] }
  >`
    select c.about, c.rules, (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'type', b.type,
        'title', case when b.title = '' then u.content ->> 'title' else b.title end) order by s.position, u.position, b.position), '[]')
      from courses.block b join courses.unit u on u.course_id = b.course_id and u.id = b.unit_id
      join courses.section s on s.course_id = u.course_id and s.id = u.section_id
      where b.course_id = c.id and b.type in ('questions', 'assignment', 'package') and b.removed_at is null and u.removed_at is null
        and s.removed_at is null) as graded
    from courses.course c where c.id = ${courseId}::uuid`.execute(of(db));
  const [row] = found.rows;
  return row && { ...row, sets: row.graded.filter(({ type }) => type === 'questions') };
}

export async function setAbout(db: Db, courseId: string, about: CourseAbout): Promise<void> {
  await sql`update courses.course set about = ${JSON.stringify(about)}::jsonb where id = ${courseId}::uuid`.execute(
    of(db),
  );
}

export async function setRules(db: Db, courseId: string, rules: CourseRules): Promise<void> {
  await sql`update courses.course set rules = ${JSON.stringify(rules)}::jsonb where id = ${courseId}::uuid`.execute(
    of(db),
  );
}

/** Takes the course away from learners to come, or back to them; what they have done stays. */
export async function setState(
  db: Db,
  courseId: string,
  state: 'draft' | 'published' | 'archived',
): Promise<void> {
  await sql`update courses.course set state = ${state} where id = ${courseId}::uuid`.execute(of(db));
}
