import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { newNumber } from '../issue-attestation/issue-attestation.ts';
import { forgetDocuments } from '../make-document/remove-document.job.ts';
import { mayTend, type Tended } from '../policy.ts';
import { type Attestation, attestationBy, stateOf } from '../read-attestations/attestations.queries.ts';
import { answerMissing, attestationNotFound, notToCorrect, sameName, settledAlready } from '../refusals.ts';
import {
  insertCorrection,
  lockCorrection,
  replaceAttestation,
  settleCorrection,
  type WaitingCorrection,
} from './corrections.queries.ts';

/** One's own attestation, to have its name corrected. @throws Refusal 404 for others', 409 when it is not valid */
export async function ownValidAttestation(db: Db, actor: Actor, number: string): Promise<Attestation> {
  const attestation = await attestationBy(db, number);
  demand(attestation !== undefined && attestation.personId === actor.id, attestationNotFound);
  demand(stateOf(attestation) === 'valid', notToCorrect);
  return attestation;
}

/** Asks for another name on one's attestation. @throws Refusal 404, 409, 422 */
export async function askForName(
  db: Db,
  actor: Actor,
  { number, name, reason }: { readonly number: string; readonly name: string; readonly reason: string },
): Promise<void> {
  const attestation = await ownValidAttestation(db, actor, number);
  demand(attestation.facts.personName !== name, sameName);
  const row = { id: actor.ids.next(), attestationId: attestation.id, name, reason, askedAt: actor.now };
  await insertCorrection(db, row);
}

/** @throws Refusal 404 for a correction that is not theirs to decide, 409 when somebody was faster */
async function toDecide(db: Db, actor: Actor, tended: Tended, id: string): Promise<WaitingCorrection> {
  const correction = await lockCorrection(db, id);
  demand(correction !== undefined, settledAlready);
  demand(mayTend(actor, tended, correction), attestationNotFound);
  return correction;
}

/**
 * Grants a correction: a new attestation under a new number takes the place of the old one, whose page points on.
 * @returns the new number
 */
export async function grantName(db: Db, actor: Actor, tended: Tended, id: string): Promise<string> {
  const { attestationId, name, number: old, facts } = await toDecide(db, actor, tended, id);
  const next = { id: actor.ids.next(), number: newNumber(actor.ids), name, at: actor.now };
  await settleCorrection(db, id, decision(actor, 'accepted'));
  await replaceAttestation(db, attestationId, next);
  await forgetDocuments(db, [attestationId]);
  await audit(db, actor, 'correct-attestation', attestationId, {
    old,
    number: next.number,
    course: facts.courseTitle,
  });
  return next.number;
}

/** @throws Refusal 422 without an answer, which the person reads */
export async function refuseName(
  db: Db,
  actor: Actor,
  tended: Tended,
  { id, answer }: { readonly id: string; readonly answer: string },
): Promise<void> {
  demand(answer !== '', answerMissing);
  const { attestationId, number } = await toDecide(db, actor, tended, id);
  await settleCorrection(db, id, decision(actor, 'refused', answer));
  await audit(db, actor, 'refuse-attestation-correction', attestationId, { number });
}

const decision = (actor: Actor, state: 'accepted' | 'refused', answer?: string) => ({
  state,
  at: actor.now,
  by: actor.kind === 'person' ? actor.id : undefined,
  answer,
});
