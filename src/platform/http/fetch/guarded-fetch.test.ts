import { text } from 'node:stream/consumers';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { codeOf, fetchStage, readAll } from './testing/fetch-stage.ts';

const { time, serve, fetcherFor } = fetchStage();

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
    await readAll(fetcher, `${server.origin}/feed`);
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
    expect(await readAll(fetcherFor([server]), server.origin)).toBe(unpacked);
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
    expect(await codeOf(readAll(fetcherFor([]), `http://127.0.0.1:${server.port}/`))).toBe('bad-port');
    expect(await codeOf(readAll(fetcherFor([]), 'http://127.0.0.1/'))).toBe('private-address');
    expect(server.connections()).toBe(0);
    expect(time().slept).toEqual([]);
  });

  it('a public name whose address is inside, without one connection and without a retry', async () => {
    let looked = 0;
    const lookup = (): Promise<string[]> => {
      looked += 1;
      return Promise.resolve(['93.184.216.34', '127.0.0.1']);
    };
    const promise = readAll(fetcherFor([], { lookup }), 'http://rebind.example.org/', { robots: 'feed' });
    await expect(promise).rejects.toThrow(
      '"rebind.example.org", at 127.0.0.1, is not on the public internet: not fetched. An operator can allow this host (FETCH_ALLOWED_HOSTS).',
    );
    expect(looked).toBe(1);
  });

  it('a name that turns private after its first answer (rebinding)', async () => {
    const server = await serve((_request, response) => response.end('secret'));
    const answers = [['203.0.113.9'], ['127.0.0.1'], ['::ffff:127.0.0.1'], ['::1']];
    for (const addresses of answers) {
      const fetcher = fetcherFor([], { lookup: () => Promise.resolve(addresses) });
      expect(await codeOf(readAll(fetcher, `http://rebind.example.org:8080/`, { robots: 'feed' }))).toBe(
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
    expect(await readAll(fetcher, `http://${host}/`)).toBe(host);
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
    expect(await codeOf(readAll(fetcherFor([server]), `${server.origin}/`))).toBe(code);
    expect(server.asked).toHaveLength(2);
  });

  it('a redirect from an allowed host to a host that is not', async () => {
    const inside = await serve((_request, response) => response.end('secret'));
    const server = await serve((_request, response) =>
      response.writeHead(302, { location: inside.origin }).end(),
    );
    expect(await codeOf(readAll(fetcherFor([server]), server.origin))).toBe('bad-port');
    expect(inside.connections()).toBe(0);
  });

  it('more than five redirects', async () => {
    const server = await serve((request, response) =>
      response.writeHead(302, { location: `/${Number(request.url?.slice(1)) + 1}` }).end(),
    );
    expect(await codeOf(readAll(fetcherFor([server]), `${server.origin}/1`))).toBe('too-many-redirects');
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
      const reading = readAll(fetcher, `${server.origin}/${path}`, { maxBytes: 4000 });
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
