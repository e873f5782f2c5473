import { describe, expect, it } from 'vitest';
import { accountsStage, goodPassword, signIn, who } from '../testing/stage.ts';
import { accountFacts } from './accounts.queries.ts';

const stage = await accountsStage();
const { db } = stage;
const awa = await stage.person({ address: 'awa@example.org' });

async function signedIn(address = 'awa@example.org', password = goodPassword) {
  const browser = stage.browser();
  await signIn(browser, address, password);
  return browser;
}

describe('the account page', () => {
  it('sends visitors to the sign-in page, and back after it', async () => {
    const browser = stage.browser();
    const shown = await browser.get('/fr/account/sessions');
    expect(shown.path).toBe('/fr/sign-in?back=%2Faccount%2Fsessions');
    expect(shown.html).toContain('name="back" value="/account/sessions"');
    expect((await browser.post('/fr/account/details', { name: 'X' })).status).toBe(401);
  });

  it('shows what is set, and is kept in no cache', async () => {
    const shown = await (await signedIn()).get('/en/account');
    expect(shown.html).toContain('awa@example.org');
    expect(shown.html).toContain('since 1 December 2026');
    expect(shown.headers.get('cache-control')).toBe('no-store');
  });

  it('changes name, language and appearance', async () => {
    const browser = await signedIn();
    const form = { name: 'Awa Ndiaye', lang: 'fr', theme: 'dark' };
    const shown = await browser.post('/en/account/details', form);
    expect(shown.path).toBe('/fr/account');
    expect(shown.html).toContain('data-theme="dark"');
    expect(shown.html).toContain('Enregistré.');
    expect(await accountFacts(db, awa)).toMatchObject(form);
    expect((await who(browser)).name).toBe('Awa Ndiaye');
    const bad = await browser.post('/en/account/details', { ...form, name: 'x'.repeat(81), lang: 'xx' });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('longer than 80 characters');
    expect(bad.html).toContain('Choose a language.');
  });
});

describe('changing the password', () => {
  it('asks for the current one, and signs out everywhere else', async () => {
    await stage.person({ address: 'ada@example.org' });
    const [here, elsewhere] = [await signedIn('ada@example.org'), await signedIn('ada@example.org')];
    const wrong = await here.post('/en/account/password', {
      current: 'no',
      password: 'nine purple tractors',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('not your current password');
    const weak = await here.post('/en/account/password', {
      current: goodPassword,
      password: 'ada@example.org',
    });
    expect(weak.html).toContain('is not a safe password');
    expect((await who(elsewhere)).kind).toBe('person');
    await here.post('/en/account/password', { current: goodPassword, password: 'nine purple tractors' });
    expect((await who(here)).kind).toBe('person');
    expect((await who(elsewhere)).kind).toBe('visitor');
    await signedIn('ada@example.org', 'nine purple tractors');
  });
});

describe('the signed-in devices', () => {
  it('are listed, and signed out one by one', async () => {
    await stage.person({ address: 'bob@example.org' });
    const [here, elsewhere] = [await signedIn('bob@example.org'), await signedIn('bob@example.org')];
    const shown = await here.get('/en/account/sessions');
    expect(shown.html.match(/<li>/g)?.length).toBeGreaterThanOrEqual(2);
    expect(shown.html).toContain('this device');
    const action = /\/en\/account\/sessions\/[0-9a-f-]{36}\/end/.exec(shown.html)?.[0] ?? '';
    expect((await here.post(action)).status).toBe(200);
    expect((await who(elsewhere)).kind).toBe('visitor');
    expect((await who(here)).kind).toBe('person');
    expect((await here.post(action)).status).toBe(404);
    expect((await here.post('/en/account/sessions/none/end')).status).toBe(404);
  });

  it('are one’s own: nobody ends those of others', async () => {
    const mine = await signedIn();
    const list = await mine.get('/en/account/sessions');
    const ids = [...list.html.matchAll(/sessions\/([0-9a-f-]{36})\/end/g)].map((match) => match[1]);
    expect(ids.length).toBeGreaterThan(0);
    await stage.person({ address: 'eve@example.org' });
    const eve = await signedIn('eve@example.org');
    expect((await eve.post(`/en/account/sessions/${ids[0]}/end`)).status).toBe(404);
  });

  it('are all signed out at once', async () => {
    const [here, elsewhere] = [await signedIn(), await signedIn()];
    const shown = await here.post('/en/account/sessions/end-all');
    expect(shown.path).toBe('/en/sign-in');
    expect((await who(here)).kind).toBe('visitor');
    expect((await who(elsewhere)).kind).toBe('visitor');
  });
});
