import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readForm } from '../platform/http/form.ts';
import { respond } from '../platform/http/respond.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { testApp, testTools } from '../platform/testing/web.ts';
import { catalogModule } from '../modules/catalog/index.ts';
import { appMessages } from './messages/index.ts';
import { preferenceRoutes } from './preferences.routes.ts';

const tools = testTools(await testDatabase(), { messages: [appMessages, catalogModule().messages] });
const app = testApp(tools, (routes) => {
  preferenceRoutes(routes);
  routes.get('/long', (c) => respond(c, 'word '.repeat(1_000), 'text/plain', 200, 'no-cache'));
  routes.post('/form', async (c) => c.json((await readForm(c, z.looseObject({}))).ok));
  catalogModule().routes?.(routes);
});

const form = { 'content-type': 'application/x-www-form-urlencoded' };

describe('the theme form', () => {
  const sentTo = async (back: string) => {
    const body = new URLSearchParams({ theme: 'dark', back }).toString();
    return (await app.request('/theme', { method: 'POST', headers: form, body })).headers.get('location');
  };

  it('leads back to the page', async () => {
    expect(await sentTo('/fr/courses?q=a')).toBe('/fr/courses?q=a');
    expect(await sentTo('/fr/courses/学习')).toBe('/fr/courses/%E5%AD%A6%E4%B9%A0');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/./\\evil.example',
    'javascript:alert(1)',
  ])('never leads elsewhere: %s', async (back) => {
    expect(await sentTo(back)).toBe('/');
  });
});

describe('addresses that no page can have', () => {
  it.each([
    '/%00',
    '/fr/courses/%00',
    '/fr/courses/a%00b',
    '/fr/providers/%00',
    '/fr/platforms/%00',
    '/fr/courses/%FF',
    '/fr/courses/%',
    '/fr/courses/%ud800',
    '/fr//courses',
    '//evil.example/%2e%2e',
  ])('%s is not found', async (path) => {
    const answer = await app.request(`http://localhost${path}`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
  });
});

describe('what is posted', () => {
  const post = (body: BodyInit, headers: Record<string, string> = form) =>
    app.request('/form', {
      method: 'POST',
      headers,
      body,
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    });

  it.each([
    [{ 'content-type': 'multipart/form-data' }, 'x'],
    [{ 'content-type': 'multipart/form-data; boundary=' }, 'x'],
    [{ 'content-type': 'multipart/form-data; boundary=a' }, '--a\r\nbroken'],
  ])('as a broken form is the fault of who sent it: %j', async (headers, body) => {
    expect((await post(body, headers)).status).toBe(400);
  });

  it('as something else is an empty form', async () => {
    expect((await post('{', { 'content-type': 'application/json' })).status).toBe(200);
    expect((await post('text', { 'content-type': 'text/plain' })).status).toBe(200);
  });

  it('is refused when it is too large, also where its length is not said', async () => {
    const long = `x=${'a'.repeat(3_000_000)}`;
    expect((await post(long, { ...form, 'content-length': String(long.length) })).status).toBe(413);
    let pieces = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pieces += 1;
        controller.enqueue(new Uint8Array(65_536).fill(97));
      },
    });
    expect((await post(endless)).status).toBe(413);
    expect(pieces).toBeLessThan(50);
  });
});

describe('compression', () => {
  it.each([
    ['br, gzip', 'br'],
    ['BR;q=0.5', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=0.000, br;q=0.0', null],
    ['brotli, x-gzip', null],
    ['identity', null],
    ['', null],
  ])('for "%s" is %s', async (header, coding) => {
    const answer = await app.request('/long', { headers: { 'accept-encoding': header } });
    expect(answer.headers.get('content-encoding')).toBe(coding);
  });
});
