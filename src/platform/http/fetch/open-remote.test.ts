import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openRemote, type RemoteDocument, type RemoteOptions } from './open-remote.ts';
import { siteOf } from './same-site.ts';
import { localServer, testFetcher, testTime, type LocalServer } from './testing/local-server.ts';

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'open-remote-'));
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
  await rm(folder, { recursive: true });
});

async function serve(listener: RequestListener): Promise<LocalServer> {
  const server = await localServer(listener);
  closing.push(server.close);
  return server;
}

let id = 0;
async function open(
  server: LocalServer,
  path: string,
  options: Partial<RemoteOptions> & { hosts?: string[] } = {},
): Promise<RemoteDocument> {
  const { hosts = [], ...rest } = options;
  const allowedHosts = [server.host, ...hosts].map((host) => ({ host }));
  const fetcher = testFetcher([], testTime(), { allowedHosts });
  closing.push(fetcher.close);
  const newId = (): string => `spool-${(id += 1)}`;
  const document = await openRemote(fetcher, server.origin + path, {
    folder,
    newId,
    robots: 'feed',
    ...rest,
  });
  closing.push(document.close);
  return document;
}

const bodyOf = async (document: RemoteDocument): Promise<string> => text(await document.open());

describe('openRemote', () => {
  it('reads the bytes as often as wanted, also at once, and leaves no file', async () => {
    const server = await serve((_request, response) =>
      response.writeHead(200, { 'content-type': 'application/json', etag: '"7"' }).end('x'.repeat(300_000)),
    );
    const document = await open(server, '/feed.json');
    const [one, two] = await Promise.all([bodyOf(document), bodyOf(document)]);
    expect([one.length, two.length, (await bodyOf(document)).length]).toEqual([300_000, 300_000, 300_000]);
    expect(document).toMatchObject({ contentType: 'application/json', etag: '"7"', notModified: false });
    expect(server.asked).toHaveLength(1);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says "not modified" and has nothing to open then', async () => {
    const server = await serve((_request, response) => response.writeHead(304).end());
    const document = await open(server, '/feed', { etag: '"7"' });
    expect(document.notModified).toBe(true);
    await expect(document.open()).rejects.toThrow('is not modified');
  });

  it('unpacks a gzip file that no header announces, within the cap', async () => {
    const server = await serve((_request, response) => response.end(gzipSync('<urlset/>'.repeat(100))));
    expect(await bodyOf(await open(server, '/sitemap.xml.gz'))).toBe('<urlset/>'.repeat(100));
    await expect(open(server, '/sitemap.xml.gz', { maxBytes: 500 })).rejects.toMatchObject({
      code: 'too-large',
    });
    expect(await readdir(folder)).toEqual([]);
  });

  it('asks once more when a body breaks off, and no more than once', async () => {
    const server = await serve((request, response) => {
      if (server.asked.length === 1 || request.url === '/always')
        response.setHeader('content-length', 50).write('half', () => response.destroy());
      else response.end('whole');
    });
    expect(await bodyOf(await open(server, '/once'))).toBe('whole');
    await expect(open(server, '/always')).rejects.toMatchObject({ code: 'broken-off' });
    expect(server.asked).toHaveLength(4);
  });

  it('names a folder that cannot be written, not the site', async () => {
    const server = await serve((_request, response) => response.end('x'));
    await expect(open(server, '/', { folder: '/dev/null/x' })).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});

describe('follow', () => {
  it('reads further pages, relative to where the document came from', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/api/list?page=1' }).end();
      else response.end(request.url);
    });
    const first = await open(server, '/old');
    expect(first.location).toBe(`${server.origin}/api/list?page=1`);
    const second = await first.follow('?page=2');
    expect(await bodyOf(second)).toBe('/api/list?page=2');
    expect(await bodyOf(await second.follow('/api/list?page=3'))).toBe('/api/list?page=3');
  });

  it('takes no conditions along', async () => {
    const server = await serve((request, response) =>
      response.end(request.headers['if-none-match'] ?? 'none'),
    );
    const first = await open(server, '/1', { etag: '"7"' });
    expect(await bodyOf(await first.follow('/2'))).toBe('none');
  });

  it('stays on the site, with http, and inside the guard', async () => {
    const other = await serve((_request, response) => response.end('other'));
    const server = await serve((_request, response) => response.end('x'));
    const first = await open(server, '/');
    const code = (address: string): Promise<string> =>
      first.follow(address).then(
        () => 'followed',
        (error: { code: string }) => error.code,
      );
    expect(await code('https://www.example.org/x')).toBe('other-site');
    expect(await code('file:///etc/passwd')).toBe('bad-scheme');
    expect(await code('http://10.0.0.1/')).toBe('private-address');
    expect(await code(other.origin)).toBe('bad-port');
    expect(other.connections()).toBe(0);
    const wider = await open(server, '/', { hosts: [other.host] });
    expect(await bodyOf(await wider.follow(other.origin))).toBe('other');
  });

  it('obeys robots.txt for other documents, not for further pages of the address asked for', async () => {
    const server = await serve((request, response) =>
      response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : request.url),
    );
    const first = await open(server, '/api/list?page=1');
    expect(await bodyOf(await first.follow('?page=2'))).toBe('/api/list?page=2');
    await expect(first.follow('/course/1')).rejects.toMatchObject({ code: 'robots' });
  });

  it('keeps few documents, never takes one from its reader, and fetches again what was let go', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.end(`${request.url} `.repeat(50_000));
    });
    const first = await open(server, '/', { keep: 2 });
    const children: RemoteDocument[] = [];
    const slow = await first.follow('/0');
    const reading = await slow.open();
    for (const n of [1, 2, 3, 4]) children.push(await first.follow(`/${n}`));
    expect((await text(reading)).length).toBe(150_000);
    const before = server.asked.length;
    expect((await bodyOf(children[0]!)).startsWith('/1')).toBe(true);
    expect(server.asked.length).toBe(before + 1);
    expect((await bodyOf(first)).length).toBe(100_000);
    expect(server.asked.length).toBe(before + 1);
  });
});

describe('siteOf', () => {
  it.each([
    ['www.fun-mooc.fr', 'fun-mooc.fr'],
    ['a.b.example.org', 'example.org'],
    ['courses.example.ac.uk', 'example.ac.uk'],
    ['example.co.uk', 'example.co.uk'],
    ['www.example.gouv.fr', 'example.gouv.fr'],
    ['edx.org.', 'edx.org'],
    ['10.0.0.1', '10.0.0.1'],
    ['[::1]', '[::1]'],
  ])('%s is of %s', (host, site) => expect(siteOf(host)).toBe(site));
});
