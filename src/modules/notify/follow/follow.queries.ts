import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { FollowWish, Topic } from '../contract.ts';
import type { NotifyTables, WishTable } from '../tables.ts';

/** What of a wish becomes a subscription. */
export type Followed = Pick<
  FollowWish,
  'topic' | 'wants' | 'offered' | 'pace' | 'title' | 'path' | 'answers'
>;

/** Follows, or changes what is followed already: pressing twice changes nothing. */
export async function upsertSubscription(
  db: Db,
  input: Followed & { readonly id: string; readonly contactId: string; readonly now: Date },
): Promise<void> {
  const { topic, wants, offered = wants, pace, title, path } = input;
  const answers = input.answers === undefined ? null : JSON.stringify(input.answers);
  await sql`
    insert into notify.subscription (id, contact_id, kind, subject, wants, offered, pace, title, path, answers, followed_at)
    values (${input.id}, ${input.contactId}, ${topic.kind}, ${topic.subject}, ${[...wants]}::text[], ${[...offered]}::text[],
      ${pace}, ${title}, ${path}, coalesce(${answers}::jsonb, '{}'), ${input.now})
    on conflict (kind, subject, contact_id) do update set wants = excluded.wants, offered = excluded.offered,
      pace = excluded.pace, title = excluded.title, path = excluded.path,
      answers = coalesce(${answers}::jsonb, subscription.answers)`.execute(tables(db));
}

/** How much a contact follows beside this topic. */
export async function countOthers(db: Db, contactId: string, topic: Topic): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::integer as count from notify.subscription
    where contact_id = ${contactId} and (kind, subject) <> (${topic.kind}, ${topic.subject})`.execute(
    tables(db),
  );
  return found.rows[0]?.count ?? 0;
}

/** False when this wish was asked before. */
export async function insertWish(db: Db, row: Omit<WishTable, 'secret_hash'>): Promise<boolean> {
  const done = await tables<NotifyTables>(db)
    .insertInto('notify.wish')
    .values({ ...row, secret_hash: null })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The person's own contact, made when there is none. */
export async function accountContact(
  db: Db,
  input: { readonly id: string; readonly personId: string; readonly lang: string; readonly now: Date },
): Promise<string> {
  const found = await sql<{ id: string }>`
    insert into notify.contact (id, kind, person_id, lang, created_at)
    values (${input.id}, 'account', ${input.personId}, ${input.lang}, ${input.now})
    on conflict (person_id) where kind = 'account' do update set lang = excluded.lang returning id`.execute(
    tables(db),
  );
  return idOf(found.rows);
}

/** The contact of an address that its owner confirmed, made when there is none; who confirms again wants letters again. */
export async function mailContact(
  db: Db,
  input: {
    readonly id: string;
    readonly address: string;
    readonly addressKey: string;
    readonly lang: string;
    readonly now: Date;
  },
): Promise<string> {
  const found = await sql<{ id: string }>`
    insert into notify.contact (id, kind, address, address_key, lang, created_at)
    values (${input.id}, 'mail', ${input.address}, ${input.addressKey}, ${input.lang}, ${input.now})
    on conflict (address_key) do update set lang = excluded.lang, paused_at = null returning id`.execute(
    tables(db),
  );
  return idOf(found.rows);
}

/**
 * The contact of a browser. Where somebody else is signed in now, what the earlier person followed there goes: their
 * news are none of the next one's business.
 */
export async function pushContact(
  db: Db,
  input: {
    readonly id: string;
    readonly personId: string | undefined;
    readonly endpoint: string;
    readonly key: string;
    readonly auth: string;
    readonly lang: string;
    readonly now: Date;
  },
): Promise<string> {
  const personId = input.personId ?? null;
  await sql`delete from notify.contact where endpoint = ${input.endpoint} and person_id <> ${personId}::uuid`.execute(
    tables(db),
  );
  const found = await sql<{ id: string }>`
    insert into notify.contact as c (id, kind, person_id, endpoint, push_key, push_auth, lang, created_at)
    values (${input.id}, 'push', ${personId}::uuid, ${input.endpoint}, ${input.key}, ${input.auth}, ${input.lang}, ${input.now})
    on conflict (endpoint) do update set person_id = coalesce(c.person_id, excluded.person_id), paused_at = null,
      push_key = excluded.push_key, push_auth = excluded.push_auth, lang = excluded.lang
    returning id`.execute(tables(db));
  return idOf(found.rows);
}

/** The contact of a browser, unless it belongs to somebody else than who asks. */
export async function contactOfEndpoint(
  db: Db,
  endpoint: string,
  personId: string | undefined,
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select id from notify.contact
    where endpoint = ${endpoint} and (person_id is null or person_id = ${personId ?? null}::uuid)`.execute(
    tables(db),
  );
  return found.rows[0]?.id;
}

function idOf(rows: readonly { readonly id: string }[]): string {
  if (!rows[0]) throw new Error('the contact was neither found nor made');
  return rows[0].id;
}

/** The contact whose page this secret opens, when it is this address's. */
export async function contactOfBrowser(
  db: Db,
  hash: Buffer,
  addressKey: string,
  now: Date,
): Promise<string | undefined> {
  const found = await sql<{ id: string }>`
    select c.id from notify.key k join notify.contact c on c.id = k.contact_id
    where k.hash = ${hash} and k.expires_at > ${now} and c.address_key = ${addressKey}`.execute(tables(db));
  return found.rows[0]?.id;
}

/** What contacts of this person, and letter boxes at their addresses, follow of this topic. */
export async function subscriptionsOfPerson(db: Db, personId: string, topic: Topic): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select s.id from notify.subscription s join notify.person_contact own on own.contact_id = s.contact_id
    where s.kind = ${topic.kind} and s.subject = ${topic.subject} and own.person_id = ${personId}`.execute(
    tables(db),
  );
  return found.rows.map(({ id }) => id);
}
