import type { Readable } from 'node:stream';
import type { Clock } from '../../time/clock.ts';
import { allowedEntry, checkAddress, type AllowedHost } from './address-rules.ts';
import { FetchFailed, FetchRefused, toFetchError, type Redirect } from './fetch-errors.ts';
import { defaultLimits, type FetchLimits, type Sleep } from './fetch-limits.ts';
import { machineLookup, type Lookup } from './guarded-lookup.ts';
import { hostLanes, type HostLanes } from './host-lanes.ts';
import { connections, type Connections, type Exchange } from './one-request.ts';
import { type Posted, postOnce, type PostRequest } from './post-once.ts';
import { readRobotsText, type RobotsReading } from './read-robots.ts';
import { memoryRobotsCache, robotsVerdict, type RobotsCache } from './robots.ts';
import { failedStatus, pauseBefore, retryAfter } from './retry.ts';

export interface FetcherOptions {
  /** Hosts that may be private, use any port named, or ignore robots.txt. */
  readonly allowedHosts?: readonly (AllowedHost | string)[];
  /** `Passerelle/1.0 (+https://site.example/robots)`: who we are and where to complain. */
  readonly userAgent: string;
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** 0 to 1, for the jitter of retries. */
  readonly random: () => number;
  readonly limits?: Partial<FetchLimits>;
  readonly robotsCache?: RobotsCache;
  readonly lookup?: Lookup;
}

export interface FetchRequest {
  readonly method?: 'GET' | 'HEAD';
  /** From the last fetch: the answer may then be "not modified". */
  readonly etag?: string;
  readonly lastModified?: string;
  /** Cap on decoded bytes; default limits.maxBytes. */
  readonly maxBytes?: number;
  readonly accept?: string;
  readonly signal?: AbortSignal;
  /** `feed`: an operator asked for this very address, so robots.txt (written for crawlers) is not asked. */
  readonly robots?: 'obey' | 'feed';
  /** Tries, the first included; default limits.attempts. */
  readonly attempts?: number;
}

export interface Fetched {
  /** 200 to 299, or 304. */
  readonly status: number;
  readonly finalUrl: string;
  readonly redirects: readonly Redirect[];
  readonly headers: Readonly<Record<string, string>>;
  readonly contentType?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly notModified: boolean;
  /**
   * Decoded bytes. The host's turn is kept until this stream has ended or is destroyed: read it before fetching
   * from the same host again.
   */
  readonly body: Readable;
}

export interface Fetcher {
  /**
   * Fetches from the public internet, politely.
   * @throws FetchRefused when a rule of ours forbids it (never retried), FetchFailed when it did not succeed:
   *   network, time, or a status that is not 2xx or 304. The body may throw both while it is read.
   */
  fetch(url: string, request?: FetchRequest): Promise<Fetched>;
  /**
   * Hands something to another server once: no redirect, no retry, no turn to wait for; any status is an answer.
   * @throws FetchRefused, FetchFailed when no answer came
   */
  post(url: string, request: PostRequest): Promise<Posted>;
  /**
   * Reads an address, absolute or relative to `base`, without any traffic.
   * @throws FetchRefused when it must not be fetched, as far as its form tells
   */
  check(address: string, base?: string): URL;
  /** Whether an operator vouches for this host; addresses must have passed `checkAddress`. */
  isAllowed(url: string): boolean;
  /** Replaces the hosts that operators allowed while the platform runs, beside those of the configuration. */
  allowHosts(hosts: readonly AllowedHost[]): void;
  readonly limits: FetchLimits;
  /** Ends every connection. */
  close(): Promise<void>;
}

/** What one fetch works with. */
interface Engine {
  readonly options: FetcherOptions;
  allowed: readonly AllowedHost[];
  readonly limits: FetchLimits;
  readonly lanes: HostLanes;
  readonly net: Connections;
  readonly robots: RobotsCache;
}

interface Answer extends Exchange {
  readonly url: URL;
  readonly redirects: readonly Redirect[];
}

/** A fetcher for everything that goes out of this server on a third party's word. */
export function createFetcher(options: FetcherOptions): Fetcher {
  const limits: FetchLimits = { ...defaultLimits, ...options.limits };
  const configured = (options.allowedHosts ?? []).map((entry) =>
    typeof entry === 'string' ? { host: entry } : entry,
  );
  const engine: Engine = {
    options,
    limits,
    allowed: configured,
    lanes: hostLanes(options.clock, options.sleep, limits.minDelayMs),
    net: connections(options.lookup ?? machineLookup, limits),
    robots: options.robotsCache ?? memoryRobotsCache(),
  };
  return {
    limits,
    fetch: (url, request = {}) => fetchWithRetries(engine, url, request),
    post: (url, { headers, ...rest }) =>
      postOnce(engine.net, engine.allowed, url, {
        ...rest,
        headers: { 'user-agent': options.userAgent, ...headers },
      }),
    check: (address, base) =>
      checkAddress(address, engine.allowed, base === undefined ? undefined : new URL(base)),
    isAllowed: (url) => URL.canParse(url) && allowedEntry(new URL(url), engine.allowed) !== undefined,
    allowHosts: (hosts) => {
      engine.allowed = [...configured, ...hosts];
    },
    close: () => engine.net.close(),
  };
}

