import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { codeOf, fetchStage } from './testing/fetch-stage.ts';

const { serve, fetcherFor } = fetchStage();
const sent = { headers: { 'content-type': 'text/plain' }, body: 'hello' };

describe('what is handed to another server', () => {
  it('arrives once, with who we are; any status is an answer', async () => {
    const bodies: string[] = [];
    const server = await serve((request, response) => {
      void text(request).then((body) => {
        bodies.push(body);
        response.writeHead(503, { 'retry-after': '1' }).end('later');
      });
    });
    const answer = await fetcherFor([server]).post(`${server.origin}/inbox`, sent);
    expect(answer).toMatchObject({ status: 503, text: 'later' });
    expect(bodies).toEqual(['hello']);
    expect(server.asked[0]).toMatchObject({ method: 'POST' });
    expect(server.asked[0]?.headers['user-agent']).toContain('Passerelle/1.0');
    expect(server.asked[0]?.headers['content-type']).toBe('text/plain');
  });

  it('follows no redirect', async () => {
    const server = await serve((_request, response) => response.writeHead(307, { location: '/else' }).end());
    expect((await fetcherFor([server]).post(server.origin, sent)).status).toBe(307);
    expect(server.asked).toHaveLength(1);
  });

  it('reads no endless answer', async () => {
    const server = await serve((_request, response) => response.end('x'.repeat(100_000)));
    expect(await codeOf(fetcherFor([server]).post(server.origin, sent))).toBe('too-large');
  });

  it.each([
    ['http://127.0.0.1/', 'private-address'],
    ['http://[::1]/', 'private-address'],
    ['http://169.254.169.254/', 'private-address'],
    ['http://localhost/', 'private-name'],
    ['file:///etc/passwd', 'bad-scheme'],
    ['https://user:secret@example.org/', 'credentials'],
    ['https://example.org:25/', 'bad-port'],
  ])('does not go to %s', async (url, code) => {
    expect(await codeOf(fetcherFor([]).post(url, sent))).toBe(code);
  });

  it('does not go to a name that leads inside', async () => {
    const fetcher = fetcherFor([], { lookup: async () => ['10.0.0.5'] });
    expect(await codeOf(fetcher.post('https://push.example/', sent))).toBe('private-address');
  });
});
