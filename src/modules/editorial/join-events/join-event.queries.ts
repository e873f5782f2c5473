import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EventState, EventTables, RegistrationState, Speaker } from '../hold-events/event-tables.ts';

const of = (db: Db) => tables<EventTables>(db);

export interface ShownEvent {
  readonly id: string;
  readonly slug: string;
  readonly state: EventState;
  readonly lang: string;
  readonly title: string;
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
  readonly report: string | null;
  readonly isSample: boolean;
  readonly changedAt: Date;
  readonly seated: number;
  readonly waiting: number;
}

const columns = sql`e.id, e.slug, e.state, e.lang, e.title, e.summary, e.body, e.host, e.speakers, e.starts_at as "startsAt",
  e.ends_at as "endsAt", e.zone, e.place, e.link, e.seats, e.report, e.is_sample as "isSample", e.changed_at as "changedAt",
  (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'seated') as seated,
  (select count(*)::int from editorial.registration r where r.event_id = e.id and r.state = 'waiting') as waiting`;

/** An event that everybody may see: published, or cancelled after it was. */
export async function eventToShow(db: Db, slug: string): Promise<ShownEvent | undefined> {
  const found = await sql<ShownEvent>`
    select ${columns} from editorial.event e where e.slug = ${slug} and e.state <> 'draft'`.execute(of(db));
  return found.rows[0];
}

/** Whatever its state; for whoever holds a seat. */
export async function eventById(db: Db, id: string): Promise<ShownEvent | undefined> {
  const found =
    await sql<ShownEvent>`select ${columns} from editorial.event e where e.id = ${id}::uuid`.execute(of(db));
  return found.rows[0];
}

/** The same, kept from changing until the transaction ends: seats are given one after the other. */
export async function lockEvent(db: Db, id: string): Promise<ShownEvent | undefined> {
  await sql`select 1 from editorial.event where id = ${id}::uuid for update`.execute(of(db));
  return eventById(db, id);
}

/** Events to come in their order, or those that were, the latest first. */
export async function publicEvents(
  db: Db,
  wish: { readonly now: Date; readonly past: boolean; readonly size: number; readonly page: number },
): Promise<readonly (ShownEvent & { readonly inAll: number })[]> {
  const side = wish.past
    ? sql`e.ends_at < ${wish.now} and e.state = 'published'`
    : sql`e.ends_at >= ${wish.now}`;
  const found = await sql<ShownEvent & { inAll: number }>`
    select ${columns}, count(*) over ()::int as "inAll" from editorial.event e
    where e.state <> 'draft' and ${side}
    order by e.starts_at ${sql.raw(wish.past ? 'desc' : 'asc')}, e.id
    limit ${wish.size} offset ${(wish.page - 1) * wish.size}`.execute(of(db));
  return found.rows;
}

/** Events between two instants, for calendars. */
export async function eventsBetween(
  db: Db,
  from: Date,
  to: Date,
  most: number,
): Promise<readonly ShownEvent[]> {
  const found = await sql<ShownEvent>`
    select ${columns} from editorial.event e
    where e.state <> 'draft' and e.ends_at >= ${from} and e.starts_at < ${to} order by e.starts_at, e.id limit ${most}`.execute(
    of(db),
  );
  return found.rows;
}

export interface Registration {
  readonly id: string;
  readonly eventId: string;
  readonly name: string;
  readonly address: string;
  readonly lang: string;
  readonly personId: string | null;
  readonly state: RegistrationState;
  readonly token: string;
  /** How many wait before this one; 0 for whoever is next. */
  readonly before: number;
}

const ofRegistration = sql`r.id, r.event_id as "eventId", r.name, r.address, r.lang, r.person_id as "personId", r.state, r.token,
  (select count(*)::int from editorial.registration o where o.event_id = r.event_id and o.state = 'waiting'
    and r.state = 'waiting' and (o.queued_at, o.id) < (r.queued_at, r.id)) as before`;

export async function registrationByToken(db: Db, token: string): Promise<Registration | undefined> {
  const found = await sql<Registration>`
    select ${ofRegistration} from editorial.registration r where r.token = ${token}`.execute(of(db));
  return found.rows[0];
}

/** The one that an address has for an event. */
export async function registrationOf(
  db: Db,
  eventId: string,
  addressKey: string,
): Promise<Registration | undefined> {
  const found = await sql<Registration>`
    select ${ofRegistration} from editorial.registration r
    where r.event_id = ${eventId}::uuid and r.address_key = ${addressKey} and r.state <> 'given-back'`.execute(
    of(db),
  );
  return found.rows[0];
}

