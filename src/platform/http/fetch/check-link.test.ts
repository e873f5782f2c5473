import type { RequestListener } from 'node:http';
import { describe, expect, it } from 'vitest';
import { checkLink, type LinkCheck, type LinkCheckOptions } from './check-link.ts';
import type { FetcherOptions } from './guarded-fetch.ts';
import { fetchStage } from './testing/fetch-stage.ts';
import { localServer, type LocalServer } from './testing/local-server.ts';

const { serve, fetcherFor } = fetchStage();

function check(
  servers: LocalServer[],
  url: string,
  options: LinkCheckOptions = {},
  fetcherOptions: Partial<FetcherOptions> = {},
): Promise<LinkCheck> {
  return checkLink(fetcherFor(servers, fetcherOptions), url, options);
}

/** A server that answers HEAD and GET with these statuses. */
const answering = (head: number, get = head): Promise<LocalServer> =>
  serve((request, response) => response.writeHead(request.method === 'HEAD' ? head : get).end());

describe('checkLink', () => {
  it.each([
    [200, 200, 'alive', 1],
    [405, 200, 'alive', 2],
    [403, 200, 'alive', 2],
    [501, 200, 'alive', 2],
    [404, 200, 'alive', 2],
    [404, 404, 'dead', 2],
    [410, 410, 'dead', 1],
    [403, 403, 'unsure', 2],
    [429, 429, 'unsure', 1],
    [500, 500, 'unsure', 2],
    [401, 401, 'unsure', 1],
  ])('HEAD %i, GET %i: %s', async (head, get, state, requests) => {
    const server = await answering(head, get);
    expect(await check([server], server.origin)).toMatchObject({ state });
    expect(server.asked).toHaveLength(requests);
  });

  const chain =
    (hops: Record<string, [number, string]>): RequestListener =>
    (request, response) => {
      const hop = hops[request.url ?? ''];
      if (hop) response.writeHead(hop[0], { location: hop[1] }).end();
      else response.writeHead(request.url === '/gone' ? 404 : 200).end();
    };

  it.each([
    ['for good', { '/a': [301, '/b'] }, 'moved', '/b'],
    ['for good, twice', { '/a': [301, '/b'], '/b': [308, '/c'] }, 'moved', '/c'],
    ['for good, then for now', { '/a': [301, '/b'], '/b': [302, '/login'] }, 'moved', '/b'],
    ['for now', { '/a': [302, '/b'] }, 'alive', '/b'],
    ['for now, then for good', { '/a': [302, '/b'], '/b': [301, '/c'] }, 'alive', '/c'],
    ['for good, to a page that is gone', { '/a': [301, '/gone'] }, 'dead', '/gone'],
  ] as [string, Record<string, [number, string]>, string, string][])(
    'redirected %s',
    async (_how, hops, state, path) => {
      const server = await serve(chain(hops));
      const result = await check([server], `${server.origin}/a`);
      expect(result).toMatchObject({ state, finalUrl: server.origin + path });
    },
  );

  it('needs a name to be gone three times in a row', async () => {
    const lookup = (): Promise<string[]> =>
      Promise.reject(Object.assign(new Error('gone'), { code: 'ENOTFOUND' }));
    const states = [0, 1, 2].map((dnsFailuresBefore) =>
      check([], 'https://gone.example.org/', { dnsFailuresBefore }, { lookup }),
    );
    expect((await Promise.all(states)).map((one) => `${one.state} ${one.code}`)).toEqual([
      'unsure dns',
      'unsure dns',
      'dead dns',
    ]);
  });

  it('is unsure about silence, closed ports, closed sites and what must not be visited', async () => {
    const silent = await serve(() => undefined);
    const closed = await localServer(() => undefined);
    await closed.close();
    const limits = { headersMs: 30 };
    expect(await check([silent], silent.origin, {}, { limits })).toMatchObject({
      state: 'unsure',
      code: 'timeout',
    });
    expect(await check([closed], closed.origin)).toMatchObject({ state: 'unsure', code: 'connect' });
    expect(await check([], 'http://10.0.0.1/')).toMatchObject({ state: 'unsure', code: 'private-address' });
    const site = await serve((_request, response) => response.end('User-agent: *\nDisallow: /'));
    const result = await check([], site.origin, {}, { allowedHosts: [site.host] });
    expect(result).toMatchObject({ state: 'unsure', code: 'robots' });
  });

  it('leaves the body of a long page unread', async () => {
    let written = 0;
    const server = await serve((request, response) => {
      if (request.method === 'HEAD') return void response.writeHead(405).end();
      const more = (): void => {
        while (response.write('x'.repeat(10_000))) written += 10_000;
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    expect(await check([server], server.origin)).toMatchObject({ state: 'alive' });
    expect(written).toBeLessThan(50_000_000);
  });

  it('stops when the caller does', async () => {
    const server = await answering(200);
    await expect(check([server], server.origin, { signal: AbortSignal.abort() })).rejects.toThrow();
  });
});
