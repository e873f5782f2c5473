import { buffer, text } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { RequestListener } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fetcher, FetchRequest } from './guarded-fetch.ts';
import {
  localServer,
  testFetcher,
  testTime,
  type LocalServer,
  type TestTime,
} from './testing/local-server.ts';

let time: TestTime;
const closing: { close(): Promise<void> }[] = [];

beforeEach(() => {
  time = testTime();
});
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = await localServer(listener);
  closing.push(server);
  return server;
}

function fetcherFor(
  servers: readonly LocalServer[],
  options: Parameters<typeof testFetcher>[2] = {},
): Fetcher {
  const fetcher = testFetcher(servers, time, options);
  closing.push(fetcher);
  return fetcher;
}

/** Fetches and reads to the end; rejects with the error of either. */
async function read(fetcher: Fetcher, url: string, request: FetchRequest = {}): Promise<string> {
  return text((await fetcher.fetch(url, request)).body);
}

function codeOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'no error',
    (error: { code?: string }) => error.code ?? String(error),
  );
}

describe('what is fetched', () => {
  it('gives status, kept headers and body, and sends who we are and no cookie', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('set-cookie', 'a=1');
      response.setHeader('etag', '"v1"');
      response.setHeader('content-type', 'text/xml');
      response.end('<feed/>');
    });
    const fetcher = fetcherFor([server]);
    const answer = await fetcher.fetch(`${server.origin}/feed#part`);
    expect(await text(answer.body)).toBe('<feed/>');
    await read(fetcher, `${server.origin}/feed`);
    expect(answer).toMatchObject({ status: 200, etag: '"v1"', contentType: 'text/xml', notModified: false });
    expect(answer.finalUrl).toBe(`${server.origin}/feed`);
    expect(answer.headers).not.toHaveProperty('set-cookie');
    expect(server.asked[1]?.headers.cookie).toBeUndefined();
    expect(server.asked[0]?.headers['user-agent']).toContain('Passerelle/1.0');
  });

  it('asks conditionally and says when nothing changed', async () => {
    const server = await serve((request, response) => {
      response.statusCode = request.headers['if-none-match'] === '"v1"' ? 304 : 200;
      response.end();
    });
    const answer = await fetcherFor([server]).fetch(server.origin, { etag: '"v1"', lastModified: 'x' });
    expect(answer).toMatchObject({ status: 304, notModified: true });
    expect(server.asked[0]?.headers['if-modified-since']).toBe('x');
    expect(await text(answer.body)).toBe('');
  });

  const unpacked = 'élan '.repeat(5_000);
  it.each([
    ['gzip', gzipSync(unpacked)],
    ['deflate', deflateSync(unpacked)],
    ['deflate', deflateRawSync(unpacked)],
    ['br', brotliCompressSync(unpacked)],
    ['gzip, br', brotliCompressSync(gzipSync(unpacked))],
    ['identity', Buffer.from(unpacked)],
  ])('unpacks %s', async (encoding, bytes) => {
    const server = await serve((_request, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(bytes);
    });
    expect(await read(fetcherFor([server]), server.origin)).toBe(unpacked);
  });

  it('asks for the head only', async () => {
    const server = await serve((_request, response) => response.setHeader('content-length', 10 ** 9).end());
    const answer = await fetcherFor([server]).fetch(server.origin, { method: 'HEAD', maxBytes: 10 });
    expect(await text(answer.body)).toBe('');
    expect(answer.headers['content-length']).toBe('1000000000');
  });
});

