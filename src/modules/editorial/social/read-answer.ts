import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Posted } from '../../../platform/http/fetch/post-once.ts';
import { z } from 'zod';
import type { Sent } from './network.ts';

type Failed = Exclude<Sent, { outcome: 'sent' }>;

const longestWait = 6 * 3_600_000;

/** What a failing status means, the same on every network. */
export function failedAnswer({ status, headers, text }: Posted, now: Date): Failed {
  const answer = sentenceIn(text) || `HTTP ${status}`;
  if (status === 429) {
    const afterMs = Math.min(longestWait, waitOf(headers['retry-after'], now) ?? 15 * 60_000);
    return { outcome: 'later', status, afterMs, answer };
  }
  if (status >= 500 || status === 408) return { outcome: 'unknown', status, answer };
  return { outcome: 'refused', status, answer };
}

/** What no answer at all means: a refused connection carried nothing; anything later may have. */
export function failedRequest(error: unknown): Failed {
  if (error instanceof FetchRefused) return { outcome: 'refused', answer: error.message };
  if (!(error instanceof FetchFailed)) throw error;
  const neverLeft = error.code === 'dns' || error.code === 'connect' || error.code === 'tls';
  return { outcome: neverLeft ? 'later' : 'unknown', answer: error.message };
}

/** Retry-After: seconds, or a date. */
function waitOf(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d+$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}

const said = z.looseObject({ error: z.string().optional(), message: z.string().optional() });

/** The sentence that an API sends with a failure. */
function sentenceIn(text: string): string {
  const parsed = said.safeParse(jsonOf(text));
  const { error, message } = parsed.success ? parsed.data : {};
  return [error, message].filter(Boolean).join(': ').slice(0, 300);
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
