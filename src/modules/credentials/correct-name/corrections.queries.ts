import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AttestedFacts } from '../attestation.ts';
import type { CredentialsTables } from '../tables.ts';

const of = (db: Db) => tables<CredentialsTables>(db);

export interface NewCorrection {
  readonly id: string;
  readonly attestationId: string;
  readonly name: string;
  readonly reason: string;
  readonly askedAt: Date;
}

/** A second one while the first one waits takes its place, under its own id: nobody grants a name that they did not read. */
export async function insertCorrection(db: Db, row: NewCorrection): Promise<void> {
  await sql`insert into credentials.correction (id, attestation_id, name, reason, asked_at)
    values (${row.id}::uuid, ${row.attestationId}::uuid, ${row.name}, ${row.reason}, ${row.askedAt})
    on conflict (attestation_id) where state = 'open'
    do update set id = excluded.id, name = excluded.name, reason = excluded.reason, asked_at = excluded.asked_at`.execute(
    of(db),
  );
}

/** A correction that waits, with the attestation that it is about. */
export interface WaitingCorrection {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly attestationId: string;
  readonly number: string;
  readonly courseId: string;
  /** Whose attestation it is. */
  readonly personId: string | null;
  readonly facts: AttestedFacts;
}

const waiting = sql`select c.id, c.name, c.reason, c.asked_at as "askedAt", a.id as "attestationId", a.number,
    a.course_id as "courseId", a.person_id as "personId", a.facts
  from credentials.correction c join credentials.attestation a on a.id = c.attestation_id
  where c.state = 'open' and a.revoked_at is null and a.replaced_by is null and a.erased_at is null`;

/** @param whose of these courses alone, and of others than this person; all where it is left out */
export async function waitingCorrections(
  db: Db,
  whose: { readonly courses: readonly string[]; readonly butOf: string } | undefined,
  most: number,
): Promise<WaitingCorrection[]> {
  const { rows } = await sql<WaitingCorrection>`${waiting}
    and (${whose === undefined} or (a.course_id = any(${whose?.courses ?? []}::uuid[])
      and a.person_id <> ${whose?.butOf ?? null}::uuid))
    order by c.asked_at limit ${most}`.execute(of(db));
  return rows;
}

/** One that waits; it stays locked until the transaction ends. */
export async function lockCorrection(db: Db, id: string): Promise<WaitingCorrection | undefined> {
  const { rows } = await sql<WaitingCorrection>`${waiting} and c.id = ${id}::uuid for update of c, a`.execute(
    of(db),
  );
  return rows[0];
}

export interface Decision {
  readonly state: 'accepted' | 'refused';
  readonly at: Date;
  readonly by: string | undefined;
  readonly answer: string | undefined;
}

export async function settleCorrection(
  db: Db,
  id: string,
  { state, at, by, answer }: Decision,
): Promise<void> {
  await of(db)
    .updateTable('credentials.correction')
    .set({ state, decided_at: at, decided_by: by ?? null, answer: answer ?? null })
    .where('id', '=', id)
    .execute();
}

/** Writes the corrected attestation, in whose favour the old one steps back; both are of the same subject. */
export async function replaceAttestation(
  db: Db,
  old: string,
  next: { readonly id: string; readonly number: string; readonly name: string; readonly at: Date },
): Promise<void> {
  await sql`update credentials.attestation set replaced_by = ${next.id}::uuid where id = ${old}::uuid`.execute(
    of(db),
  );
  // the old row keeps no name: its page points on, and says nothing else
  await sql`insert into credentials.attestation
      (id, number, person_id, subject, course_id, listing_id, facts, issued_at, is_sample)
    select ${next.id}::uuid, ${next.number}, person_id, subject, course_id, listing_id,
      facts || jsonb_build_object('personName', ${next.name}::text), ${next.at}, is_sample
    from credentials.attestation where id = ${old}::uuid`.execute(of(db));
  await sql`update credentials.attestation set facts = facts - 'personName' where id = ${old}::uuid`.execute(
    of(db),
  );
}