describe('what is refused', () => {
  it('an address inside the house, without one connection', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    expect(await codeOf(read(fetcherFor([]), `http://127.0.0.1:${server.port}/`))).toBe('bad-port');
    expect(await codeOf(read(fetcherFor([]), 'http://127.0.0.1/'))).toBe('private-address');
    expect(server.connections()).toBe(0);
    expect(time.slept).toEqual([]);
  });

  it('a public name whose address is inside, without one connection and without a retry', async () => {
    let looked = 0;
    const lookup = (): Promise<string[]> => {
      looked += 1;
      return Promise.resolve(['93.184.216.34', '127.0.0.1']);
    };
    const promise = read(fetcherFor([], { lookup }), 'http://rebind.example.org/', { robots: 'feed' });
    await expect(promise).rejects.toThrow(
      '"rebind.example.org", at 127.0.0.1, is not on the public internet: not fetched. An operator can allow this host.',
    );
    expect(looked).toBe(1);
  });

  it('a name that turns private after its first answer (rebinding)', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const answers = [['203.0.113.9'], ['127.0.0.1'], ['::ffff:127.0.0.1'], ['::1']];
    for (const addresses of answers) {
      const fetcher = fetcherFor([], { lookup: () => Promise.resolve(addresses) });
      expect(await codeOf(read(fetcher, `http://rebind.example.org:8080/`, { robots: 'feed' }))).toBe(
        'private-address',
      );
    }
    expect(server.connections()).toBe(0);
  });

  it('connects to the very address that the resolver gave', async () => {
    const server = await serve((request, response) => response.end(request.headers.host));
    const host = `feeds.intranet:${server.port}`;
    let looked = 0;
    const lookup = (name: string): Promise<string[]> => {
      looked += 1;
      return Promise.resolve(name === 'feeds.intranet' ? ['127.0.0.1'] : []);
    };
    const fetcher = fetcherFor([], { lookup, allowedHosts: [{ host, robots: 'ignore' }] });
    expect(await read(fetcher, `http://${host}/`)).toBe(host);
    expect(looked).toBe(1);
  });

  it.each([
    ['http://169.254.169.254/latest/', 'private-address'],
    ['http://127.0.0.1:1/', 'bad-port'],
    ['http://2130706433/', 'private-address'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['//localhost/', 'private-name'],
    ['http://user:pw@example.org/', 'credentials'],
    ['http://[bad', 'bad-address'],
  ])('a redirect to %s', async (location, code) => {
    const server = await serve((request, response) => {
      const next = request.url === '/' ? '/second' : location;
      response.writeHead(302, { location: next }).end();
    });
    expect(await codeOf(read(fetcherFor([server]), `${server.origin}/`))).toBe(code);
    expect(server.asked).toHaveLength(2);
  });

  it('a redirect from an allowed host to a host that is not', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: inside.origin }).end(),
    );
    expect(await codeOf(read(fetcherFor([server]), server.origin))).toBe('bad-port');
    expect(inside.connections()).toBe(0);
  });

  it('more than five redirects', async () => {
    const server = await serve((request, response) =>
      response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    );
    expect(await codeOf(read(fetcherFor([server]), `${server.origin}/1`))).toBe('too-many-redirects');
    expect(server.asked).toHaveLength(6);
  });

  it('a body that never ends, one that says it is long, and one that hides its size', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/announced')
        return void response.setHeader('content-length', 5000).end('x'.repeat(5000));
      if (request.url === '/packed')
        return void response.setHeader('content-encoding', 'gzip').end(gzipSync('x'.repeat(5000)));
      const more = (): void => {
        while (response.write('x'.repeat(1000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const fetcher = fetcherFor([server]);
    for (const path of ['endless', 'announced', 'packed']) {
      const reading = read(fetcher, `${server.origin}/${path}`, { maxBytes: 4000 });
      await expect(reading).rejects.toThrow(/is larger than 4000 bytes/);
    }
  });

  it('a bomb, before it has grown', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(20 * 1024 * 1024)));
    });
    const answer = await fetcherFor([server]).fetch(server.origin);
    let bytes = 0;
    const reading = (async () => {
      for await (const chunk of answer.body as AsyncIterable<Buffer>) bytes += chunk.length;
    })();
    expect(await codeOf(reading)).toBe('too-dense');
    expect(bytes).toBeLessThan(5 * 1024 * 1024);
  });
});

