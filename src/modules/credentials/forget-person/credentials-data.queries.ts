import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CredentialsTables } from '../tables.ts';

const of = (db: Db) => tables<CredentialsTables>(db);

/** Every attestation of a person, with the corrections that they asked for. */
export async function attestationsData(db: Db, personId: string): Promise<unknown> {
  const { rows } = await sql<{ attestations: unknown }>`
    select coalesce(jsonb_agg(jsonb_build_object('number', a.number, 'issuedAt', a.issued_at, 'says', a.facts,
      'revokedAt', a.revoked_at, 'revokedWhy', a.revoked_why,
      'corrections', (select coalesce(jsonb_agg(jsonb_build_object('name', c.name, 'reason', c.reason, 'askedAt', c.asked_at,
          'state', c.state, 'decidedAt', c.decided_at, 'answer', c.answer) order by c.asked_at), '[]')
        from credentials.correction c where c.attestation_id = a.id)) order by a.issued_at), '[]') as attestations
    from credentials.attestation a where a.person_id = ${personId}::uuid`.execute(of(db));
  return { attestations: rows[0]?.attestations ?? [] };
}

/** Takes the name and the person off; returns the attestations that had them. */
export async function forgetHolder(db: Db, personId: string, at: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with held as (
      update credentials.attestation set person_id = null, erased_at = ${at}, subject = 'erased:' || id,
        facts = facts - 'personName', revoked_why = case when revoked_at is not null then '' end
      where person_id = ${personId}::uuid returning id),
    asked as (delete from credentials.correction where attestation_id in (select id from held))
    select id from held`.execute(of(db));
  await sql`update credentials.correction set decided_by = null where decided_by = ${personId}::uuid`.execute(
    of(db),
  );
  return rows.map(({ id }) => id);
}

/** Samples go altogether: nobody was given their number. */
export async function dropSamples(db: Db, ids: readonly string[]): Promise<void> {
  await sql`delete from credentials.attestation where id = any(${ids}::uuid[]) and is_sample`.execute(of(db));
}

/** What was attested of sample courses, whoever holds it. */
export async function sampleAttestations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from credentials.attestation where is_sample`.execute(
    of(db),
  );
  return rows.map(({ id }) => id);
}
