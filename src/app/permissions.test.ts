import { describe, expect, it } from 'vitest';
import { createPerson } from '../modules/accounts/index.ts';
import { roles, systemActor } from '../platform/actor.ts';
import type { App } from '../platform/http/environment.ts';
import { TestBrowser } from '../platform/testing/browser.ts';
import { testDatabase } from '../platform/testing/database.ts';
import { testApp, testTools } from '../platform/testing/web.ts';
import {
  expected,
  halfway,
  matrixFaults,
  type Outcome,
  permissionMatrix,
  type Persona,
  personas,
} from './permission-matrix.ts';
import { addRoutes, findActor, messageSets } from './wiring.ts';

const tools = testTools(await testDatabase(), { messages: messageSets });
const build = { assets: { css: '', js: '' }, files: new Map() };
const make = (planted?: (app: App) => void) =>
  testApp(tools, (app) => (addRoutes(app, build), planted?.(app)), findActor);
const app = make();

const password = 'seven green kayaks';
const nobody = '00000000-0000-7000-8000-000000000000';
let count = 0;

/** A person whom no other request has touched, signed in from a network address of their own. */
async function newPersona(persona: Persona): Promise<TestBrowser> {
  const browser = new TestBrowser(app, `10.${(count += 1) >> 8}.${count % 256}.1`);
  if (persona === 'visitor') return browser;
  const address = `${persona}${count}@example.org`;
  const given = roles.filter((role) => role === persona);
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const person = { name: 'Awa', address, password, lang: 'en', roles: given } as const;
  const id = await createPerson(tools.database.db, actor, person);
  await browser.post('/sign-in', { address, password });
  if (!browser.cookies.has('session')) throw new Error(`${address} did not get in`);
  if (persona === 'blocked') {
    const operator = await newPersona('operator');
    const cookie = browser.cookies.get('session') ?? '';
    await operator.post(`/operator/people/${id}/block`);
    browser.cookies.set('session', cookie);
  }
  return browser;
}

const known = new Map<Persona, TestBrowser>();

/** Reused while the session lasts: some routes end it, which is what they are for. */
async function browserOf(persona: Persona): Promise<{ browser: TestBrowser; cookie: string | undefined }> {
  const browser = known.get(persona) ?? (await newPersona(persona));
  known.set(persona, browser);
  return { browser, cookie: browser.cookies.get('session') };
}

async function outcomeOf(route: string, persona: Persona): Promise<Outcome> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:\w+/g, nobody).replace('*', 'nothing');
  const { browser, cookie } = await browserOf(persona);
  const answer = method === 'GET' ? await browser.send(path, { method }) : await browser.sendForm(path, {});
  // Whoever was signed out or changed by it is somebody new next time; a blocked person keeps the dead cookie.
  if (persona === 'blocked' && cookie) browser.cookies.set('session', cookie);
  else if (method !== 'GET' && persona !== 'visitor') known.delete(persona);
  if (answer.status >= 500) throw new Error(`${route} as ${persona} answers ${answer.status}`);
  if (answer.status === 403) return 'refused';
  const leadsToSignIn = /^\/[a-z]{2}\/sign-in(\?|$)/.test(answer.headers.get('location') ?? '');
  const own = pattern === '/account/sessions/end-all' && cookie && persona !== 'blocked';
  return answer.status === 401 || (leadsToSignIn && !own) ? 'sign-in' : 'reached';
}

describe('every route', () => {
  it('has one row in the matrix', () => {
    expect(matrixFaults(app.routes)).toEqual([]);
  });

  it.each(permissionMatrix.map((row) => [`${row.route} (${row.access})`, row] as const))(
    '%s answers each as it should',
    async (_name, { route, access }) => {
      const outcomes: Partial<Record<Persona, Outcome>> = {};
      for (const persona of personas) outcomes[persona] = await outcomeOf(route, persona);
      expect(outcomes).toEqual(expected[access]);
    },
  );

  it.each(halfway)('%s leads back to the sign-in page', async (route) => {
    for (const persona of personas) expect(await outcomeOf(route, persona)).toBe('sign-in');
  });
});

describe('a form sent from another site', () => {
  /** Mail programs press the button to unsubscribe (RFC 8058): the secret of the address says what they may. */
  const fromAnywhere = ['POST /following/stop', 'POST /learn/-/stop-letters', 'POST /learn/-/stop-reminders'];
  const unsafe = [...permissionMatrix.map(({ route }) => route), ...halfway].filter(
    (route) => !route.startsWith('GET ') && !fromAnywhere.includes(route),
  );

  it('stops letters with the secret of one, and does nothing without', async () => {
    const { browser } = await browserOf('operator');
    const headers = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    for (const query of ['', '?token=', `?token=${'a'.repeat(43)}`]) {
      const answer = await browser.send(`/following/stop${query}`, { method: 'POST', headers });
      expect(answer.status).toBe(410);
    }
  });

  it.each(unsafe)('%s is refused', async (route) => {
    const path = route.split(' ')[1]?.replace(/:\w+/g, nobody) ?? '';
    const { browser } = await browserOf('operator');
    for (const headers of [
      { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
      { origin: 'null', 'sec-fetch-site': 'cross-site' },
      { origin: 'https://localhost:3000.evil.example' },
    ]) {
      const answer = await browser.send(path, { method: 'POST', body: new URLSearchParams(), headers });
      expect([route, answer.status]).toEqual([route, 403]);
    }
  });
});

describe('the matrix', () => {
  it('misses a route that nobody listed', () => {
    const planted = make((each) => void each.post('/planted', (c) => c.text('hello')));
    expect(matrixFaults(planted.routes)).toEqual(['POST /planted: who may? add it to src/app/permissions']);
  });

  it('misses a route that went, and one that stands twice', () => {
    const row = { route: 'GET /gone', access: 'public' } as const;
    expect(matrixFaults(app.routes, [...permissionMatrix, row, row])).toEqual([
      'GET /gone: there is no such route',
      'GET /gone: there is no such route',
      'GET /gone: stands twice',
    ]);
  });
});
