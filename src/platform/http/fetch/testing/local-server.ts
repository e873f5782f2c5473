import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Clock } from '../../../time/clock.ts';
import { createFetcher, type Fetcher, type FetcherOptions } from '../guarded-fetch.ts';

/** A real server on 127.0.0.1, for tests. */
export interface LocalServer {
  readonly port: number;
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  /** What was asked, in order. */
  readonly asked: IncomingMessage[];
  /** Connections ever accepted. */
  connections(): number;
  close(): Promise<void>;
}

export async function localServer(listener: RequestListener): Promise<LocalServer> {
  const asked: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let accepted = 0;
  const server: Server = createServer((request, response) => {
    asked.push(request);
    listener(request, response);
  });
  server.on('connection', (socket) => {
    accepted += 1;
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    host: `127.0.0.1:${port}`,
    origin: `http://127.0.0.1:${port}`,
    asked,
    connections: () => accepted,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** A clock that only sleeping moves, and what was slept. */
export interface TestTime {
  readonly slept: number[];
  readonly clock: Clock;
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Lets time pass. */
  pass(ms: number): void;
}

export function testTime(start = Date.UTC(2026, 11, 1)): TestTime {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    clock: { now: () => new Date(now) },
    sleep: (ms, signal) => {
      signal?.throwIfAborted();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    pass: (ms) => {
      now += ms;
    },
  };
}

/** A fetcher whose waiting takes no time; robots.txt of the servers is not asked unless said otherwise. */
export function testFetcher(
  servers: readonly LocalServer[],
  time: TestTime,
  options: Partial<FetcherOptions> = {},
): Fetcher {
  return createFetcher({
    allowedHosts: servers.map(({ host }) => ({ host, robots: 'ignore' })),
    userAgent: 'Passerelle/1.0 (+https://passerelle.example/robots)',
    clock: time.clock,
    sleep: time.sleep,
    random: () => 1,
    ...options,
    limits: { connectMs: 1000, headersMs: 500, idleMs: 500, totalMs: 1000, ...options.limits },
  });
}
