import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { type AccountFacts, accountFacts } from '../account/accounts.queries.ts';
import { type Letters, letter } from '../letters/letters.ts';
import { passkeyNotFound, passkeyRefused, signInFirst, tooMany } from '../refusals.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { credentialsOf, deletePasskey, insertPasskey } from './passkeys.queries.ts';
import type { RelyingParty } from './relying-party.ts';

const mostPasskeys = 20;

async function factsOf(db: Db, actor: Actor): Promise<AccountFacts> {
  const facts = actor.id === undefined ? undefined : await accountFacts(db, actor.id);
  if (!facts) throw signInFirst();
  return facts;
}

/** What the device is asked, and the secret of the challenge. */
export async function askForPasskey(
  db: Db,
  actor: Actor,
  party: RelyingParty,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; secret: string }> {
  const facts = await factsOf(db, actor);
  const known = await credentialsOf(db, facts.id);
  if (known.length >= mostPasskeys) throw tooMany();
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: facts.address,
    userDisplayName: facts.name,
    userID: new Uint8Array(Buffer.from(facts.id.replaceAll('-', ''), 'hex')),
    attestationType: 'none',
    excludeCredentials: known.map((each) => ({ id: each.credentialId })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const secret = await keepChallenge(db, actor, { challenge: options.challenge, accountId: facts.id });
  return { options, secret };
}

export interface PasskeyAnswer {
  readonly response: RegistrationResponseJSON;
  readonly secret: string;
  readonly name: string;
  readonly party: RelyingParty;
  readonly letters: Letters;
}

/** Keeps the new passkey, and tells its owner by letter. @throws Refusal 422 when the answer does not fit */
export async function addPasskey(db: Db, actor: Actor, input: PasskeyAnswer): Promise<void> {
  const facts = await factsOf(db, actor);
  const challenge = await takeChallenge(db, actor, { secret: input.secret, accountId: facts.id });
  if (challenge === undefined) throw passkeyRefused();
  const verified = await verifyRegistrationResponse({
    response: input.response,
    expectedChallenge: challenge,
    expectedOrigin: input.party.origin,
    expectedRPID: input.party.id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) throw passkeyRefused();
  const { credential, credentialDeviceType } = verified.registrationInfo;
  const added = await insertPasskey(db, {
    id: actor.ids.next(),
    account_id: facts.id,
    credential_id: credential.id,
    public_key: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialDeviceType === 'multiDevice',
    name: input.name,
    created_at: actor.now,
    last_used_at: null,
  });
  if (!added) throw passkeyRefused();
  await audit(db, actor, 'add-passkey', facts.id);
  await tell(db, actor, facts, input.letters, 'passkey-added');
}

/** Removes one of one's own. @throws Refusal 404 */
export async function removePasskey(
  db: Db,
  actor: Actor,
  { id, letters }: { readonly id: string; readonly letters: Letters },
): Promise<void> {
  const facts = await factsOf(db, actor);
  if (!/^[0-9a-f-]{36}$/.test(id) || !(await deletePasskey(db, facts.id, id))) throw passkeyNotFound();
  await audit(db, actor, 'remove-passkey', facts.id);
  await tell(db, actor, facts, letters, 'passkey-removed');
}

async function tell(
  db: Db,
  actor: Actor,
  { id, name, lang, address: to }: AccountFacts,
  letters: Letters,
  about: 'passkey-added' | 'passkey-removed',
): Promise<void> {
  await sendMail(db, actor, letter(letters, { about, to, lang, values: { name } }), id);
}
