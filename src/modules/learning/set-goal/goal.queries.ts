import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export type Measure = 'units' | 'minutes';

export interface Goal {
  readonly measure: Measure;
  readonly amount: number;
  readonly reminders: boolean;
}

export interface WeekOfGoal extends Goal {
  /** In units or minutes, as the goal counts. */
  readonly done: number;
}

/** What was gone through since a Monday, in units and in the minutes that these take. */
const doneSince = (monday: string, personId: ReturnType<typeof sql>) => sql`
  select count(*)::int as units, coalesce(round(sum(coalesce((found.unit ->> 'minutes')::numeric,
      (select sum((b ->> 'minutes')::numeric) from jsonb_array_elements(found.unit -> 'blocks') b), 0))), 0)::int as minutes
  from learning.enrolment e join learning.entry y on y.enrolment_id = e.id
  join courses.taught t on t.id = e.course_id
  cross join lateral (select jsonb_path_query_first(t.outline, '$.sections[*].units[*] ? (@.id == $id)',
    jsonb_build_object('id', y.unit_id)) as unit) found
  where e.person_id = ${personId} and y.kind = 'unit-seen' and y.at >= ${monday}::date::timestamp at time zone 'UTC'`;

/** Somebody's goal and how far they are in the week that began on this Monday; undefined where they set none. */
export async function goalOf(db: Db, personId: string, monday: string): Promise<WeekOfGoal | undefined> {
  const { rows } = await sql<WeekOfGoal>`
    select g.measure, g.amount, g.reminders, case g.measure when 'units' then d.units else d.minutes end as done
    from learning.goal g cross join lateral (${doneSince(monday, sql`g.person_id`)}) d
    where g.person_id = ${personId}::uuid`.execute(of(db));
  return rows[0];
}

export interface NewGoal extends Goal {
  readonly personId: string;
  /** For the link that ends reminders; kept when there is one. */
  readonly token: string;
  readonly at: Date;
}

export async function writeGoal(db: Db, goal: NewGoal): Promise<void> {
  await sql`insert into learning.goal (person_id, measure, amount, reminders, stop_token, set_at)
    values (${goal.personId}::uuid, ${goal.measure}, ${goal.amount}, ${goal.reminders}, ${goal.token}, ${goal.at})
    on conflict (person_id) do update set measure = excluded.measure, amount = excluded.amount,
      reminders = excluded.reminders, set_at = excluded.set_at`.execute(of(db));
}

export async function deleteGoal(db: Db, personId: string): Promise<void> {
  await of(db).deleteFrom('learning.goal').where('person_id', '=', personId).execute();
}

/** Ends the reminders of whoever got this secret in a letter. False for a secret that is none. */
export async function endReminders(db: Db, token: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update learning.goal set reminders = false
    where stop_token = ${token} returning person_id as id`.execute(of(db));
  return rows.length > 0;
}

export interface DueReminder extends WeekOfGoal {
  readonly personId: string;
  readonly address: string;
  readonly lang: string;
  readonly stopToken: string;
  readonly slug: string;
  readonly title: string;
  readonly unitTitle: string;
  readonly unitId: string;
}

/**
 * Who wants a reminder, was not reminded this week, is short of their goal and has something to go on with; nobody who has not
 * learned for four weeks. Marks them as reminded, so that running again reminds nobody twice.
 */
export async function takeDueReminders(
  db: Db,
  { monday, today, now, most }: { monday: string; today: string; now: Date; most: number },
): Promise<DueReminder[]> {
  const { rows } = await sql<DueReminder>`
    with due as (
      select g.person_id, g.measure, g.amount, g.stop_token, l.*, w.done
      from learning.goal g
      cross join lateral (select case g.measure when 'units' then d.units else d.minutes end as done
        from (${doneSince(monday, sql`g.person_id`)}) d) w
      cross join lateral (
        select t.slug, t.title, p.next_unit_id as unit_id, jsonb_path_query_first(t.outline,
            '$.sections[*].units[*] ? (@.id == $id).title', jsonb_build_object('id', p.next_unit_id)) #>> '{}' as unit_title
        from learning.enrolment e join learning.progress p on p.enrolment_id = e.id
        join courses.taught t on t.id = e.course_id and t.state = 'published'
        where e.person_id = g.person_id and e.state = 'active' and p.next_unit_id is not null
          and coalesce(e.last_seen_at, e.enrolled_at) > ${now}::timestamptz - interval '28 days'
        order by coalesce(e.last_seen_at, e.enrolled_at) desc limit 1) l
      where g.reminders and (g.reminded_on is null or g.reminded_on < ${monday}::date) and g.set_at < ${now}
        and w.done < g.amount and l.unit_title is not null
      order by g.person_id limit ${most}),
    marked as (
      update learning.goal g set reminded_on = ${today}::date from due where g.person_id = due.person_id
      returning g.person_id)
    select due.person_id as "personId", due.measure, due.amount, true as reminders, due.done,
      due.stop_token as "stopToken", due.slug, due.title, due.unit_id as "unitId", due.unit_title as "unitTitle",
      p.address, p.lang
    from due join marked using (person_id) join accounts.reachable_person p on p.id = due.person_id`.execute(
    of(db),
  );
  return rows;
}
