import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, fetchStage, readAll } from './testing/fetch-stage.ts';
import { localServer } from './testing/local-server.ts';

const { time, serve, fetcherFor } = fetchStage();

describe('what fails', () => {
  it('says which status, and does not retry what will not change', async () => {
    const server = await serve((_request, response) => response.writeHead(404).end('gone'));
    await expect(readAll(fetcherFor([server]), server.origin)).rejects.toMatchObject({
      code: 'http-404',
      facts: { status: 404, redirects: [] },
      message: `"${server.host}" answered 404 (not found): check the address.`,
    });
    expect(server.asked).toHaveLength(1);
  });

  it('a name without address, not retried; a resolver in trouble, retried', async () => {
    const failing = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    const gone = fetcherFor([], { lookup: failing('ENOTFOUND') });
    expect(await codeOf(readAll(gone, 'http://no.example.org/', { robots: 'feed' }))).toBe('dns');
    expect(time().slept).toEqual([]);
    const trouble = fetcherFor([], { lookup: failing('EAI_AGAIN') });
    expect(await codeOf(readAll(trouble, 'http://no.example.org/', { robots: 'feed', attempts: 2 }))).toBe(
      'dns',
    );
    expect(time().slept.length).toBeGreaterThan(0);
  });

  it('a refused connection', async () => {
    const server = await localServer(() => undefined);
    await server.close();
    expect(await codeOf(readAll(fetcherFor([server]), server.origin, { attempts: 1 }))).toBe('connect');
  });

  it('headers that do not come, and a body that drips', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/silent') return;
      const drip = setInterval(() => response.write('.'), 10);
      response.on('close', () => clearInterval(drip));
    });
    const fetcher = fetcherFor([server], { limits: { headersMs: 30, totalMs: 90, idleMs: 50 } });
    expect(await codeOf(readAll(fetcher, `${server.origin}/silent`, { attempts: 1 }))).toBe('timeout');
    expect(await codeOf(readAll(fetcher, `${server.origin}/drip`, { attempts: 1 }))).toBe('timeout');
  });

  it('a body that is silent half way', async () => {
    const server = await serve((_request, response) => void response.write('half'));
    const fetcher = fetcherFor([server], { limits: { idleMs: 30 } });
    expect(await codeOf(readAll(fetcher, server.origin))).toBe('timeout');
  });

  it('a body shorter than it said', async () => {
    const server = await serve((_request, response) => {
      response.setHeader('content-length', 100).write('short', () => response.destroy());
    });
    expect(await codeOf(readAll(fetcherFor([server]), server.origin))).toBe('broken-off');
  });

  it('a body that is not packed as it says', async () => {
    const server = await serve((request, response) => {
      const encoding = request.url === '/unknown' ? 'compress' : 'gzip';
      response.setHeader('content-encoding', encoding).end('this is not packed');
    });
    const fetcher = fetcherFor([server]);
    expect(await codeOf(readAll(fetcher, server.origin))).toBe('bad-encoding');
    expect(await codeOf(readAll(fetcher, `${server.origin}/unknown`))).toBe('bad-encoding');
  });

  it('a packed body cut off', async () => {
    const server = await serve((_request, response) => {
      const bytes = gzipSync('a long text '.repeat(1000));
      response.setHeader('content-encoding', 'gzip').end(bytes.subarray(0, 50));
    });
    expect(await codeOf(readAll(fetcherFor([server]), server.origin))).toBe('bad-encoding');
  });

  it('stops when the caller does, before and during', async () => {
    const server = await serve((_request, response) => void response.write('half'));
    const fetcher = fetcherFor([server]);
    expect(await codeOf(readAll(fetcher, server.origin, { signal: AbortSignal.abort() }))).toBe('aborted');
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
    expect(await readAll(fetcher, server.origin)).toBe('at last');
    expect(time().slept).toEqual([750, 1500, 3000]);
  });

  it('gives up after the tries that it has', async () => {
    const server = await serve((_request, response) => response.writeHead(500).end());
    expect(await codeOf(readAll(fetcherFor([server]), server.origin, { attempts: 3 }))).toBe('http-500');
    expect(server.asked).toHaveLength(3);
  });

  it.each([
    ['7', 7_000],
    [new Date(Date.UTC(2026, 11, 1) + 9_000).toUTCString(), 9_000],
  ])('waits as long as asked: Retry-After %s', async (value, expected) => {
    const server = await serve((_request, response) => {
      response.writeHead(server.asked.length === 1 ? 429 : 200, { 'retry-after': value }).end('ok');
    });
    expect(await readAll(fetcherFor([server], { limits: { minDelayMs: 0 } }), server.origin)).toBe('ok');
    expect(time().slept).toEqual([expected]);
  });

  it('does not wait for hours, and says when to come back', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': '7200' }).end(),
    );
    await expect(readAll(fetcherFor([server]), server.origin)).rejects.toMatchObject({
      code: 'http-429',
      facts: { retryAfterMs: 7_200_000 },
    });
    expect(time().slept).toEqual([]);
  });

  it('tries a broken connection again', async () => {
    const server = await serve((request, response) => {
      if (server.asked.length === 1) request.socket.destroy();
      else response.end('ok');
    });
    expect(await readAll(fetcherFor([server]), server.origin)).toBe('ok');
  });
});
