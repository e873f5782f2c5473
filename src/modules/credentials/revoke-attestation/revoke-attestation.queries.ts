import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CredentialsTables } from '../tables.ts';

/** False when it is not valid any more. */
export async function markRevoked(db: Db, id: string, why: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    with closed as (
      update credentials.correction set state = 'refused', decided_at = ${at}, answer = ${why}
      where attestation_id = ${id}::uuid and state = 'open')
    update credentials.attestation set revoked_at = ${at}, revoked_why = ${why}
    where id = ${id}::uuid and revoked_at is null and replaced_by is null and erased_at is null
    returning id`.execute(tables<CredentialsTables>(db));
  return rows.length > 0;
}
