import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import type { Ids } from '../../../platform/time/ids.ts';
import type { AttestationFacts, AttestedFacts } from '../attestation.ts';
import { numberFrom } from '../attestation-number.ts';
import { type AttestationIssued, attestationIssued } from '../events.ts';
import { insertAttestation, numberFor } from './issue-attestation.queries.ts';

export interface IssuedAttestation {
  /** As on the document: "K7WQ-2MXD-...". */
  readonly number: string;
  /** False when there was one for this subject already; it is left as it was, also where it was revoked. */
  readonly isNew: boolean;
}

/**
 * Issues the attestation of a completed course, once a subject, in the transaction of the caller; calling it again, or from
 * two places at once, gives the same number. Publishes `credentials.attestation-issued`.
 */
export async function issueAttestation(
  db: Db,
  actor: Actor,
  facts: AttestationFacts,
): Promise<IssuedAttestation> {
  const there = await numberFor(db, facts.subject);
  if (there !== undefined) return { number: there, isNew: false };
  const number = newNumber(actor.ids);
  const row = { ...facts, id: actor.ids.next(), number, attested: attestedOf(facts), issuedAt: actor.now };
  // another transaction may be issuing it right now: the insert waits for its end
  if (!(await insertAttestation(db, row))) {
    const winner = await numberFor(db, facts.subject);
    if (winner === undefined) throw new Error(`no attestation for ${facts.subject} after a conflict`);
    return { number: winner, isNew: false };
  }
  const { personId, courseId, listingId } = facts;
  const data: AttestationIssued = {
    personId,
    courseId,
    ...(listingId !== undefined && { listingId }),
    number,
  };
  await publish(db, actor, { name: attestationIssued, version: 1, subject: courseId, data });
  return { number, isNew: true };
}

export const newNumber = (ids: Ids): string => numberFrom(Buffer.from(ids.secret(), 'base64url'));

/** What the document says, without what only its row needs. */
function attestedOf(facts: AttestationFacts): AttestedFacts {
  const { subject: _s, personId: _p, courseId: _c, listingId: _l, isSample: _i, ...attested } = facts;
  return attested;
}
