import type { Clock } from '../../time/clock.ts';
import type { Sleep } from './fetch-limits.ts';

interface Lane {
  tail: Promise<void>;
  waiting: number;
  /** No request before this moment. */
  readyAt: number;
  /** Pause that the host's robots.txt asks for. */
  crawlDelay: number;
}

/** At most one request at a time to a host, with a pause between two. */
export interface HostLanes {
  /** Waits for the host's turn; the returned function gives it back (calling it twice is harmless). */
  enter(host: string, signal?: AbortSignal): Promise<() => void>;
  /** The host asks for a longer pause between requests. */
  slowDown(host: string, delayMs: number): void;
  /** The host asks to be left alone for a while. */
  rest(host: string, ms: number): void;
}

/** Longer than any pause that is kept to: a lane that rested for this long says nothing any more. */
const forgetAfterMs = 10 * 60_000;

export function hostLanes(clock: Clock, sleep: Sleep, minDelayMs: number): HostLanes {
  const now = (): number => clock.now().getTime();
  const lanes = new Map<string, Lane>();
  const laneOf = (host: string): Lane => {
    if (lanes.size > 10_000) forgetIdle(lanes, now());
    const lane = lanes.get(host) ?? { tail: Promise.resolve(), waiting: 0, readyAt: 0, crawlDelay: 0 };
    lanes.set(host, lane);
    return lane;
  };
  return {
    async enter(host, signal) {
      const lane = laneOf(host);
      const before = lane.tail;
      const turn = Promise.withResolvers<void>();
      lane.tail = turn.promise;
      lane.waiting += 1;
      let left = false;
      const leave = (used: boolean): void => {
        if (left) return;
        left = true;
        lane.waiting -= 1;
        const pause = Math.max(minDelayMs, lane.crawlDelay);
        if (used) lane.readyAt = Math.max(lane.readyAt, now() + pause);
        turn.resolve();
      };
      try {
        await untilAborted(before, signal);
        const wait = lane.readyAt - now();
        if (wait > 0) await sleep(wait, signal);
        signal?.throwIfAborted();
      } catch (error) {
        // Whoever gave up while waiting still stands in the line: the next one goes on when its turn comes.
        void before.then(() => leave(false));
        throw error;
      }
      return () => leave(true);
    },
    slowDown(host, delayMs) {
      laneOf(host).crawlDelay = delayMs;
    },
    rest(host, ms) {
      const lane = laneOf(host);
      lane.readyAt = Math.max(lane.readyAt, now() + ms);
    },
  };
}

function forgetIdle(lanes: Map<string, Lane>, now: number): void {
  for (const [host, lane] of lanes)
    if (lane.waiting === 0 && lane.readyAt + forgetAfterMs < now) lanes.delete(host);
}

async function untilAborted(promise: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return promise;
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const onAbort = (): void => aborted.reject(signal.reason);
  signal.addEventListener('abort', onAbort);
  try {
    await Promise.race([promise, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
