import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface Addressee {
  readonly id: string;
  readonly lang: string;
  readonly address: string;
}

/** Where to write to somebody; undefined for who has no account any more. */
export async function addresseeOf(db: Db, personId: string): Promise<Addressee | undefined> {
  const rows = await sql<Addressee>`
    select id, lang, address from accounts.reachable_person where id = ${personId}::uuid`.execute(tables(db));
  return rows.rows[0];
}

/** Those whose report of a review waits for an answer; from now on they have it. */
export async function reportersToAnswer(db: Db, reviewId: string, now: Date): Promise<Addressee[]> {
  const rows = await sql<Addressee>`
    with answered as (update reviews.report set answered_at = ${now}
      where review_id = ${reviewId}::uuid and answered_at is null returning person_id)
    select p.id, p.lang, p.address from answered a join accounts.reachable_person p on p.id = a.person_id
    order by p.id`.execute(tables(db));
  return rows.rows;
}
