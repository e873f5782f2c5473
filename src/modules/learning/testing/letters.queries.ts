import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** Letters whose subject ends like this, in the order in which they were written. */
export async function lettersOf(db: Db, subject: string): Promise<{ to: string; text: string }[]> {
  const { rows } = await sql<{ to: string; text: string }>`
    select to_address as "to", text from platform.mail where subject like ${`%${subject}`} order by id`.execute(
    tables(db),
  );
  return rows;
}