/** False when this form came before. */
export async function insertRegistration(
  db: Db,
  row: {
    readonly id: string;
    readonly eventId: string;
    readonly name: string;
    readonly address: string;
    readonly addressKey: string;
    readonly personId: string | null;
    readonly lang: string;
    readonly token: string;
    readonly now: Date;
  },
): Promise<boolean> {
  const made = await sql`
    insert into editorial.registration (id, event_id, name, address, address_key, person_id, lang, state, token, registered_at)
    values (${row.id}::uuid, ${row.eventId}::uuid, ${row.name}, ${row.address}, ${row.addressKey}, ${row.personId}::uuid,
      ${row.lang}, 'to-confirm', ${row.token}, ${row.now}) on conflict do nothing`.execute(of(db));
  return Number(made.numAffectedRows ?? 0n) > 0;
}

/** Compare and set: false when it was in another state by then. */
export async function moveRegistration(
  db: Db,
  move: {
    readonly id: string;
    readonly from: RegistrationState;
    readonly to: RegistrationState;
    readonly now: Date;
  },
): Promise<boolean> {
  // who moves from the waiting list to a seat keeps the place in the order
  const queued = move.from === 'to-confirm' ? sql`${move.now}` : sql`queued_at`;
  const moved = await sql`
    update editorial.registration set state = ${move.to}, queued_at = ${queued}
    where id = ${move.id}::uuid and state = ${move.from}`.execute(of(db));
  return Number(moved.numAffectedRows ?? 0n) > 0;
}

/** The first who wait, in their order. */
export async function firstWaiting(db: Db, eventId: string, most: number): Promise<readonly Registration[]> {
  const found = await sql<Registration>`
    select ${ofRegistration} from editorial.registration r
    where r.event_id = ${eventId}::uuid and r.state = 'waiting' order by r.queued_at, r.id limit ${most}`.execute(
    of(db),
  );
  return found.rows;
}

/** Everybody who comes or waits. */
export async function livingRegistrations(db: Db, eventId: string): Promise<readonly Registration[]> {
  const found = await sql<Registration>`
    select ${ofRegistration} from editorial.registration r
    where r.event_id = ${eventId}::uuid and r.state in ('seated', 'waiting')
    order by r.state, r.queued_at, r.id`.execute(of(db));
  return found.rows;
}

export interface DueReminder extends Registration {
  readonly event: ShownEvent;
}

/** Seats of events that begin within the time, whose holders were not reminded; marks them. */
export async function takeReminders(
  db: Db,
  now: Date,
  until: Date,
  most: number,
): Promise<readonly DueReminder[]> {
  const found = await sql<DueReminder>`
    with due as (
      select r.id from editorial.registration r join editorial.event e on e.id = r.event_id
      where r.state = 'seated' and r.reminded_at is null and e.state = 'published'
        and e.starts_at > ${now} and e.starts_at <= ${until}
      order by e.starts_at limit ${most} for update of r skip locked),
    taken as (update editorial.registration r set reminded_at = ${now} from due where due.id = r.id returning r.*)
    select ${ofRegistration}, (select to_jsonb(x) from (select ${columns}) x) as event
    from taken r join editorial.event e on e.id = r.event_id`.execute(of(db));
  return found.rows.map((row) => ({
    ...row,
    event: { ...row.event, startsAt: new Date(row.event.startsAt), endsAt: new Date(row.event.endsAt) },
  }));
}

/** Registrations that nobody confirmed, and those of events long over, are forgotten. */
export async function forgetRegistrations(
  db: Db,
  unconfirmedBefore: Date,
  overBefore: Date,
): Promise<number> {
  const gone = await sql`
    delete from editorial.registration r using editorial.event e
    where e.id = r.event_id and (r.state = 'to-confirm' and r.registered_at < ${unconfirmedBefore} or e.ends_at < ${overBefore})`.execute(
    of(db),
  );
  return Number(gone.numAffectedRows ?? 0n);
}

/** What somebody registered for; for the export of personal data. */
export async function registrationsOf(db: Db, personId: string): Promise<unknown[]> {
  const found = await sql`
    select e.title, r.name, r.address, r.state, r.registered_at as "registeredAt"
    from editorial.registration r join editorial.event e on e.id = r.event_id
    where r.person_id = ${personId}::uuid order by r.registered_at`.execute(of(db));
  return found.rows;
}

/** Seats of whoever is erased are given back by the caller first; the rows go. Events stay, without a name. */
export async function forgetPersonInEvents(db: Db, personId: string): Promise<void> {
  await sql`delete from editorial.registration where person_id = ${personId}::uuid`.execute(of(db));
  await sql`update editorial.event set created_by = null where created_by = ${personId}::uuid`.execute(
    of(db),
  );
}
