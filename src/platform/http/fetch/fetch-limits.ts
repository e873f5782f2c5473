/** Times in milliseconds, sizes in bytes. */
export interface FetchLimits {
  readonly connectMs: number;
  /** From the request sent to the last header received. */
  readonly headersMs: number;
  /** Longest silence inside a body. */
  readonly idleMs: number;
  /** One attempt, from connection to the last byte: ends bodies that drip for ever. */
  readonly totalMs: number;
  /** Decoded bytes, where the request names no cap of its own. */
  readonly maxBytes: number;
  /** Decoded bytes for each byte received, looked at beyond the first decoded MiB. */
  readonly maxRatio: number;
  readonly maxRedirects: number;
  /** Tries of one request, the first included. */
  readonly attempts: number;
  readonly backoffMs: number;
  readonly maxBackoffMs: number;
  /** A longer Retry-After is not waited for: the failure carries it, so that a job can come back then. */
  readonly maxRetryAfterMs: number;
  /** Pause between two requests to one host. */
  readonly minDelayMs: number;
  readonly maxCrawlDelayMs: number;
}

export const defaultLimits: FetchLimits = {
  connectMs: 10_000,
  headersMs: 30_000,
  idleMs: 30_000,
  totalMs: 15 * 60_000,
  maxBytes: 512 * 1024 * 1024,
  maxRatio: 200,
  maxRedirects: 5,
  attempts: 4,
  backoffMs: 1_000,
  maxBackoffMs: 60_000,
  maxRetryAfterMs: 120_000,
  minDelayMs: 1_000,
  maxCrawlDelayMs: 30_000,
};

/** Waits; rejects with the signal's reason when it is aborted meanwhile. */
export type Sleep = (ms: number, signal?: AbortSignal) => Promise<void>;
