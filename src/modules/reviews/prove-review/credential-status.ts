import { gunzipSync } from 'node:zlib';
import { asList, believedJson, isObject, type JsonObject } from './issuer-document.ts';
import { askModerator, notMatched, type ProofOutcome } from './proof-outcome.ts';
import { type CredentialScene, verifySigned } from './verify-signature.ts';

/** A list of 16 million credentials; larger ones are not unpacked. */
const mostListBytes = 2 * 1024 * 1024;
const listTypes = new Set(['BitstringStatusListEntry', 'StatusList2021Entry']);

/**
 * Whether the issuer has taken a credential back. Libraries call a revoked credential "verified", its signature being
 * right: so the bit itself is looked at, in a list that the same issuer signed. Undefined when it still holds.
 */
export async function statusFault(
  scene: CredentialScene,
  credential: JsonObject,
  issuer: string,
): Promise<ProofOutcome | undefined> {
  for (const entry of asList(credential['credentialStatus'])) {
    if (!isObject(entry) || !listTypes.has(String(entry['type']))) return askModerator('unknown-context');
    const bit = await bitOf(scene, entry, issuer);
    if (bit === undefined) return notMatched('unreadable');
    if (bit) return notMatched('revoked');
  }
  return undefined;
}

async function bitOf(
  scene: CredentialScene,
  entry: JsonObject,
  issuer: string,
): Promise<boolean | undefined> {
  const { statusListCredential: address, statusListIndex: index } = entry;
  if (typeof address !== 'string' || !/^\d{1,9}$/.test(String(index))) return undefined;
  const list = await believedJson(scene.fetcher, address, scene.courseUrl, scene.signal);
  const signed = await verifySigned(scene, list);
  if ('outcome' in signed || signed.issuer !== issuer) return undefined;
  const [subject] = asList(signed.credential['credentialSubject']);
  const encoded = isObject(subject) ? subject['encodedList'] : undefined;
  if (typeof encoded !== 'string') return undefined;
  return readBit(encoded, Number(index));
}

/** The bit at a place of a packed list, counted from the left; undefined for what is no list or too short. */
export function readBit(encoded: string, index: number): boolean | undefined {
  try {
    const bytes = gunzipSync(Buffer.from(encoded.replace(/^u/, ''), 'base64url'), {
      maxOutputLength: mostListBytes,
    });
    const byte = bytes[index >> 3];
    return byte === undefined ? undefined : ((byte >> (7 - (index & 7))) & 1) === 1;
  } catch {
    return undefined;
  }
}
