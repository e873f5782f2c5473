import robotsModule from 'robots-parser';

/** What is remembered of one origin's robots.txt. */
export interface RobotsEntry {
  readonly rules: 'text' | 'allow-all' | 'disallow-all';
  /** The file, where rules is `text`. */
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Where robots.txt files are remembered: in memory, or a table when several processes fetch. */
export interface RobotsCache {
  get(origin: string): Promise<RobotsEntry | undefined>;
  set(origin: string, entry: RobotsEntry): Promise<void>;
}

export interface RobotsVerdict {
  readonly allowed: boolean;
  /** Pause that the site asks for between two requests. */
  readonly crawlDelayMs: number;
}

/** RFC 9309 asks readers to take at least 500 KiB; what stands behind is not read. */
export const robotsMaxBytes = 512 * 1024;
const day = 24 * 60 * 60_000;
const hour = 60 * 60_000;

interface Robot {
  isAllowed(url: string, ua?: string): boolean | undefined;
  getCrawlDelay(ua?: string): number | undefined;
}
// The package is CommonJS and its types describe another shape than the one Node gives.
const parseRobots = robotsModule as unknown as (url: string, text: string) => Robot;

/** A cache for one process, of a bounded number of origins (the oldest are forgotten). */
export function memoryRobotsCache(size = 2_000): RobotsCache {
  const entries = new Map<string, RobotsEntry>();
  return {
    get: (origin) => Promise.resolve(entries.get(origin)),
    set: (origin, entry) => {
      entries.delete(origin);
      entries.set(origin, entry);
      const oldest = entries.size > size ? entries.keys().next().value : undefined;
      if (oldest !== undefined) entries.delete(oldest);
      return Promise.resolve();
    },
  };
}

/**
 * What an answer for /robots.txt means (RFC 9309, 2.3.1): rules for a day; a site without the file allows
 * everything; a site in trouble is left alone for an hour.
 * @param status 0 when the file exists but cannot be had (redirected in circles or to where we do not go)
 */
export function robotsEntry(status: number, text: string, now: number): RobotsEntry {
  if (status >= 200 && status < 300) return { rules: 'text', text, expiresAt: now + day };
  const inTrouble = status >= 500 || status === 429;
  return inTrouble
    ? { rules: 'disallow-all', text: '', expiresAt: now + hour }
    : { rules: 'allow-all', text: '', expiresAt: now + day };
}

/** Whether the rules let this user agent (its product name, before the slash) fetch this address. */
export function robotsVerdict(entry: RobotsEntry, url: URL, userAgent: string): RobotsVerdict {
  if (entry.rules !== 'text') return { allowed: entry.rules === 'allow-all', crawlDelayMs: 0 };
  const robot = parseRobots(new URL('/robots.txt', url).href, entry.text);
  const delay = robot.getCrawlDelay(userAgent);
  return {
    allowed: robot.isAllowed(url.href, userAgent) !== false,
    crawlDelayMs: delay !== undefined && Number.isFinite(delay) && delay > 0 ? delay * 1000 : 0,
  };
}
