import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { forgetDocuments } from '../make-document/remove-document.job.ts';
import { mayRevoke } from '../policy.ts';
import { attestationBy } from '../read-attestations/attestations.queries.ts';
import { attestationNotFound, settledAlready } from '../refusals.ts';
import { markRevoked } from './revoke-attestation.queries.ts';

/**
 * Takes an attestation back, for a reason that its page then says; it is not issued again.
 * @throws Refusal 404 for unknown ones and for who may not, 409 when it is not valid any more
 */
export async function revokeAttestation(
  db: Db,
  actor: Actor,
  { number, why }: { readonly number: string; readonly why: string },
): Promise<void> {
  const attestation = await attestationBy(db, number);
  demand(attestation !== undefined && mayRevoke(actor), attestationNotFound);
  demand(await markRevoked(db, attestation.id, why, actor.now), settledAlready);
  await forgetDocuments(db, [attestation.id]);
  // the reason stands on the attestation, where an erasure finds it
  await audit(db, actor, 'revoke-attestation', attestation.id, { number });
}
