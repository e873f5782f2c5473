import { createHmac, timingSafeEqual } from 'node:crypto';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';
import { demand } from '../../../platform/refusal.ts';
import { readSetting } from '../../../platform/settings/settings.queries.ts';
import { browserFull } from '../refusals.ts';

const cookieName = 'kept';
/** A cookie travels with every request: twenty courses are 450 bytes. */
export const mostKept = 20;
const halfAYear = 15_552_000;
const bytesOfId = 16;
const bytesOfSeal = 16;

/**
 * The short list of somebody without an account: ids of courses in a cookie of their own browser, sealed so that nobody
 * else writes it. It holds no number of the visitor, and the server keeps nothing of it.
 */
export async function keptInBrowser(c: AppContext): Promise<string[]> {
  const [packed = '', seal = ''] = (getCookie(c, cookieName) ?? '').slice(0, 1000).split('.');
  if (packed === '' || !isSealed(packed, seal, await browserKey(c))) return [];
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  return (hex.match(/.{32}/g) ?? []).slice(0, mostKept).map(dashed);
}

/** Whether this browser has such a cookie at all; asked where looking into it would cost a statement. */
export const hasKeptCookie = (c: AppContext): boolean => getCookie(c, cookieName) !== undefined;

/** Keeps one more, the latest first. @throws Refusal 409 when there is no room */
export async function keepInBrowser(c: AppContext, courseId: string): Promise<void> {
  const others = (await keptInBrowser(c)).filter((id) => id !== courseId);
  demand(others.length < mostKept, () => browserFull(mostKept));
  await writeKept(c, [courseId, ...others]);
}

export async function dropFromBrowser(c: AppContext, courseIds: readonly string[]): Promise<void> {
  const kept = await keptInBrowser(c);
  await writeKept(
    c,
    kept.filter((id) => !courseIds.includes(id)),
  );
}

export const emptyBrowser = (c: AppContext): void => void deleteCookie(c, cookieName, { path: '/' });

async function writeKept(c: AppContext, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return emptyBrowser(c);
  const packed = Buffer.from(ids.join('').replaceAll('-', ''), 'hex').toString('base64url');
  setCookie(c, cookieName, `${packed}.${sealOf(packed, await browserKey(c)).toString('base64url')}`, {
    path: '/',
    httpOnly: true,
    secure: c.var.tools.config.baseUrl.startsWith('https:'),
    sameSite: 'Lax',
    maxAge: halfAYear,
  });
}

/** Made by a migration, the same for every process. */
async function browserKey(c: AppContext): Promise<string> {
  const key = await readSetting(c.var.db, 'lists.browser-key');
  if (typeof key !== 'string' || key.length < 32) throw new Error('the key of kept courses is missing');
  return key;
}

const sealOf = (packed: string, key: string): Buffer =>
  createHmac('sha256', key).update(packed).digest().subarray(0, bytesOfSeal);

function isSealed(packed: string, seal: string, key: string): boolean {
  const given = Buffer.from(seal, 'base64url');
  const whole = Buffer.from(packed, 'base64url').length % bytesOfId === 0;
  return whole && given.length === bytesOfSeal && timingSafeEqual(given, sealOf(packed, key));
}

const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
