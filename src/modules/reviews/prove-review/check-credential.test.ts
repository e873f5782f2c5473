import { gzipSync } from 'node:zlib';
import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { generate } from '@digitalbazaar/ed25519-multikey';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { defaultDocumentLoader, issue } from '@digitalbazaar/vc';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { beforeEach, describe, expect, it } from 'vitest';
import { fetchStage } from '../../../platform/http/fetch/testing/fetch-stage.ts';
import type { LocalServer } from '../../../platform/http/fetch/testing/local-server.ts';
import { checkCredential } from './check-credential.ts';
import { readBit } from './credential-status.ts';

const stage = fetchStage();
const now = new Date('2026-12-01T08:00:00Z');
const signal = new AbortController().signal;
const documents = new Map<string, unknown>();
let site: LocalServer;
let elsewhere: LocalServer;

const answering = (prefix: string) =>
  stage.serve((request, response) => {
    const found = documents.get(prefix + (request.url ?? ''));
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(typeof found === 'string' ? found : JSON.stringify(found ?? {}));
  });

beforeEach(async () => {
  documents.clear();
  site = await answering('');
  elsewhere = await answering('elsewhere');
});

const checking = (given: unknown, personName = 'Awa Diallo') =>
  checkCredential(
    { fetcher: stage.fetcherFor([site, elsewhere]), courseUrl: `${site.origin}/courses/1`, now, signal },
    typeof given === 'string' ? given : JSON.stringify(given),
    { personName, courseTitle: 'Bread making', courseUrl: `${site.origin}/courses/1` },
  );

const badge = (more: Record<string, unknown> = {}) => ({
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  id: 'urn:uuid:1',
  credentialSubject: {
    name: 'DIALLO, Awa',
    achievement: { name: 'Bread making', criteria: { narrative: 'Bake.' } },
  },
  ...more,
});

/** An issuer that tells its key as a set of keys, and signs tokens. */
async function tokenIssuer(at: LocalServer, prefix = '') {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA', { extractable: true });
  documents.set(`${prefix}/.well-known/jwks.json`, {
    keys: [{ ...(await exportJWK(publicKey)), kid: 'k1' }],
  });
  return (claims: Record<string, unknown>, kid = 'k1') =>
    new SignJWT({ iss: at.origin, ...claims }).setProtectedHeader({ alg: 'EdDSA', kid }).sign(privateKey);
}

describe('a credential as a token', () => {
  it('proves a certificate when the site of the course signed it', async () => {
    const sign = await tokenIssuer(site);
    expect(await checking(await sign(badge()))).toMatchObject({ state: 'proved', level: 'certificate' });
    expect(await checking(await sign({ vc: badge() }))).toMatchObject({ state: 'proved' });
  });

  it('does not when it is forged, altered, unsigned, or signed by a stranger', async () => {
    const sign = await tokenIssuer(site);
    const token = await sign(badge());
    const [head = '', , signature = ''] = token.split('.');
    const other = Buffer.from(JSON.stringify({ iss: site.origin, ...badge({ id: 'urn:uuid:2' }) })).toString(
      'base64url',
    );
    expect(await checking(`${head}.${other}.${signature}`)).toEqual({
      state: 'not-matched',
      why: 'signature',
    });
    const none = Buffer.from(JSON.stringify({ alg: 'none', kid: 'k1' })).toString('base64url');
    expect(await checking(`${none}.${other}.x`)).toEqual({ state: 'not-matched', why: 'signature' });
    const stranger = await tokenIssuer(elsewhere, 'elsewhere');
    expect(await checking(await stranger(badge()))).toEqual({ state: 'moderator', why: 'unknown-issuer' });
    expect(await checking(await stranger({ ...badge(), iss: site.origin }))).toEqual({
      state: 'not-matched',
      why: 'signature',
    });
    const kid = `${elsewhere.origin}/.well-known/jwks.json`;
    expect(await checking(await stranger({ ...badge(), iss: site.origin }, kid))).toEqual({
      state: 'not-matched',
      why: 'signature',
    });
    expect(await checking(await stranger({ ...badge(), iss: 'did:key:z6Mk' }))).toEqual({
      state: 'moderator',
      why: 'unknown-issuer',
    });
  });

  it('does not for another person, another course, after its end, or as nonsense', async () => {
    const sign = await tokenIssuer(site);
    expect(await checking(await sign(badge()), 'Fatou Sow')).toEqual({ state: 'not-matched', why: 'name' });
    expect(await checking(await sign(badge()), 'Awa')).toEqual({ state: 'moderator', why: 'short-name' });
    const cake = badge({ credentialSubject: { name: 'Awa Diallo', achievement: { name: 'Cake' } } });
    expect(await checking(await sign(cake))).toEqual({ state: 'not-matched', why: 'title' });
    expect(await checking(await sign({ ...badge(), exp: now.getTime() / 1000 - 1 }))).toEqual({
      state: 'not-matched',
      why: 'expired',
    });
    for (const nonsense of ['', '{', 'a.b.c', '[]', '"x"', '42', 'null'])
      expect(await checking(nonsense)).toEqual({ state: 'not-matched', why: 'unreadable' });
  });
});

