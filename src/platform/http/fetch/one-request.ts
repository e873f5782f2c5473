import { Readable } from 'node:stream';
import { Agent, request } from 'undici';
import { decodeBody, tooLarge } from './decode-body.ts';
import { FetchFailed, toFetchError } from './fetch-errors.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { socketLookup, type Lookup } from './guarded-lookup.ts';

/** One exchange with one server: no redirect followed, no retry. */
export interface Exchange {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Decoded; destroy it when it is not read to its end. */
  readonly body: Readable;
}

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array | string;
  readonly maxBytes: number;
  /** False for a host that an operator allows: its name may lead anywhere. */
  readonly guarded: boolean;
  readonly signal?: AbortSignal;
}

export interface Connections {
  exchange(request: ExchangeRequest): Promise<Exchange>;
  close(): Promise<void>;
}

/** Connections with the guard built into the resolver; one set for public hosts, one for allowed ones. */
export function connections(lookup: Lookup, limits: FetchLimits): Connections {
  const agent = (guarded: boolean): Agent =>
    new Agent({
      connect: { lookup: socketLookup(lookup, guarded), timeout: limits.connectMs },
      allowH2: false,
      headersTimeout: limits.headersMs,
      bodyTimeout: limits.idleMs,
      keepAliveTimeout: 4_000,
      keepAliveMaxTimeout: 10_000,
    });
  const agents = { guarded: agent(true), open: agent(false) };
  return {
    exchange: (asked) => exchange(asked.guarded ? agents.guarded : agents.open, asked, limits),
    async close() {
      await Promise.all([agents.guarded.destroy(), agents.open.destroy()]);
    },
  };
}

async function exchange(agent: Agent, asked: ExchangeRequest, limits: FetchLimits): Promise<Exchange> {
  const { url } = asked;
  const timer = totalTimer(url, limits.totalMs);
  const signal = asked.signal ? AbortSignal.any([asked.signal, timer.signal]) : timer.signal;
  try {
    const { method, headers, body: sent = null } = asked;
    const answer = await request(url, { dispatcher: agent, method, headers, body: sent, signal });
    const facts = flatten(answer.headers);
    const body = readableBody(answer.body, facts, asked, limits, signal);
    body.once('close', timer.stop);
    return { status: answer.statusCode, headers: facts, body };
  } catch (error) {
    timer.stop();
    throw toFetchError(error, url);
  }
}

function readableBody(
  raw: Readable,
  headers: Readonly<Record<string, string>>,
  asked: ExchangeRequest,
  limits: FetchLimits,
  signal: AbortSignal,
): Readable {
  const { url, maxBytes, method } = asked;
  const caps = { maxBytes, maxRatio: limits.maxRatio };
  const encoding = method === 'HEAD' ? '' : (headers['content-encoding'] ?? '');
  const announced = method === 'HEAD' ? 0 : Number(headers['content-length'] ?? 0);
  const body = Readable.from(
    (async function* (): AsyncGenerator<Buffer> {
      try {
        if (announced > maxBytes) throw tooLarge(url.host, maxBytes);
        yield* decodeBody(raw, encoding, caps, url.host);
      } catch (error) {
        throw toFetchError(error, url);
      }
    })(),
    { objectMode: false },
  );
  // A body that nobody reads must still end when its time is over; unread errors are nobody's.
  const onAbort = (): void => void body.destroy(toFetchError(signal.reason, url));
  signal.addEventListener('abort', onAbort, { once: true });
  raw.on('error', () => undefined);
  body.on('error', () => undefined);
  body.once('close', () => {
    signal.removeEventListener('abort', onAbort);
    raw.destroy();
  });
  return body;
}

function totalTimer(url: URL, ms: number): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const sentence = `"${url.host}" took longer than ${Math.round(ms / 1000)} s for one answer: given up.`;
  const timer = setTimeout(() => controller.abort(new FetchFailed('timeout', sentence, true)), ms);
  return { signal: controller.signal, stop: () => clearTimeout(timer) };
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  return flat;
}
