import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

/** A person's ledger, in the order in which it was written. */
export async function ledgerOf(
  db: Db,
  personId: string,
): Promise<{ readonly kind: string; readonly effect: string; readonly data: unknown }[]> {
  const { rows } = await sql<{ kind: string; effect: string; data: unknown }>`select y.kind, y.effect, y.data
    from learning.entry y join learning.enrolment e on e.id = y.enrolment_id
    where e.person_id = ${personId}::uuid order by y.at, y.id`.execute(tables<LearningTables>(db));
  return rows;
}

/** All that is kept of progress, to compare. */
export async function progressKept(db: Db): Promise<unknown[]> {
  const { rows } =
    await sql`select enrolment_id, seen, blocks, by_hand, share, points, points_of, minutes_left,
    next_unit_id from learning.progress order by enrolment_id`.execute(tables<LearningTables>(db));
  return rows;
}

/** Spoils what is kept of progress, as a bug or a careless hand would. */
export async function spoilProgress(db: Db): Promise<void> {
  await sql`update learning.progress set seen = '{}', blocks = '{"x": {"points": 9}}', share = 0.5,
    next_unit_id = 'gone'`.execute(tables<LearningTables>(db));
}

export async function attestationsOf(db: Db, personId: string): Promise<unknown[]> {
  const { rows } = await sql<{ facts: unknown }>`select facts from credentials.attestation
    where person_id = ${personId}::uuid`.execute(tables(db));
  return rows.map(({ facts }) => facts);
}
