import { createHash } from 'node:crypto';
import type { z } from '@hono/zod-openapi';
import type { AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { queryString } from '../../../platform/http/site.ts';

/** Asked again within a minute, caches may answer; afterwards they ask with If-None-Match. */
const fresh = 'public, max-age=60';

/**
 * Answers 200 with JSON of the endpoint's schema, compressed and validated; 304 when the client has it already.
 * Returns a Response; its type says `never` because the body was checked here, against the schema itself.
 */
export function reply<S extends z.ZodType>(c: AppContext, _schema: S, body: z.input<S>): never {
  return respond(c, JSON.stringify(body), 'application/json; charset=utf-8', 200, fresh) as never;
}

/** A validator out of all that an answer depends on. */
export const weakTag = (state: string): string =>
  `W/"${createHash('sha1').update(state).digest('base64url')}"`;

/** Names the answer's version; true when the client has that version already. */
export function isUnchanged(c: AppContext, etag: string): boolean {
  c.header('ETag', etag);
  return c.req.header('if-none-match')?.split(/,\s*/).includes(etag) ?? false;
}

/** Address of the same list from a cursor on; also said in a Link header (RFC 8288). */
export function nextLink(c: AppContext, cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const query: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(c.req.queries()))
    if (name !== 'cursor' && name !== 'from') query[name] = values;
  const address = c.var.site.baseUrl + c.var.path + queryString({ ...query, cursor });
  c.header('Link', `<${address}>; rel="next"`, { append: true });
  return address;
}

/** A page of `most` rows out of `most + 1` that were asked for, and whether there is more. */
export function pageOfRows<T>(rows: readonly T[], most: number): { rows: readonly T[]; last: T | undefined } {
  return rows.length > most ? { rows: rows.slice(0, most), last: rows[most - 1] } : { rows, last: undefined };
}
