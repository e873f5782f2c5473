import { describe, expect, it } from 'vitest';
import { readConfig } from '../config/config.ts';
import { testDatabase } from '../testing/database.ts';
import { testApp, testTools } from '../testing/web.ts';
import type { App } from './environment.ts';

const database = await testDatabase();
const routes = (app: App): void => {
  app.get('/packages/one/a.html', (c) => {
    c.header('Set-Cookie', 'planted=1');
    return c.html(`cookies: ${c.req.header('cookie') ?? 'none'}`);
  });
  app.get('/account', (c) => c.text('mine'));
  app.post('/account', (c) => c.text('changed'));
  app.get('/healthz', (c) => c.text('well'));
};
const appWith = (frameUrl: string | undefined) =>
  testApp(
    testTools(database, { messages: [], config: { baseUrl: 'https://site.example', frameUrl } }),
    routes,
  );
const ask = (app: App, url: string, init: RequestInit = {}) =>
  app.request(new Request(url, { ...init, headers: { cookie: 'session=secret', ...init.headers } }));

describe('with a host for frames', () => {
  const app = appWith('https://frames.example');

  it('packages are there and only there, without cookies in either direction', async () => {
    const there = await ask(app, 'https://frames.example/packages/one/a.html');
    expect(await there.text()).toBe('cookies: none');
    expect(there.headers.get('set-cookie')).toBeNull();
    expect(there.headers.get('access-control-allow-origin')).toBe('*');
    expect((await ask(app, 'https://site.example/packages/one/a.html')).status).toBe(404);
  });

  it('has no page and takes no form under that host', async () => {
    const page = await ask(app, 'https://frames.example/account?x=1');
    expect([page.status, page.headers.get('location')]).toEqual([302, 'https://site.example/account?x=1']);
    const form = await ask(app, 'https://frames.example/account', { method: 'POST' });
    expect(form.status).toBe(404);
    expect(await (await ask(app, 'https://frames.example/healthz')).text()).toBe('well');
    const own = await ask(app, 'https://site.example/account');
    expect(await own.text()).toBe('mine');
    expect(own.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('without such a host packages play under ours, as strangers', async () => {
  const answer = await ask(appWith(undefined), 'https://site.example/packages/one/a.html');
  expect(await answer.text()).toBe('cookies: none');
  expect(answer.headers.get('set-cookie')).toBeNull();
});

describe('FRAME_URL', () => {
  const frameOf = (environment: Record<string, string>) => readConfig(environment).frameUrl;

  it('is a name below localhost on one’s own machine, and none elsewhere', () => {
    expect(frameOf({ PORT: '3100' })).toBe('http://frames.localhost:3100');
    expect(frameOf({ BASE_URL: 'http://localhost:80' })).toBe('http://frames.localhost');
    expect(frameOf({ BASE_URL: 'https://site.example' })).toBeUndefined();
    expect(frameOf({ BASE_URL: 'https://site.example', FRAME_URL: 'https://frames.example/' })).toBe(
      'https://frames.example',
    );
  });

  it('must be another host than BASE_URL, and an address', () => {
    const base = { BASE_URL: 'https://site.example' };
    expect(() => frameOf({ ...base, FRAME_URL: 'https://site.example:8443' })).toThrow(
      'another host than BASE_URL',
    );
    expect(() => frameOf({ ...base, FRAME_URL: 'frames' })).toThrow('FRAME_URL');
    expect(() => frameOf({ ...base, FRAME_URL: 'https://frames.example/path' })).toThrow('FRAME_URL');
  });
});
