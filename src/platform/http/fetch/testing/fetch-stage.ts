import type { RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach } from 'vitest';
import type { Fetcher, FetcherOptions, FetchRequest } from '../guarded-fetch.ts';
import { localServer, testFetcher, testTime, type LocalServer, type TestTime } from './local-server.ts';

/** Servers and fetchers of one test, closed after it. */
export interface FetchStage {
  /** Of the running test. */
  time(): TestTime;
  serve(listener: RequestListener): Promise<LocalServer>;
  /** May fetch from these servers, and does not ask for their robots.txt. */
  fetcherFor(servers: readonly LocalServer[], options?: Partial<FetcherOptions>): Fetcher;
}

/** Call once at the top of a test file. */
export function fetchStage(): FetchStage {
  const closing: { close(): Promise<void> }[] = [];
  let time = testTime();
  beforeEach(() => {
    time = testTime();
  });
  afterEach(async () => {
    await Promise.all(closing.splice(0).map((one) => one.close()));
  });
  return {
    time: () => time,
    async serve(listener) {
      const server = await localServer(listener);
      closing.push(server);
      return server;
    },
    fetcherFor(servers, options = {}) {
      const fetcher = testFetcher(servers, time, options);
      closing.push(fetcher);
      return fetcher;
    },
  };
}

/** Fetches and reads to the end; rejects with the error of either. */
export async function readAll(fetcher: Fetcher, url: string, request: FetchRequest = {}): Promise<string> {
  return text((await fetcher.fetch(url, request)).body);
}

/** The code of the error that something ends with. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no error';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : `no code: ${String(error)}`;
  }
}
