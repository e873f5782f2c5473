import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { provedAddresses } from '../../accounts/index.ts';
import { hidden } from '../refusals.ts';
import { mayLookAfterCourses } from '../policy.ts';
import * as queries from './claim-provider.queries.ts';
import { addressAt, domainOfSite } from './domain-of.ts';
import { claimDecided, notYourProvider, noteNeeded, ownClaim, providerNotFound } from './refusals.ts';

/** What the page of a claim says. */
export interface ClaimView {
  readonly provider: queries.ClaimedProvider;
  /** The domain at which an address proves that one works there; unknown without a website. */
  readonly domain: string | undefined;
  /** The person's own address at that domain. */
  readonly proof: string | undefined;
}

/** @throws Refusal 404 when there is no such provider */
export async function claimView(db: Db, actor: Actor, slug: string): Promise<ClaimView> {
  const personId = idOf(actor);
  const provider = await queries.claimedProvider(db, slug, personId);
  demand(provider !== undefined, providerNotFound);
  // whose desk was closed does not open it again alone: the same address would undo what a moderator decided
  const proof = provider.hasEnded ? undefined : addressAt(provider.url, await provedAddresses(db, personId));
  return { provider, domain: domainOfSite(provider.url), proof };
}

/**
 * Gives the desk of a provider to whoever has a proved address at its domain; of others a moderator is asked.
 * @throws Refusal 404, 422 when a moderator has to decide and nothing was told
 */
export async function claimProvider(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly slug: string; readonly note: string },
): Promise<'granted' | 'waiting'> {
  const { provider, proof } = await claimView(db, actor, input.slug);
  const personId = idOf(actor);
  if (provider.isMine) return 'granted';
  if (proof !== undefined) {
    await queries.putPerson(db, { providerId: provider.id, personId, address: proof, now: actor.now });
    await audit(db, actor, 'claim-provider', provider.id, { provider: provider.slug });
    return 'granted';
  }
  if (input.note === '') throw noteNeeded();
  const claim = { id: input.id, providerId: provider.id, personId, note: input.note, now: actor.now };
  await queries.insertClaim(db, claim);
  return 'waiting';
}

/** A moderator's word on a claim. @throws Refusal 404 for others, 403 for one's own, 409 when it was decided already */
export async function decideClaim(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly granted: boolean },
): Promise<void> {
  demand(mayLookAfterCourses(actor), hidden);
  demand(actor.id === undefined || (await queries.claimantOf(db, input.id)) !== actor.id, ownClaim);
  const claim = await queries.settleClaim(db, actor, input);
  demand(claim !== undefined, claimDecided);
  if (input.granted) {
    const [address = ''] = await provedAddresses(db, claim.personId);
    await queries.putPerson(db, { ...claim, address, now: actor.now });
  }
  await audit(db, actor, input.granted ? 'grant-provider-claim' : 'refuse-provider-claim', claim.providerId);
}

/** Ends that a person speaks for a provider: oneself, or a moderator. @throws Refusal 404 for others */
export async function leaveProvider(
  db: Db,
  actor: Actor,
  input: { readonly slug: string; readonly personId: string },
): Promise<void> {
  demand(input.personId === actor.id || mayLookAfterCourses(actor), notYourProvider);
  demand(await queries.endPerson(db, { ...input, now: actor.now }), notYourProvider);
  await audit(db, actor, 'leave-provider', input.personId, { provider: input.slug });
}

function idOf(actor: Actor): string {
  demand(actor.kind === 'person' && actor.id !== undefined, notYourProvider);
  return actor.id;
}