async function fetchWithRetries(engine: Engine, address: string, request: FetchRequest): Promise<Fetched> {
  const start = checkAddress(address, engine.allowed);
  const attempts = Math.max(1, request.attempts ?? engine.limits.attempts);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return fetched(await followRedirects(engine, start, request), request);
    } catch (thrown) {
      const error = request.signal?.aborted ? aborted(start) : toFetchError(thrown, start);
      if (error instanceof FetchRefused || !error.retryable || attempt >= attempts) throw error;
      const pause = pauseBefore(attempt, error, engine.limits, engine.options.random);
      if (pause === undefined) throw error;
      await engine.options.sleep(pause, request.signal).catch(() => {
        throw aborted(start);
      });
    }
  }
}

async function followRedirects(engine: Engine, start: URL, request: FetchRequest): Promise<Answer> {
  const redirects: Redirect[] = [];
  for (let url = start; ;) {
    const exchange = await politely(engine, url, request);
    const location = isRedirect(exchange.status) ? exchange.headers['location'] : undefined;
    if (location === undefined) return checked(engine, { ...exchange, url, redirects });
    exchange.body.destroy();
    const next = checkAddress(location, engine.allowed, url);
    redirects.push({ status: exchange.status, from: url.href, to: next.href });
    if (redirects.length > engine.limits.maxRedirects)
      throw new FetchRefused(
        'too-many-redirects',
        `"${start.host}" redirects more than ${engine.limits.maxRedirects} times: given up.`,
      );
    url = next;
  }
}

/** One exchange when the host's robots.txt allows it and its turn has come. */
async function politely(engine: Engine, url: URL, request: FetchRequest): Promise<Exchange> {
  const asks = request.robots !== 'feed' && allowedEntry(url, engine.allowed)?.robots !== 'ignore';
  if (asks) await obeyRobots(engine, url, request.signal);
  return turn(engine, url, request);
}

async function obeyRobots(engine: Engine, url: URL, signal: AbortSignal | undefined): Promise<void> {
  const reading: RobotsReading = {
    cache: engine.robots,
    now: engine.options.clock.now().getTime(),
    maxRedirects: engine.limits.maxRedirects,
    check: (location, base) => checkAddress(location, engine.allowed, base),
    get: (address, maxBytes) =>
      turn(engine, address, { maxBytes, accept: 'text/plain', ...(signal && { signal }) }),
  };
  const verdict = robotsVerdict(await readRobotsText(reading, url), url, engine.options.userAgent);
  engine.lanes.slowDown(url.hostname, Math.min(verdict.crawlDelayMs, engine.limits.maxCrawlDelayMs));
  if (!verdict.allowed)
    throw new FetchRefused(
      'robots',
      `The robots.txt of "${url.host}" asks not to fetch ${url.pathname}, or cannot be read just now: not fetched. ` +
        `An operator can allow this host and say that its robots.txt is not asked.`,
    );
}

/** One exchange in the host's turn, which lasts until the body is read or destroyed. */
async function turn(engine: Engine, url: URL, request: FetchRequest): Promise<Exchange> {
  const leave = await engine.lanes.enter(url.hostname, request.signal);
  try {
    const exchange = await engine.net.exchange({
      url,
      method: request.method ?? 'GET',
      headers: requestHeaders(engine.options.userAgent, request),
      maxBytes: request.maxBytes ?? engine.limits.maxBytes,
      guarded: allowedEntry(url, engine.allowed) === undefined,
      ...(request.signal && { signal: request.signal }),
    });
    exchange.body.once('close', leave);
    return exchange;
  } catch (error) {
    leave();
    throw error;
  }
}

function requestHeaders(userAgent: string, request: FetchRequest): Record<string, string> {
  return {
    'user-agent': userAgent,
    accept: request.accept ?? '*/*',
    'accept-encoding': 'gzip, deflate, br',
    ...(request.etag !== undefined && { 'if-none-match': request.etag }),
    ...(request.lastModified !== undefined && { 'if-modified-since': request.lastModified }),
  };
}

/** Statuses that are no success become failures; a host that asks for rest gets it from every later request too. */
function checked(engine: Engine, answer: Answer): Answer {
  if ((answer.status >= 200 && answer.status < 300) || answer.status === 304) return answer;
  answer.body.destroy();
  const retryAfterMs = retryAfter(answer.headers['retry-after'], engine.options.clock.now().getTime());
  if (retryAfterMs !== undefined)
    engine.lanes.rest(answer.url.hostname, Math.min(retryAfterMs, engine.limits.maxRetryAfterMs));
  throw failedStatus(answer.status, answer.url, answer.redirects, retryAfterMs);
}

const keptHeaders = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'date',
  'etag',
  'expires',
  'last-modified',
  'link',
];

function fetched(answer: Answer, request: FetchRequest): Fetched {
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = answer.headers[name];
    if (value !== undefined) headers[name] = value;
  }
  const { 'content-type': contentType, etag, 'last-modified': lastModified } = headers;
  const conditional = request.etag !== undefined || request.lastModified !== undefined;
  return {
    status: answer.status,
    finalUrl: answer.url.href,
    redirects: answer.redirects,
    headers,
    ...(contentType !== undefined && { contentType }),
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
    notModified: conditional && answer.status === 304,
    body: answer.body,
  };
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status);
}

function aborted(url: URL): FetchFailed {
  return new FetchFailed('aborted', `The request to "${url.host}" was given up.`, false);
}
