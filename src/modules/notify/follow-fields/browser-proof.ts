import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from '../../../platform/http/environment.ts';

type Proof = 'follower' | 'follower-push';

const isHttps = (c: AppContext): boolean => c.var.tools.config.baseUrl.startsWith('https:');
const nameOf = (c: AppContext, proof: Proof): string => (isHttps(c) ? `__Host-${proof}` : proof);

const secret = /^[\w-]{43}$/;

function read(c: AppContext, proof: Proof): string | undefined {
  const value = getCookie(c, nameOf(c, proof));
  return value !== undefined && secret.test(value) ? value : undefined;
}

/** What a browser was given when somebody confirmed an address in it; undefined when it has none of ours. */
export const readBrowserProof = (c: AppContext): string | undefined => read(c, 'follower');

/** What a browser was given when it agreed to take messages. */
export const readPushProof = (c: AppContext): string | undefined => read(c, 'follower-push');

/**
 * Lets this browser see what it follows; as `follower`, also follow further topics with the confirmed address without
 * another letter.
 */
export function writeProof(c: AppContext, proof: Proof, value: string, seconds: number): void {
  setCookie(c, nameOf(c, proof), value, {
    path: '/',
    httpOnly: true,
    secure: isHttps(c),
    sameSite: 'Lax',
    maxAge: seconds,
  });
}
