import { sql } from 'kysely';
import { type Db, tables } from '../db/database.ts';
import type { Mail } from './mailer.ts';

/** A mail as it is kept: to be sent, sent, or for operators to read where there is no mail server. */
export interface StoredMail extends Mail {
  readonly id: string;
  readonly createdAt: Date;
  readonly sentAt: Date | null;
  readonly tries: number;
  /** The last failure, one line for operators. */
  readonly error: string | null;
}

interface MailRow {
  readonly id: string;
  readonly to_address: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
  readonly headers: Record<string, string>;
  readonly lang: string;
  readonly unsubscribe_url: string | null;
  readonly created_at: Date;
  readonly sent_at: Date | null;
  readonly tries: number;
  readonly error: string | null;
}

const stored = (row: MailRow): StoredMail => ({
  id: row.id,
  to: row.to_address,
  subject: row.subject,
  text: row.text,
  ...(row.html !== null && { html: row.html }),
  headers: row.headers,
  lang: row.lang,
  ...(row.unsubscribe_url !== null && { unsubscribeUrl: row.unsubscribe_url }),
  createdAt: row.created_at,
  sentAt: row.sent_at,
  tries: row.tries,
  error: row.error,
});

export async function insertMail(
  db: Db,
  { id, now, mail, person }: { id: string; now: Date; mail: Mail; person: string | undefined },
): Promise<void> {
  await sql`insert into platform.mail (id, to_address, subject, text, html, headers, lang, unsubscribe_url, created_at, person)
    values (${id}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html ?? null},
      ${JSON.stringify(mail.headers ?? {})}::jsonb, ${mail.lang}, ${mail.unsubscribeUrl ?? null}, ${now}, ${person ?? null})`.execute(
    tables(db),
  );
}

export async function mailById(db: Db, id: string): Promise<StoredMail | undefined> {
  const found = await sql<MailRow>`select * from platform.mail where id = ${id}`.execute(tables(db));
  return found.rows.map(stored)[0];
}

/** What a mail server took is not kept: its links and codes are the reader's alone. */
export async function markMailSent(db: Db, id: string, now: Date): Promise<void> {
  await sql`update platform.mail
    set sent_at = ${now}, tries = tries + 1, error = null, text = '', html = null, unsubscribe_url = null
    where id = ${id}`.execute(tables(db));
}

export async function markMailFailed(db: Db, id: string, error: string): Promise<void> {
  await sql`update platform.mail set tries = tries + 1, error = ${error} where id = ${id}`.execute(
    tables(db),
  );
}

export const mailStates = ['waiting', 'failed', 'sent'] as const;
export type MailState = (typeof mailStates)[number];

/** Newest first; `before` is the id of the last one already shown. */
export async function mailPage(
  db: Db,
  most: number,
  filter: { state?: MailState; before?: string } = {},
): Promise<StoredMail[]> {
  const state = filter.state ?? null;
  const before = filter.before ?? null;
  const found = await sql<MailRow>`select * from platform.mail
    where (${before}::uuid is null or id < ${before}::uuid)
      and (${state}::text is null or ${state} = case
        when sent_at is not null then 'sent' when error is not null then 'failed' else 'waiting' end)
    order by id desc limit ${most}`.execute(tables(db));
  return found.rows.map(stored);
}

/** Letters to these addresses, and those known to be about the person. */
export async function mailTo(db: Db, addresses: readonly string[], person?: string): Promise<StoredMail[]> {
  const found = await sql<MailRow>`select * from platform.mail
    where lower(to_address) = any(${addresses.map((each) => each.toLowerCase())}::text[])
      or person = ${person ?? null}::uuid order by id`.execute(tables(db));
  return found.rows.map(stored);
}

export async function deleteMailTo(db: Db, addresses: readonly string[], person?: string): Promise<void> {
  await sql`delete from platform.mail
    where lower(to_address) = any(${addresses.map((each) => each.toLowerCase())}::text[])
      or person = ${person ?? null}::uuid`.execute(tables(db));
}

/** Returns how many went. */
export async function deleteMailBefore(db: Db, day: Date): Promise<number> {
  const gone = await sql`delete from platform.mail where created_at < ${day}`.execute(tables(db));
  return Number(gone.numAffectedRows ?? 0n);
}
