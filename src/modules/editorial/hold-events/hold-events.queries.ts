import { sql } from 'kysely';
import type { Actor } from '../../../platform/actor.ts';
import { type Db, tables } from '../../../platform/db/database.ts';
import { slugFrom } from '../../../platform/http/slug.ts';
import type { ShownEvent } from '../join-events/join-event.queries.ts';
import type { EventState, EventTables, RegistrationState, Speaker } from './event-tables.ts';

const of = (db: Db) => tables<EventTables>(db);

export interface EventFacts {
  readonly title: string;
  readonly lang: string;
  readonly summary: string;
  readonly body: string;
  readonly host: string;
  readonly speakers: readonly Speaker[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly zone: string;
  readonly place: string | null;
  readonly link: string | null;
  readonly seats: number | null;
}

/** The address is made of the title, with its year, and numbered where it is taken. Sent twice it is one event. */
export async function insertEvent(
  db: Db,
  actor: Actor,
  event: EventFacts & { readonly id: string; readonly isSample?: boolean },
): Promise<void> {
  const slug = `${slugFrom(event.title, 'event')}-${event.startsAt.getUTCFullYear()}`;
  await sql`
    insert into editorial.event (id, slug, lang, title, summary, body, host, speakers, starts_at, ends_at, zone, place, link,
      seats, created_by, created_at, changed_at, is_sample)
    select ${event.id}::uuid, case when exists (select 1 from editorial.event where slug = ${slug})
        then ${slug} || '-' || left(md5(${event.id}), 4) else ${slug} end,
      ${event.lang}, ${event.title}, ${event.summary}, ${event.body}, ${event.host}, ${JSON.stringify(event.speakers)}::jsonb,
      ${event.startsAt}, ${event.endsAt}, ${event.zone}, ${event.place}, ${event.link}, ${event.seats}::int,
      ${actor.kind === 'person' ? (actor.id ?? null) : null}::uuid, ${actor.now}, ${actor.now}, ${event.isSample ?? false}
    on conflict (id) do nothing`.execute(of(db));
}

/** False when somebody else was faster. */
export async function updateEvent(
  db: Db,
  event: EventFacts & { readonly id: string; readonly version: number; readonly now: Date },
): Promise<boolean> {
  const changed = await sql`
    update editorial.event set lang = ${event.lang}, title = ${event.title}, summary = ${event.summary}, body = ${event.body},
      host = ${event.host}, speakers = ${JSON.stringify(event.speakers)}::jsonb, starts_at = ${event.startsAt},
      ends_at = ${event.endsAt}, zone = ${event.zone}, place = ${event.place}, link = ${event.link},
      seats = ${event.seats}::int, version = version + 1, changed_at = ${event.now}
    where id = ${event.id}::uuid and version = ${event.version}`.execute(of(db));
  return Number(changed.numAffectedRows ?? 0n) > 0;
}

export async function moveEvent(
  db: Db,
  move: { readonly id: string; readonly from: EventState; readonly to: EventState; readonly now: Date },
): Promise<boolean> {
  const moved = await sql`
    update editorial.event set state = ${move.to}, version = version + 1, changed_at = ${move.now}
    where id = ${move.id}::uuid and state = ${move.from}`.execute(of(db));
  return Number(moved.numAffectedRows ?? 0n) > 0;
}

export async function saveReport(
  db: Db,
  { id, report, now }: { readonly id: string; readonly report: string | null; readonly now: Date },
): Promise<boolean> {
  const saved = await sql`
    update editorial.event set report = ${report}, changed_at = ${now} where id = ${id}::uuid and state <> 'draft'`.execute(
    of(db),
  );
  return Number(saved.numAffectedRows ?? 0n) > 0;
}

export interface HeldEvent {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly state: EventState;
  readonly startsAt: Date;
  readonly zone: string;
  readonly seats: number | null;
  readonly seated: number;
  readonly waiting: number;
  readonly inAll: number;
}

/** For editors: what is to come first, then the latest. */
export async function heldEvents(
  db: Db,
  { now, size, page }: { readonly now: Date; readonly size: number; readonly page: number },
): Promise<readonly HeldEvent[]> {
  const found = await sql<HeldEvent>`
    select e.id, e.slug, e.title, e.lang, e.state, e.starts_at as "startsAt", e.zone, e.seats,
      (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'seated') as seated,
      (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'waiting') as waiting,
      count(*) over ()::int as "inAll"
    from editorial.event e
    order by e.ends_at < ${now}, case when e.ends_at < ${now} then -extract(epoch from e.starts_at) else extract(epoch from e.starts_at) end, e.id
    limit ${size} offset ${(page - 1) * size}`.execute(of(db));
  return found.rows;
}

export interface Guest {
  readonly name: string;
  readonly address: string;
  readonly lang: string;
  readonly state: RegistrationState;
  readonly registeredAt: string;
}

export interface EventToHold extends ShownEvent {
  readonly version: number;
  /** In the order of seats, then of the waiting list. */
  readonly guests: readonly Guest[];
}

/** One event with its guests, for editors. */
export async function eventToHold(db: Db, id: string): Promise<EventToHold | undefined> {
  const found = await sql<EventToHold>`
    select e.id, e.slug, e.state, e.lang, e.title, e.summary, e.body, e.host, e.speakers, e.starts_at as "startsAt",
      e.ends_at as "endsAt", e.zone, e.place, e.link, e.seats, e.report, e.is_sample as "isSample", e.changed_at as "changedAt",
      e.version,
      (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'seated') as seated,
      (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'waiting') as waiting,
      coalesce((select jsonb_agg(jsonb_build_object('name', r.name, 'address', r.address, 'lang', r.lang, 'state', r.state,
          'registeredAt', r.registered_at) order by r.state, r.queued_at, r.id)
        from editorial.registration r where r.event_id = e.id and r.state in ('seated', 'waiting')), '[]') as guests
    from editorial.event e where e.id = ${id}::uuid`.execute(of(db));
  return found.rows[0];
}
