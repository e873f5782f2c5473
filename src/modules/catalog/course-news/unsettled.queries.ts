import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { FieldChange } from '../resolve-course/changed-fields.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';

export interface RecordedChange {
  readonly courseId: string;
  readonly kind: 'updated' | 'archived' | 'returned';
  readonly at: Date;
  readonly fields: readonly FieldChange[];
}

/** What was recorded of these courses from an instant on, in order; that they were made or merged is nobody's news. */
export async function changesSince(
  db: Db,
  courseIds: readonly string[],
  from: Date,
): Promise<RecordedChange[]> {
  const rows = await sql<RecordedChange>`select course_id as "courseId", kind, at, fields
    from catalog.course_change where course_id = any(${courseIds}::uuid[]) and at >= ${from}
      and kind in ('updated', 'archived', 'returned') order by id`.execute(tables(db));
  return rows.rows;
}

export interface Unsettled {
  readonly courseId: string;
  readonly field: string;
  readonly before: unknown;
  readonly since: Date;
  readonly dueAt: Date;
}

/** Keeps what was there before the first change of a field, and waits anew after each further one. */
export async function keepUnsettled(db: Db, rows: readonly Unsettled[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`insert into catalog.unsettled_change as u (course_id, field, before, since, due_at)
    select "courseId", field, before, since, "dueAt" from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t("courseId" uuid, field text, before jsonb, since timestamptz, "dueAt" timestamptz)
    on conflict (course_id, field) do update set due_at = greatest(u.due_at, excluded.due_at)`.execute(
    tables(db),
  );
}

/** A course whose changes have held, and what is true of it today. */
export interface SettlingCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: 'listed' | 'archived' | 'merged';
  readonly costs: ResolvedDocument['costs'] | null;
  readonly certificate: ResolvedDocument['certificate'] | null;
  readonly linkState: string | null;
  readonly changes: readonly {
    readonly field: string;
    readonly before: unknown;
    readonly since: string;
  }[];
}

/**
 * Takes the courses whose changes are all due, or that have not come to rest since `restless`, at most some: what was
 * kept of them is forgotten in the same transaction in which it is told.
 */
export async function takeSettled(
  db: Db,
  { now, restless, most }: { readonly now: Date; readonly restless: Date; readonly most: number },
): Promise<SettlingCourse[]> {
  const rows = await sql<SettlingCourse>`
    with due as (select course_id from catalog.unsettled_change group by course_id
        having max(due_at) <= ${now} or min(since) <= ${restless} order by min(due_at), course_id limit ${most}),
    taken as (delete from catalog.unsettled_change u using due where u.course_id = due.course_id
      returning u.course_id, u.field, u.before, u.since)
    select c.id, c.slug, c.title, c.state, c.document -> 'costs' as costs, c.document ->> 'certificate' as certificate,
      c.link_state as "linkState", t.changes
    from (select course_id, jsonb_agg(jsonb_build_object('field', field, 'before', before, 'since', since) order by field)
      as changes from taken group by course_id) t
    join catalog.course c on c.id = t.course_id order by c.id`.execute(tables(db));
  return rows.rows;
}
