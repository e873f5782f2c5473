import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AttestedFacts } from '../attestation.ts';
import type { CredentialsTables } from '../tables.ts';

const of = (db: Db) => tables<CredentialsTables>(db);

/** Number of the attestation that stands for a subject, revoked or not. */
export async function numberFor(db: Db, subject: string): Promise<string | undefined> {
  const row = await of(db)
    .selectFrom('credentials.attestation')
    .select('number')
    .where('subject', '=', subject)
    .where('replaced_by', 'is', null)
    .executeTakeFirst();
  return row?.number;
}

export interface NewAttestation {
  readonly id: string;
  readonly number: string;
  readonly personId: string;
  readonly subject: string;
  readonly courseId: string;
  readonly listingId?: string;
  readonly attested: AttestedFacts;
  readonly issuedAt: Date;
  readonly isSample?: boolean;
}

/** False when one stands for the subject already. */
export async function insertAttestation(db: Db, row: NewAttestation): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into credentials.attestation
      (id, number, person_id, subject, course_id, listing_id, facts, issued_at, is_sample)
    values (${row.id}::uuid, ${row.number}, ${row.personId}::uuid, ${row.subject}, ${row.courseId}::uuid,
      ${row.listingId ?? null}::uuid, ${JSON.stringify(row.attested)}::jsonb, ${row.issuedAt}, ${row.isSample ?? false})
    on conflict (subject) where replaced_by is null do nothing returning id`.execute(of(db));
  return rows.length > 0;
}
