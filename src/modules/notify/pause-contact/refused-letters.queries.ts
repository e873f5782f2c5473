import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Notes that letters will never be taken (by their own ids, or those of their mails), and pauses contacts whose last
 * letters were all refused; what waits for them is not sent.
 */
export async function noteRefused(
  db: Db,
  input: {
    readonly letters?: readonly string[];
    readonly mails?: readonly string[];
    readonly now: Date;
    /** So many in a row. */
    readonly most: number;
  },
): Promise<void> {
  const { letters = [], mails = [], now, most } = input;
  const refused = await sql<{ contact_id: string }>`
    update notify.letter set refused_at = ${now}
    where (id = any(${[...letters]}::uuid[]) or mail_id = any(${[...mails]}::uuid[])) and refused_at is null
    returning contact_id`.execute(tables(db));
  const contacts = [...new Set(refused.rows.map((row) => row.contact_id))];
  await sql`
    update notify.contact c set paused_at = ${now}
    where c.id = any(${contacts}::uuid[]) and c.paused_at is null and (
      select count(*) = ${most}::integer and bool_and(last.refused_at is not null) from (
        select refused_at from notify.letter l where l.contact_id = c.id order by l.id desc limit ${most}) last)`.execute(
    tables(db),
  );
}
