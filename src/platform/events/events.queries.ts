import { sql } from 'kysely';
import { type Db, tables } from '../db/database.ts';
import type { Event } from './event.ts';

export async function insertEvent(db: Db, event: Event): Promise<void> {
  await sql`insert into platform.event (id, name, version, at, actor, organisation, subject, data)
    values (${event.id}, ${event.name}, ${event.version}, ${event.at}, ${event.actor},
      ${event.organisation ?? null}, ${event.subject ?? null}, ${JSON.stringify(event.data)}::jsonb)`.execute(
    tables(db),
  );
}

interface EventRow extends Event {
  readonly xid: string;
  readonly position: number;
}

/**
 * The next events of a subscriber, after its place and below the oldest transaction still running (an event of a
 * transaction that commits later could else be skipped). Locks the subscriber's row: one delivery at a time.
 */
export async function nextEvents(
  db: Db,
  subscriber: string,
  names: readonly string[],
  now: Date,
  most: number,
): Promise<{ events: EventRow[]; more: boolean }> {
  await sql`insert into platform.subscription (subscriber, xid, position, delivered_at)
    values (${subscriber}, '0', 0, ${now}) on conflict do nothing`.execute(tables(db));
  const rows = await sql<EventRow>`
    with place as (select xid, position from platform.subscription where subscriber = ${subscriber} for update)
    select e.id, e.name, e.version, e.at, e.actor, e.organisation, e.subject, e.data, e.xid::text as xid, e.position
    from platform.event e, place
    where (e.xid, e.position) > (place.xid, place.position)
      and e.xid < pg_snapshot_xmin(pg_current_snapshot()) and e.name = any(${names}::text[])
    order by e.xid, e.position limit ${most}`.execute(tables(db));
  return { events: rows.rows, more: rows.rows.length === most };
}

export async function movePlace(
  db: Db,
  subscriber: string,
  last: { xid: string; position: number },
  now: Date,
): Promise<void> {
  await sql`update platform.subscription set xid = ${last.xid}::xid8, position = ${last.position}, delivered_at = ${now}
    where subscriber = ${subscriber}`.execute(tables(db));
}

/** Events stay, and say no longer who caused them. */
export async function anonymiseEvents(db: Db, personId: string): Promise<void> {
  await sql`update platform.event set actor = 'erased' where actor = ${personId}`.execute(tables(db));
}