describe('a credential that its issuer took back', () => {
  const packed = (bytes: readonly number[]) => `u${gzipSync(Buffer.from(bytes)).toString('base64url')}`;

  it('proves nothing, although its signature is right', async () => {
    const sign = await tokenIssuer(site);
    const list = (encodedList: string) =>
      sign({ type: ['VerifiableCredential'], credentialSubject: { encodedList } });
    const status = {
      type: 'BitstringStatusListEntry',
      statusListCredential: `${site.origin}/status/1`,
      statusListIndex: '10',
    };
    const token = await sign(badge({ credentialStatus: status }));
    documents.set('/status/1', await list(packed([0, 0b00000000])));
    expect(await checking(token)).toMatchObject({ state: 'proved' });
    documents.set('/status/1', await list(packed([0, 0b00100000])));
    expect(await checking(token)).toEqual({ state: 'not-matched', why: 'revoked' });
    documents.set('/status/1', { credentialSubject: { encodedList: packed([0, 0]) } });
    expect(await checking(token)).toEqual({ state: 'not-matched', why: 'unreadable' });
    documents.delete('/status/1');
    expect(await checking(token)).toEqual({ state: 'not-matched', why: 'not-public' });
    const unknown = await sign(badge({ credentialStatus: { type: 'SomethingElse' } }));
    expect(await checking(unknown)).toEqual({ state: 'moderator', why: 'unknown-context' });
  });

  it('is found by its bit, from the left; bombs and short lists have none', () => {
    expect(readBit(packed([0b10000000]), 0)).toBe(true);
    expect(readBit(packed([0b10000000]), 1)).toBe(false);
    expect(readBit(packed([0b00000001]), 7)).toBe(true);
    expect(readBit(packed([0]), 8)).toBeUndefined();
    expect(readBit('unonsense', 0)).toBeUndefined();
    expect(readBit(`u${gzipSync(Buffer.alloc(5_000_000)).toString('base64url')}`, 0)).toBeUndefined();
  });
});

describe('a credential with an embedded proof', () => {
  const contexts = [
    'https://www.w3.org/ns/credentials/v2',
    'https://www.w3.org/ns/credentials/undefined-terms/v2',
  ];

  /** Signs as the site, or as whoever stands there. */
  async function signed(more: Record<string, unknown> = {}) {
    const issuer = `${site.origin}/issuer`;
    const key = await generate({ id: `${issuer}#key-1`, controller: issuer });
    documents.set('/issuer', {
      '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
      id: issuer,
      verificationMethod: [await key.export({ publicKey: true })],
      assertionMethod: [`${issuer}#key-1`],
    });
    const suite = new DataIntegrityProof({ cryptosuite, signer: key.signer(), date: now });
    const credential = {
      '@context': contexts,
      ...badge({ type: ['VerifiableCredential'], issuer, ...more }),
    };
    return issue({ credential, suite, documentLoader: defaultDocumentLoader, now });
  }

  it('proves a certificate, and nothing once it is altered', async () => {
    const credential = await signed();
    expect(await checking(credential)).toMatchObject({ state: 'proved', level: 'certificate' });
    expect(await checking({ ...credential, id: 'urn:uuid:9' })).toEqual({
      state: 'not-matched',
      why: 'signature',
    });
    expect(await checking({ ...credential, proof: undefined })).toEqual({
      state: 'not-matched',
      why: 'signature',
    });
    const other = await signed();
    expect(await checking(credential)).toEqual({ state: 'not-matched', why: 'signature' });
    expect(await checking({ ...other, issuer: `${elsewhere.origin}/issuer` })).toEqual({
      state: 'moderator',
      why: 'unknown-issuer',
    });
    const unknown = { ...other, '@context': [...contexts, 'https://evil.example/context'] };
    expect(await checking(unknown)).toEqual({ state: 'moderator', why: 'unknown-context' });
    expect(elsewhere.asked).toEqual([]);
  });

  it('proves nothing after its end', async () => {
    const credential = await signed({ validUntil: '2026-12-01T08:30:00Z' });
    expect(await checking(credential)).toMatchObject({ state: 'proved' });
    const scene = {
      fetcher: stage.fetcherFor([site]),
      courseUrl: `${site.origin}/1`,
      now: new Date('2026-12-02'),
      signal,
    };
    const facts = { personName: 'Awa Diallo', courseTitle: 'Bread making', courseUrl: scene.courseUrl };
    expect(await checkCredential(scene, JSON.stringify(credential), facts)).toEqual({
      state: 'not-matched',
      why: 'expired',
    });
  });
});
