import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';

export interface ItemDates {
  readonly id: string;
  readonly startOn: string | null;
  readonly hoursAWeek: number | null;
}

/** Writes starts and paces; the list is a plan from then on. */
export async function writeDates(
  db: Db,
  listId: string,
  dates: readonly ItemDates[],
  at: Date,
): Promise<void> {
  const of = tables<ListsTables>(db);
  await sql`update lists.item i set start_on = t."startOn", hours_a_week = t."hoursAWeek"
    from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) as t(id uuid, "startOn" date, "hoursAWeek" smallint)
    where i.id = t.id and i.list_id = ${listId}::uuid`.execute(of);
  await sql`update lists.list set is_plan = true, changed_at = ${at} where id = ${listId}::uuid`.execute(of);
}

/** The secret under which calendars subscribe; null makes the old one worthless. */
export async function writeCalendarToken(db: Db, listId: string, token: string | null): Promise<void> {
  await tables<ListsTables>(db)
    .updateTable('lists.list')
    .set({ calendar_token: token, ...(token === null ? {} : { is_plan: true }) })
    .where('id', '=', listId)
    .execute();
}
