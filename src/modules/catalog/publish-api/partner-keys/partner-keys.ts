import { createHash } from 'node:crypto';
import { type Actor, hasRole } from '../../../../platform/actor.ts';
import { audit } from '../../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../../platform/db/database.ts';
import { demand, Refusal } from '../../../../platform/refusal.ts';
import { hidden } from '../../refusals.ts';
import { allKeys, insertKey, type KeyInUse, keyByHash, type KeyRow, revokeKeyRow } from './keys.queries.ts';

/** Marks our keys, so that scanners for leaked secrets can know them. */
const mark = 'passerelle_';
const shownLetters = mark.length + 6;
/** What a partner may ask in a minute unless the operator says otherwise. */
export const usualQuota = 1200;

const keyForm = /^passerelle_[\w-]{43}$/;

/** A key has 256 random bits: a plain hash is enough, there is nothing to guess. */
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest();

export const mayManageKeys = (actor: Actor): boolean => hasRole(actor, 'operator');

export const keyUnknown = () => new Refusal(401, 'api.key-unknown', 'catalog.api.refusal.key-unknown');
const keyNotFound = () => new Refusal(404, 'api.key-not-found', 'catalog.api.refusal.key-not-found');

/** The partner behind a key. @throws Refusal 401 for a key that nobody has, or that was revoked */
export async function partnerOf(db: Db, key: string): Promise<KeyInUse> {
  const found = keyForm.test(key) ? await keyByHash(db, hashOf(key)) : undefined;
  if (!found) throw keyUnknown();
  return found;
}

export interface KeyWish {
  /** Made with the form: the same form sent twice makes one key. */
  readonly id: string;
  readonly name: string;
  readonly contact?: string | undefined;
  readonly requestsAMinute: number;
}

/**
 * Makes a key for a partner. The answer is the only place where the key is ever shown; undefined when this form was
 * already sent.
 * @throws Refusal 404 unless the actor is an operator
 */
export async function createKey(db: Db, actor: Actor, wish: KeyWish): Promise<string | undefined> {
  demand(mayManageKeys(actor), hidden);
  const key = mark + actor.ids.secret();
  const stored = await insertKey(db, {
    ...wish,
    contact: wish.contact ?? null,
    beginning: key.slice(0, shownLetters),
    hash: hashOf(key),
    now: actor.now,
    createdBy: actor.name ?? actor.kind,
  });
  if (!stored) return undefined;
  await audit(db, actor, 'create-api-key', wish.id, {
    name: wish.name,
    requestsAMinute: wish.requestsAMinute,
  });
  return key;
}

/** Ends a key at once. @throws Refusal 404 unless operator, or when there is no such key in use */
export async function revokeKey(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayManageKeys(actor), hidden);
  if (!(await revokeKeyRow(db, id, actor.now, actor.name ?? actor.kind))) throw keyNotFound();
  await audit(db, actor, 'revoke-api-key', id);
}

/** A key that still works. @throws Refusal 404 unless operator, or when there is no such key in use */
export async function keyInUse(db: Db, actor: Actor, id: string): Promise<KeyRow> {
  const found = (await listKeys(db, actor)).find((key) => key.id === id && key.revokedAt === null);
  if (!found) throw keyNotFound();
  return found;
}

/** Every key with its use. @throws Refusal 404 unless the actor is an operator */
export async function listKeys(db: Db, actor: Actor): Promise<KeyRow[]> {
  demand(mayManageKeys(actor), hidden);
  return allKeys(db);
}
