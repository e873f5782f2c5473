import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { accountById, type SigningIn } from '../account/accounts.queries.ts';
import { accountBlocked, passkeyRefused } from '../refusals.ts';
import { keepChallenge, takeChallenge } from './challenge.ts';
import { markPasskeyUsed, passkeyByCredential } from './passkeys.queries.ts';
import type { RelyingParty } from './relying-party.ts';

/** What the device is asked: any passkey of this site, so that nobody has to say who they are first. */
export async function askAnyPasskey(
  db: Db,
  actor: Actor,
  party: RelyingParty,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; secret: string }> {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  return { options, secret: await keepChallenge(db, actor, { challenge: options.challenge }) };
}

export interface PasskeySignIn {
  readonly response: AuthenticationResponseJSON;
  readonly secret: string;
  readonly party: RelyingParty;
}

/** Whose passkey answered. @throws Refusal 422 when the answer does not fit, 403 when the account is blocked */
export async function signInByPasskey(
  db: Db,
  actor: Actor,
  { response, secret, party }: PasskeySignIn,
): Promise<SigningIn> {
  const challenge = await takeChallenge(db, actor, { secret });
  const passkey = challenge === undefined ? undefined : await passkeyByCredential(db, response.id);
  if (challenge === undefined || !passkey) throw passkeyRefused();
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
    },
  }).catch(() => undefined);
  if (!verified?.verified) throw passkeyRefused();
  const account = await accountById(db, passkey.accountId);
  if (!account) throw passkeyRefused();
  if (account.blocked) throw accountBlocked();
  await markPasskeyUsed(db, passkey.id, verified.authenticationInfo.newCounter, actor.now);
  return account;
}
