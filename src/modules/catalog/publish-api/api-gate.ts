import { cors } from 'hono/cors';
import type { AppContext, AppMiddleware } from '../../../platform/http/environment.ts';
import { type Allowance, networkOf, type RateLimit } from '../../../platform/http/rate-limit.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { touchKey } from './partner-keys/keys.queries.ts';
import { partnerOf } from './partner-keys/partner-keys.ts';

/** What one network address may ask in a minute without a key. */
export const anonymousQuota = 120;
/** An export reads the whole catalogue: it counts as so many requests. */
export const exportCost = 20;
const minute = 60;
const anHour = 3_600_000;

/** Any site may read the API from a browser; it is public, and no cookie opens more of it. */
export const openToOthers: AppMiddleware = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'OPTIONS'],
  allowHeaders: ['Authorization', 'If-None-Match'],
  exposeHeaders: ['ETag', 'Link', 'RateLimit', 'RateLimit-Policy', 'Retry-After', 'Content-Disposition'],
  maxAge: 86_400,
});

const tooMany = (wait: number) =>
  new Refusal(429, 'api.too-many-requests', 'catalog.api.refusal.too-many', {
    values: { seconds: wait },
    retryAfter: wait,
  });

/** Knows partners by their key, and counts what everybody asks. */
export function gate(limit: RateLimit): AppMiddleware {
  return async (c, next) => {
    const { client, allowance } = await clientOf(c);
    const cost = c.var.path.startsWith('/api/v1/exports/') ? exportCost : 1;
    const taken = limit.take(client, allowance, cost, c.var.actor.now);
    c.header('RateLimit-Policy', `"${allowance.name}";q=${allowance.quota};w=${allowance.seconds}`);
    c.header('RateLimit', `"${allowance.name}";r=${taken.left};t=${taken.resetsIn}`);
    if (!taken.allowed) throw tooMany(taken.resetsIn);
    await next();
  };
}

async function clientOf(c: AppContext): Promise<{ client: string; allowance: Allowance }> {
  const key = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  const { actor, db } = c.var;
  if (key === undefined) {
    const allowance = { name: 'anonymous', quota: anonymousQuota, seconds: minute };
    return { client: `network ${networkOf(actor.address)}`, allowance };
  }
  const partner = await partnerOf(db, key);
  c.set('actor', { ...actor, kind: 'partner', id: partner.id, name: partner.name, roles: [] });
  const anHourAgo = new Date(actor.now.getTime() - anHour);
  if (partner.lastUsedAt === null || partner.lastUsedAt < anHourAgo) {
    await touchKey(c.var.apart, partner.id, actor.now, anHourAgo);
  }
  return {
    client: `key ${partner.id}`,
    allowance: { name: 'key', quota: partner.requestsAMinute, seconds: minute },
  };
}
