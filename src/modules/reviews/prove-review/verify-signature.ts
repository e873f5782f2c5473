import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, type LoadedDocument, verifyCredential } from '@digitalbazaar/vc';
import { compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { isBelieved } from './believed-site.ts';
import { asList, believedJson, isObject, issuerAddress, type JsonObject } from './issuer-document.ts';
import { askModerator, notMatched, type ProofOutcome } from './proof-outcome.ts';

export interface CredentialScene {
  readonly fetcher: Fetcher;
  /** Its site is the one whose signatures are believed. */
  readonly courseUrl: string | undefined;
  readonly now: Date;
  readonly signal: AbortSignal;
}

/** A credential whose signature holds, and who gave it; or why it is not looked at further. */
export type Signed =
  { readonly credential: JsonObject; readonly issuer: string } | { readonly outcome: ProofOutcome };

const algorithms = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'RS256', 'PS256'];
const refused = (outcome: ProofOutcome): Signed => ({ outcome });

/** Checks who signed a credential, as a token (VC-JWT) or with an embedded proof (Data Integrity, eddsa-rdfc-2022). */
export function verifySigned(scene: CredentialScene, given: unknown): Promise<Signed> {
  if (typeof given === 'string') return verifyToken(scene, given);
  return isObject(given) ? verifyEmbedded(scene, given) : Promise.resolve(refused(notMatched('unreadable')));
}

const issuerOf = (credential: JsonObject): string => {
  const { issuer } = credential;
  if (typeof issuer === 'string') return issuer;
  return isObject(issuer) && typeof issuer['id'] === 'string' ? issuer['id'] : '';
};

async function verifyToken(scene: CredentialScene, token: string): Promise<Signed> {
  let payload: JsonObject;
  let kid: string | undefined;
  try {
    payload = decodeJwt(token);
    kid = decodeProtectedHeader(token).kid;
  } catch {
    return refused(notMatched('unreadable'));
  }
  // version 1.1 puts the credential into a claim of its own
  const credential = isObject(payload['vc']) ? payload['vc'] : payload;
  const issuer = typeof payload['iss'] === 'string' ? payload['iss'] : issuerOf(credential);
  const keys = await keysOf(scene, issuer, kid);
  if (keys === undefined) return refused(askModerator('unknown-issuer'));
  for (const key of keys)
    if (await isSignedBy(token, key)) return { credential: withDates(credential, payload), issuer };
  return refused(notMatched('signature'));
}

async function isSignedBy(token: string, key: JWK): Promise<boolean> {
  try {
    const alg = decodeProtectedHeader(token).alg;
    await compactVerify(token, await importJWK(key, alg), { algorithms });
    return true;
  } catch {
    return false;
  }
}

/** Dates of the token stand for those that the credential does not say. */
function withDates(credential: JsonObject, payload: JsonObject): JsonObject {
  const date = (value: unknown) =>
    typeof value === 'number' ? new Date(value * 1000).toISOString() : undefined;
  const [from, until] = [date(payload['nbf']), date(payload['exp'])];
  return { ...(from && { validFrom: from }), ...(until && { validUntil: until }), ...credential };
}

/** Public keys that an issuer of the believed site tells; undefined for issuers of elsewhere. */
async function keysOf(
  scene: CredentialScene,
  issuer: string,
  kid: string | undefined,
): Promise<JWK[] | undefined> {
  const address = issuerAddress(issuer, scene.fetcher);
  if (address === undefined || isBelieved(address, scene.courseUrl) !== true) return undefined;
  const base = address.replace(/\/+$/, '');
  const places = address.endsWith('.json') ? [address] : [`${base}/.well-known/jwks.json`];
  if (kid !== undefined && /^https?:/.test(kid)) places.unshift(kid.split('#')[0] ?? kid);
  const documents = [];
  for (const place of places)
    documents.push(await believedJson(scene.fetcher, place, scene.courseUrl, scene.signal));
  const keys = documents.filter(isObject).flatMap(keysIn);
  const named = keys.filter((key) => kid !== undefined && (key.kid === kid || kid.endsWith(`#${key.kid}`)));
  return named.length > 0 ? named : keys;
}

/** Of a key, a set of keys, or the document of an issuer. */
function keysIn(document: JsonObject): JWK[] {
  if (typeof document['kty'] === 'string') return [document as JWK];
  const methods = asList(document['verificationMethod']).filter(isObject);
  const ofMethods = methods.flatMap(({ id, publicKeyJwk }) =>
    isObject(publicKeyJwk) ? [{ kid: String(id), ...publicKeyJwk } as JWK] : [],
  );
  return [...asList(document['keys']).filter(isObject), ...ofMethods] as JWK[];
}

async function verifyEmbedded(scene: CredentialScene, credential: JsonObject): Promise<Signed> {
  const issuer = issuerOf(credential);
  const address = issuerAddress(issuer, scene.fetcher);
  if (address === undefined || isBelieved(address, scene.courseUrl) !== true)
    return refused(askModerator('unknown-issuer'));
  if (!(await knowsContexts(credential))) return refused(askModerator('unknown-context'));
  const document = await believedJson(scene.fetcher, address, scene.courseUrl, scene.signal);
  if (!isObject(document)) return refused(notMatched('signature'));
  const result = await verifyCredential({
    credential,
    suite: new DataIntegrityProof({ cryptosuite }),
    documentLoader: loaderWith(issuer, document),
    now: scene.now,
    // the state is asked afterwards, where a revoked credential is told from an unreadable list
    checkStatus: () => Promise.resolve({ verified: true }),
  });
  if (result.verified) return { credential, issuer };
  return refused(notMatched(hasEnded(credential, scene.now) ? 'expired' : 'signature'));
}

export const hasEnded = (credential: JsonObject, now: Date): boolean => {
  const until = credential['validUntil'] ?? credential['expirationDate'];
  return typeof until === 'string' && !(Date.parse(until) > now.getTime());
};

async function knowsContexts(credential: JsonObject): Promise<boolean> {
  const named = asList(credential['@context']).filter((each) => typeof each === 'string');
  try {
    await Promise.all(named.map((each) => defaultDocumentLoader(each)));
    return true;
  } catch {
    return false;
  }
}

/** Contexts that are known by heart, and the issuer's own document; nothing is fetched while a signature is checked. */
function loaderWith(issuer: string, document: JsonObject): (url: string) => Promise<LoadedDocument> {
  return (url) => {
    if (url !== issuer && !url.startsWith(`${issuer}#`)) return defaultDocumentLoader(url);
    const method = asList(document['verificationMethod'])
      .filter(isObject)
      .find(({ id }) => id === url);
    const context = { '@context': 'https://w3id.org/security/multikey/v1' };
    const found = url === issuer ? document : method && { ...context, ...method };
    if (!found) return Promise.reject(new Error(`the issuer has no key ${url}`));
    return Promise.resolve({ contextUrl: null, documentUrl: url, document: found });
  };
}
