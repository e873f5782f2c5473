import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Event } from '../../../platform/events/event.ts';

/** The oldest course of this title; throws when there is none. */
export async function courseTitled(db: Db, title: string): Promise<string> {
  const rows = await sql<{ id: string }>`select id from catalog.course where title = ${title}
    order by created_at limit 1`.execute(tables(db));
  const id = rows.rows[0]?.id;
  if (id === undefined) throw new Error(`no course ${title}`);
  return id;
}

export interface Announced {
  readonly want: string;
  readonly sentence: string;
  readonly key: string;
  readonly subject: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly until: Date | null;
}

/** Every news of courses that was announced and somebody followed, in the order in which it was. */
export async function announcedNews(db: Db): Promise<Announced[]> {
  const rows = await sql<Announced>`select want, sentence, key, subject, values, until from notify.news
    where kind = 'catalog.course' order by announced_at, key`.execute(tables(db));
  return rows.rows;
}

/** What was published after a place, whoever else is writing on the same server meanwhile. */
export async function eventsAfter(db: Db, position: number): Promise<(Event & { position: number })[]> {
  const rows = await sql<Event & { position: number }>`
    select id, name, version, at, actor, organisation, subject, data, position::int as position
    from platform.event where position > ${position} order by position`.execute(tables(db));
  return rows.rows;
}
