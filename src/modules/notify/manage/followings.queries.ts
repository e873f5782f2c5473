import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Pace } from '../contract.ts';

/** Where news go, as its owner sees it. */
export interface ContactSeen {
  readonly id: string;
  readonly kind: 'mail' | 'account' | 'push';
  readonly address: string | null;
  readonly pausedAt: Date | null;
  readonly createdAt: Date;
}

/** The account, the browsers and the letter boxes (at proved addresses) of a person. */
export async function contactsOfPerson(db: Db, personId: string): Promise<ContactSeen[]> {
  const found = await sql<ContactSeen>`
    select id, kind, address, paused_at as "pausedAt", created_at as "createdAt" from notify.contact
    where id in (select contact_id from notify.person_contact where person_id = ${personId})
    order by kind, id`.execute(tables(db));
  return found.rows;
}

/** The contacts that secrets open. */
export async function contactsOfKeys(db: Db, hashes: readonly Buffer[], now: Date): Promise<ContactSeen[]> {
  const found = await sql<ContactSeen>`
    select id, kind, address, paused_at as "pausedAt", created_at as "createdAt" from notify.contact
    where id in (select contact_id from notify.key where hash = any(${[...hashes]}::bytea[]) and expires_at > ${now})
    order by kind, id`.execute(tables(db));
  return found.rows;
}

export interface FollowingSeen {
  readonly id: string;
  readonly contactId: string;
  readonly kind: string;
  readonly wants: readonly string[];
  readonly offered: readonly string[];
  readonly pace: Pace;
  readonly title: string;
  readonly path: string;
}

/** What these contacts follow, the latest first. */
export async function followingsOf(db: Db, contacts: readonly string[]): Promise<FollowingSeen[]> {
  const found = await sql<FollowingSeen>`
    select id, contact_id as "contactId", kind, wants, offered, pace, title, path from notify.subscription
    where contact_id = any(${[...contacts]}::uuid[]) order by followed_at desc, id desc`.execute(tables(db));
  return found.rows;
}

/** Changes wishes and pace; what waits to be sent waits for the new pace, or no longer. */
export async function changeSubscription(
  db: Db,
  input: { readonly id: string; readonly wants: readonly string[]; readonly pace: Pace; readonly now: Date },
): Promise<void> {
  const wants = [...input.wants];
  await sql`
    with changed as (
      update notify.subscription set wants = ${wants}::text[], pace = ${input.pace} where id = ${input.id} returning *)
    update notify.delivery d set pace = c.pace,
      due_at = case when n.want = any(c.wants) then notify.due_at(c.pace, ${input.now}) end
    from changed c join notify.news n on n.kind = c.kind and n.subject = c.subject
    where d.contact_id = c.contact_id and d.news_id = n.id and d.due_at is not null`.execute(tables(db));
}

/** With all that it follows and was told; of an account only the account itself. Returns whether it went. */
export async function deleteContact(db: Db, id: string): Promise<boolean> {
  const gone = await sql`delete from notify.contact where id = ${id} and kind <> 'account'`.execute(
    tables(db),
  );
  return (gone.numAffectedRows ?? 0n) > 0n;
}

/** Lets letters go out again after they came back several times. */
export async function resumeContact(db: Db, id: string): Promise<void> {
  await sql`update notify.contact set paused_at = null where id = ${id}`.execute(tables(db));
}
