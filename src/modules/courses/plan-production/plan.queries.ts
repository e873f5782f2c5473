import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import { emptyPlan, type MoneyPlan } from './money-plan.ts';
import type { Minutes } from './tasks.ts';

const of = (db: Db) => tables<CoursesTables>(db);

/** Hours as they are planned; revision 0 where nobody planned yet. */
export interface HoursPlan {
  readonly weeks: number;
  readonly minutes: Minutes;
  readonly revision: number;
}

/** What is planned of a course: hours, and money. */
export interface ProductionPlan {
  readonly hours: HoursPlan;
  readonly money: MoneyPlan;
  readonly moneyRevision: number;
}

interface PlanRow {
  readonly weeks: number | null;
  readonly minutes: Minutes | null;
  readonly revision: number | null;
  readonly currency: string | null;
  readonly content: Omit<MoneyPlan, 'currency'> | null;
  readonly moneyRevision: number | null;
}

export async function planOf(db: Db, courseId: string): Promise<ProductionPlan> {
  const { rows } = await sql<PlanRow>`
    select h.weeks, h.minutes, h.revision, m.currency, m.content, m.revision as "moneyRevision"
    from (values (${courseId}::uuid)) as asked (id)
    left join courses.hours_plan h on h.course_id = asked.id
    left join courses.money_plan m on m.course_id = asked.id`.execute(of(db));
  const [row] = rows;
  return {
    hours: { weeks: row?.weeks ?? 5, minutes: row?.minutes ?? {}, revision: row?.revision ?? 0 },
    money: row?.content && row.currency ? { ...row.content, currency: row.currency } : emptyPlan,
    moneyRevision: row?.moneyRevision ?? 0,
  };
}

/** The plan becomes this one; the caller holds the course. */
export async function keepHoursPlan(
  db: Db,
  courseId: string,
  { weeks, minutes }: Pick<HoursPlan, 'weeks' | 'minutes'>,
  now: Date,
): Promise<void> {
  await sql`
    insert into courses.hours_plan as h (course_id, weeks, minutes, revision, changed_at)
    values (${courseId}::uuid, ${weeks}, ${JSON.stringify(minutes)}::jsonb, 1, ${now}::timestamptz)
    on conflict (course_id) do update set weeks = excluded.weeks, minutes = excluded.minutes,
      revision = h.revision + 1, changed_at = excluded.changed_at`.execute(of(db));
}

export async function keepMoneyPlan(db: Db, courseId: string, plan: MoneyPlan, now: Date): Promise<void> {
  const { currency, ...content } = plan;
  await sql`
    insert into courses.money_plan as m (course_id, currency, content, revision, changed_at)
    values (${courseId}::uuid, ${currency}, ${JSON.stringify(content)}::jsonb, 1, ${now}::timestamptz)
    on conflict (course_id) do update set currency = excluded.currency, content = excluded.content,
      revision = m.revision + 1, changed_at = excluded.changed_at`.execute(of(db));
}
