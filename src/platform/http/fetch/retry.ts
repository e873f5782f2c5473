import { FetchFailed, type Redirect } from './fetch-errors.ts';
import type { FetchLimits } from './fetch-limits.ts';

/**
 * Milliseconds to wait before the try that follows `attempt`: doubling, with jitter, or what the other side asked
 * for when that is longer. Undefined: it asked for more than we wait.
 */
export function pauseBefore(
  attempt: number,
  error: FetchFailed,
  limits: FetchLimits,
  random: () => number,
): number | undefined {
  const asked = error.facts.retryAfterMs ?? 0;
  if (asked > limits.maxRetryAfterMs) return undefined;
  const doubled = Math.min(limits.maxBackoffMs, limits.backoffMs * 2 ** (attempt - 1));
  return Math.max(asked, Math.round(doubled * (0.5 + random() / 2)));
}

/** A Retry-After header, seconds or an HTTP date, in milliseconds from now; undefined when absent or unreadable. */
export function retryAfter(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}

/** The failure that a status stands for; 429 and passing server errors may be tried again. */
export function failedStatus(
  status: number,
  url: URL,
  redirects: readonly Redirect[],
  retryAfterMs: number | undefined,
): FetchFailed {
  const retryable = status === 429 || [500, 502, 503, 504].includes(status);
  const facts = {
    status,
    finalUrl: url.href,
    redirects,
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
  return new FetchFailed(
    `http-${status}`,
    `"${url.host}" answered ${status}${meaning(status)}.`,
    retryable,
    facts,
  );
}

function meaning(status: number): string {
  if (status === 404) return ' (not found): check the address';
  if (status === 410) return ' (gone)';
  if (status === 401 || status === 403) return ' (access refused): the address may need an account';
  if (status === 429) return ' (too many requests): try again later';
  if (status >= 500) return ' (a fault on its side): try again later';
  return '';
}
