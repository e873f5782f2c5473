import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** When a course was last changed, published, or found right. */
export async function lastChangeOf(db: Db, courseId: string): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`
    select changed_at as at from courses.last_change where course_id = ${courseId}::uuid`.execute(of(db));
  const [row] = rows;
  if (!row) throw new Error(`no course ${courseId}`);
  return row.at;
}

export async function keepConfirmation(
  db: Db,
  { courseId, by, now }: { readonly courseId: string; readonly by: string | null; readonly now: Date },
): Promise<void> {
  await sql`
    insert into courses.upkeep (course_id, confirmed_at, confirmed_by)
    values (${courseId}::uuid, ${now}::timestamptz, ${by}::uuid)
    on conflict (course_id) do update set confirmed_at = excluded.confirmed_at,
      confirmed_by = excluded.confirmed_by`.execute(of(db));
}

export interface CourseToAskAbout {
  readonly id: string;
  readonly title: string;
  readonly changedAt: Date;
  /** Its owners and authors. */
  readonly people: readonly {
    readonly id: string;
    readonly name: string;
    readonly lang: string;
    /** Whether they were signed up for this before. */
    readonly hears: boolean;
  }[];
}

/**
 * Takes the next published courses that nobody touched since, and about which nobody was asked since; in the same
 * transaction they count as asked about, and their people as signed up.
 */
export async function takeUntouched(
  db: Db,
  { before, now, most }: { readonly before: Date; readonly now: Date; readonly most: number },
): Promise<CourseToAskAbout[]> {
  const { rows } = await sql<CourseToAskAbout>`
    with due as materialized (
      select c.id, c.title, l.changed_at from courses.course c join courses.last_change l on l.course_id = c.id
      left join courses.upkeep k on k.course_id = c.id
      where c.state = 'published' and not c.is_sample and l.changed_at < ${before}::timestamptz
        and (k.told_at is null or k.told_at < ${before}::timestamptz)
      order by c.id limit ${most} for update of c skip locked),
    told as (
      insert into courses.upkeep (course_id, told_at) select id, ${now}::timestamptz from due
      on conflict (course_id) do update set told_at = excluded.told_at),
    signed as (
      update courses.staff s set hears_upkeep = true from due where s.course_id = due.id and s.role in ('owner', 'author'))
    select due.id, due.title, due.changed_at as "changedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'lang', p.lang, 'hears', s.hears_upkeep)
          order by p.id), '[]')
        from courses.staff s join accounts.reachable_person p on p.id = s.person_id
        where s.course_id = due.id and s.role in ('owner', 'author')) as people
    from due order by due.id`.execute(of(db));
  return rows;
}