describe('what fails', () => {
  it('says which status, and does not retry what will not change', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end('gone'));
    await expect(read(fetcherFor([server]), server.origin)).rejects.toMatchObject({
      code: 'http-404',
      facts: { status: 404, redirects: [] },
      message: `"${server.host}" answered 404 (not found): check the address.`,
    });
    expect(server.asked).toHaveLength(1);
  });

  it('a name without address, not retried; a resolver in trouble, retried', async () => {
    const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    const gone = fetcherFor([], { lookup: failing('ENOTFOUND') });
    expect(await codeOf(read(gone, 'http://no.example.org/', { robots: 'feed' }))).toBe('dns');
    expect(time.slept).toEqual([]);
    const trouble = fetcherFor([], { lookup: failing('EAI_AGAIN') });
    expect(await codeOf(read(trouble, 'http://no.example.org/', { robots: 'feed', attempts: 2 }))).toBe(
      'dns',
    );
    expect(time.slept.length).toBeGreaterThan(0);
  });

  it('a refused connection', async () => {
    const server = await localServer(() => undefined);
    await server.close();
    expect(await codeOf(read(fetcherFor([server]), server.origin, { attempts: 1 }))).toBe('connect');
  });

  it('headers that do not come, and a body that drips', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/silent') return;
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const fetcher = fetcherFor([server], { limits: { headersMs: 30, totalMs: 90, idleMs: 50 } });
    expect(await codeOf(read(fetcher, `${server.origin}/silent`, { attempts: 1 }))).toBe('timeout');
    expect(await codeOf(read(fetcher, `${server.origin}/drip`, { attempts: 1 }))).toBe('timeout');
  });

  it('a body that is silent half way', async () => {
    const server = await serve((_request, response) => void response.write('half'));
    const fetcher = fetcherFor([server], { limits: { idleMs: 30 } });
    expect(await codeOf(read(fetcher, server.origin))).toBe('timeout');
  });

  it('a body shorter than it said', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-length', 100).write('short', () => response.destroy());
    });
    expect(await codeOf(read(fetcherFor([server]), server.origin))).toBe('broken-off');
  });

  it('a body that is not packed as it says', async () => {
    const server = await serve((request, response) => {
      const encoding = request.url === '/unknown' ? 'compress' : 'gzip';
      response.setHeader('content-encoding', encoding).end('this is not packed');
    });
    const fetcher = fetcherFor([server]);
    expect(await codeOf(read(fetcher, server.origin))).toBe('bad-encoding');
    expect(await codeOf(read(fetcher, `${server.origin}/unknown`))).toBe('bad-encoding');
  });

  it('a packed body cut off', async () => {
    const server = await serve((_request, response) => {
      const bytes = gzipSync('a long text '.repeat(1000));
      response.setHeader('content-encoding', 'gzip').end(bytes.subarray(0, 50));
    });
    expect(await codeOf(read(fetcherFor([server]), server.origin))).toBe('bad-encoding');
  });

  it('stops when the caller does, before and during', async () => {
    const server = await serve((_request, response) => void response.write('half'));
    const fetcher = fetcherFor([server]);
    expect(await codeOf(read(fetcher, server.origin, { signal: AbortSignal.abort() }))).toBe('aborted');
    const controller = new AbortController();
    const answer = await fetcher.fetch(server.origin, { signal: controller.signal });
    const reading = buffer(answer.body);
    controller.abort();
    expect(await codeOf(reading)).toBe('aborted');
  });
});

describe('trying again', () => {
  it('waits twice as long each time, with jitter, and gives the answer that comes', async () => {
    let count = 0;
    const server = await serve((_request, response) => {
      count += 1;
      response.writeHead(count < 4 ? 503 : 200).end('at last');
    });
    const fetcher = fetcherFor([server], { random: () => 0.5, limits: { minDelayMs: 0 } });
    expect(await read(fetcher, server.origin)).toBe('at last');
    expect(time.slept).toEqual([750, 1500, 3000]);
  });

  it('gives up after the tries that it has', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end());
    expect(await codeOf(read(fetcherFor([server]), server.origin, { attempts: 3 }))).toBe('http-500');
    expect(server.asked).toHaveLength(3);
  });

  it.each([
    ['7', 7_000],
    [new Date(Date.UTC(2026, 11, 1) + 9_000).toUTCString(), 9_000],
  ])('waits as long as asked: Retry-After %s', async (value, expected) => {
    const server = await serve((_request, response) => {
      response.writeHead(server.asked.length === 1 ? 429 : 200, { 'retry-after': value }).end('ok');
    });
    expect(await read(fetcherFor([server], { limits: { minDelayMs: 0 } }), server.origin)).toBe('ok');
    expect(time.slept).toEqual([expected]);
  });

  it('does not wait for hours, and says when to come back', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': '7200' }).end(),
    );
    await expect(read(fetcherFor([server]), server.origin)).rejects.toMatchObject({
      code: 'http-429',
      facts: { retryAfterMs: 7_200_000 },
    });
    expect(time.slept).toEqual([]);
  });

  it('tries a broken connection again', async () => {
    const server = await serve((request, response) => {
      if (server.asked.length === 1) request.socket.destroy();
      else response.end('ok');
    });
    expect(await read(fetcherFor([server]), server.origin)).toBe('ok');
  });
});
