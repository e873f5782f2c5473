import { Agent, request } from 'node:http';

/** One request of somebody. */
export interface Ask {
  readonly path: string;
  readonly cookie?: string;
  /** Posted as a form when it is there. */
  readonly form?: string;
}

export interface Loaded {
  readonly perSecond: number;
  /** Milliseconds, one a request. */
  readonly latencies: readonly number[];
  readonly failures: readonly string[];
}

/** Sends `count` requests from so many connections at once; `ask` says what the n-th is. Compressed, as browsers do. */
export async function load(
  port: number,
  { count, connections, ask, accepts = [200, 303] }: LoadOrder,
): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const latencies: number[] = [];
  const failures: string[] = [];
  let next = 0;
  const visitor = async () => {
    while (next < count) {
      const mine = ask((next += 1) - 1);
      const began = performance.now();
      const status = await send(agent, port, mine).catch((error: unknown) => String(error));
      latencies.push(performance.now() - began);
      if (typeof status === 'string' || !accepts.includes(status)) failures.push(`${mine.path}: ${status}`);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, visitor));
  const seconds = (performance.now() - began) / 1000;
  agent.destroy();
  return { perSecond: count / seconds, latencies, failures };
}

export interface LoadOrder {
  readonly count: number;
  readonly connections: number;
  readonly ask: (n: number) => Ask;
  readonly accepts?: readonly number[];
}

/** Milliseconds after which nobody waits any longer for an answer. */
const patience = 30_000;

/** The status of the answer, read to its end; 401 for being sent to sign in. Fails when the answer breaks off in between. */
export function send(agent: Agent, port: number, { path, cookie, form }: Ask): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': 'br',
      ...(cookie !== undefined && { cookie }),
      ...(form !== undefined && {
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': String(Buffer.byteLength(form)),
        origin: `http://127.0.0.1:${port}`,
        'sec-fetch-site': 'same-origin',
      }),
    };
    const method = form === undefined ? 'GET' : 'POST';
    const sent = request({ agent, port, host: '127.0.0.1', path, method, headers }, (response) => {
      const signIn = response.headers.location?.includes('/sign-in') === true;
      // a server that is killed between head and body ends the answer without an end: only the response says so
      response.on('error', reject);
      response.on('end', () => resolve(signIn ? 401 : (response.statusCode ?? 0))).resume();
    });
    sent.on('error', reject);
    sent.setTimeout(patience, () => sent.destroy(new Error(`no answer within ${patience} ms`)));
    sent.end(form);
  });
}
