import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/** What was announced of topics of a kind, in order. */
export async function newsOfKind(db: Db, kind: string): Promise<{ readonly subject: string }[]> {
  const { rows } = await sql<{ subject: string }>`
    select subject from notify.news where kind = ${kind} order by announced_at, id`.execute(tables(db));
  return rows;
}
