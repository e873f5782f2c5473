import type pg from 'pg';
import { cpuSoFar } from './cpu.ts';
import { type Ask, load } from './load.ts';
import type { Running } from './processes.ts';
import { median, quantile, tidy } from './quantiles.ts';

export interface Measured {
  /** Requests a second; median of the rounds. */
  readonly perSecond: number;
  /** Milliseconds of user and system time a request, of Node and its database backends together. */
  readonly cpu: number;
  readonly p50: number;
  readonly p95: number;
}

export interface Rival {
  readonly running: Running;
  readonly ask: (n: number) => Ask;
}

export interface Rounds {
  readonly rounds: number;
  readonly requests: number;
  readonly connections: number;
}

/** Measures rivals in turn, so that what else the machine does meets all of them. @throws Error when an answer is none */
export async function compare(
  rivals: readonly Rival[],
  pool: pg.Pool,
  { rounds, requests, connections }: Rounds,
): Promise<Measured[]> {
  const taken = rivals.map(() => [] as Measured[]);
  for (const { running, ask } of rivals) await load(running.port, { count: 200, connections, ask });
  for (let round = 0; round < rounds; round += 1)
    for (const [at, rival] of rivals.entries())
      taken[at]?.push(await once(rival, pool, { requests, connections, from: round * requests }));
  return taken.map((samples) => ({
    perSecond: tidy(median(samples.map((each) => each.perSecond))),
    cpu: tidy(median(samples.map((each) => each.cpu))),
    p50: tidy(median(samples.map((each) => each.p50))),
    p95: tidy(median(samples.map((each) => each.p95))),
  }));
}

async function once(
  { running, ask }: Rival,
  pool: pg.Pool,
  { requests, connections, from }: { requests: number; connections: number; from: number },
): Promise<Measured> {
  const before = await cpuSoFar(running, pool);
  const { perSecond, latencies, failures } = await load(running.port, {
    count: requests,
    connections,
    ask: (n) => ask(from + n),
  });
  if (failures.length > 0) throw new Error(`${failures.length} of ${requests} failed, as ${failures[0]}`);
  return {
    perSecond,
    cpu: ((await cpuSoFar(running, pool)) - before) / requests,
    p50: quantile(latencies, 0.5),
    p95: quantile(latencies, 0.95),
  };
}
