import ipaddr from 'ipaddr.js';
import type pg from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Tools } from '../../../platform/http/environment.ts';
import { hashOf } from '../secrets.ts';
import { tooManyAttempts } from '../refusals.ts';

const minutes = (count: number): number => count * 60;

interface Allowance {
  readonly tries: number;
  readonly seconds: number;
}

const allow = (tries: number, seconds: number): Allowance => ({ tries, seconds });

/**
 * How often each credential form may be sent: for one account from one network address, for one account from anywhere,
 * and from one network address for anybody. The second is wide, so that nobody is locked out by a stranger's tries.
 */
const allowances = {
  'sign-in': {
    both: allow(6, minutes(15)),
    account: allow(100, minutes(60)),
    network: allow(60, minutes(15)),
  },
  'sign-up': {
    both: allow(6, minutes(60)),
    account: allow(12, minutes(60)),
    network: allow(30, minutes(60)),
  },
  letter: { both: allow(5, minutes(30)), account: allow(10, minutes(60)), network: allow(30, minutes(60)) },
  code: { both: allow(6, minutes(60)), account: allow(6, minutes(60)), network: allow(60, minutes(15)) },
  'second-step': {
    both: allow(6, minutes(15)),
    account: allow(30, minutes(60)),
    network: allow(60, minutes(15)),
  },
  passkey: { both: allow(20, minutes(15)), account: allow(60, minutes(60)), network: allow(60, minutes(15)) },
} as const;

export type LimitedForm = keyof typeof allowances;

export interface Attempt {
  /** Network address that it comes from. */
  readonly network: string | undefined;
  /** What is tried: an address, an account, a code. Kept as a hash. */
  readonly about: string;
}

const scopes = ['both', 'account', 'network'] as const;
type Scope = (typeof scopes)[number];

const limiters = new WeakMap<pg.Pool, Map<string, RateLimiterPostgres>>();

function limiter(pool: pg.Pool, form: LimitedForm, scope: Scope): RateLimiterPostgres {
  const known = limiters.get(pool) ?? new Map<string, RateLimiterPostgres>();
  limiters.set(pool, known);
  const name = `${form}-${scope}`;
  const made = known.get(name) ?? makeLimiter(pool, name, allowances[form][scope]);
  known.set(name, made);
  return made;
}

const makeLimiter = (pool: pg.Pool, keyPrefix: string, { tries, seconds }: Allowance) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'accounts',
    tableName: 'attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points: tries,
    duration: seconds,
  });

/** Someone at home has a whole /64 of IPv6: it counts as one. */
function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const ip = ipaddr.process(address);
  return ip instanceof ipaddr.IPv6
    ? `${ip.toNormalizedString().split(':').slice(0, 4).join(':')}::/64`
    : ip.toString();
}

function keysOf({ network, about }: Attempt): Record<Scope, string> {
  const key = (text: string) => hashOf(text).toString('base64url');
  const from = networkOf(network);
  return { both: key(`${from} ${about}`), account: key(about), network: key(from) };
}

/**
 * Counts a try before it is looked at, on connections apart: a refused or failed request counts too, and tries made
 * at the same time cannot slip through.
 * @throws Refusal 429 with the wait in minutes
 */
export async function limitAttempts(
  tools: Pick<Tools, 'apart'>,
  form: LimitedForm,
  attempt: Attempt,
): Promise<void> {
  const keys = keysOf(attempt);
  for (const scope of scopes) {
    try {
      await limiter(tools.apart.pool, form, scope).consume(keys[scope]);
    } catch (error) {
      if (error instanceof RateLimiterRes) throw tooManyAttempts(Math.ceil(error.msBeforeNext / 1000));
      throw error;
    }
  }
}

/**
 * After a success: the next try of this account from here starts counting anew, and the try counts no more against its
 * network. A class that signs in behind one address is no attack.
 */
export async function forgiveAttempts(
  tools: Pick<Tools, 'apart'>,
  form: LimitedForm,
  attempt: Attempt,
): Promise<void> {
  const keys = keysOf(attempt);
  await limiter(tools.apart.pool, form, 'both').delete(keys.both);
  for (const scope of ['account', 'network'] as const)
    await limiter(tools.apart.pool, form, scope).reward(keys[scope]);
}
