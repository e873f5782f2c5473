import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { NewsBody, NewsValue, Pace } from '../contract.ts';

/** A piece of news that is due to a contact. */
export interface DueNews {
  readonly contactId: string;
  readonly kind: 'mail' | 'account' | 'push';
  /** Where letters go; null for browsers. */
  readonly address: string | null;
  readonly lang: string;
  readonly personId: string | null;
  /** Paused, or belongs to somebody who is blocked: nothing is sent. */
  readonly silent: boolean;
  readonly pace: Pace;
  readonly newsId: string;
  readonly sentence: string;
  readonly values: Readonly<Record<string, NewsValue>>;
  readonly path: string;
  /** Of a piece of news that is a whole letter. */
  readonly body: NewsBody | null;
  /** It is no news any more. */
  readonly late: boolean;
  /** How the followed thing was called when it was followed. */
  readonly title: string | null;
}

/**
 * All that is due to those contacts who have one of the `most` pieces of news that wait longest. The contacts are locked, so that of two jobs at the same
 * time one writes to them.
 */
export async function dueNews(db: Db, now: Date, most: number): Promise<DueNews[]> {
  const found = await sql<DueNews>`
    with waiting as (
      select distinct contact_id from (
        select contact_id from notify.delivery where due_at <= ${now} order by due_at limit ${most}) earliest),
    here as (
      select c.* from notify.contact c where c.id in (select contact_id from waiting) for update skip locked)
    select h.id as "contactId", h.kind, coalesce(main.address, h.address) as address, coalesce(main.lang, h.lang) as lang,
      h.person_id as "personId", d.pace, d.news_id as "newsId", n.sentence, n.values, n.path, n.body,
      coalesce(n.until <= ${now}, false) as late, s.title,
      h.paused_at is not null or exists (
        select from notify.person_contact own join accounts.mailbox box on box.person_id = own.person_id
        where own.contact_id = h.id and box.is_blocked) as silent
    from here h
    join notify.delivery d on d.contact_id = h.id and d.due_at <= ${now}
    join notify.news n on n.id = d.news_id
    left join notify.subscription s on s.contact_id = h.id and s.kind = n.kind and s.subject = n.subject
    left join accounts.mailbox main on h.kind <> 'mail' and main.person_id = h.person_id and main.is_primary
    order by h.id, d.pace, n.announced_at, n.kind, n.subject, n.id`.execute(tables(db));
  return found.rows;
}

export interface NewLetter {
  readonly id: string;
  readonly contactId: string;
  readonly pace: Pace;
  readonly mailId: string | undefined;
}

export async function insertLetters(db: Db, letters: readonly NewLetter[], now: Date): Promise<void> {
  await sql`
    insert into notify.letter (id, contact_id, pace, mail_id, created_at)
    select id, contact_id, pace, mail_id, ${now} from unnest(${letters.map((each) => each.id)}::uuid[],
      ${letters.map((each) => each.contactId)}::uuid[], ${letters.map((each) => each.pace)}::text[],
      ${letters.map((each) => each.mailId ?? null)}::uuid[]) as made(id, contact_id, pace, mail_id)`.execute(
    tables(db),
  );
}

/** Nothing of what was due to these contacts waits any more; what went into a letter says which. */
export async function settleDue(
  db: Db,
  settled: readonly { readonly contactId: string; readonly newsId: string; readonly letterId?: string }[],
): Promise<void> {
  await sql`
    update notify.delivery d set due_at = null, letter_id = done.letter_id
    from unnest(${settled.map((each) => each.contactId)}::uuid[], ${settled.map((each) => each.newsId)}::uuid[],
      ${settled.map((each) => each.letterId ?? null)}::uuid[]) as done(contact_id, news_id, letter_id)
    where d.contact_id = done.contact_id and d.news_id = done.news_id`.execute(tables(db));
}
