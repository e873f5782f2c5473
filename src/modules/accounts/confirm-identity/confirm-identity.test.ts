import { describe, expect, it } from 'vitest';
import { accountsStage, goodPassword, signIn, tokenIn, who } from '../testing/stage.ts';

const stage = await accountsStage();
await stage.person({ address: 'awa@example.org' });

async function longSignedIn(address = 'awa@example.org') {
  const browser = stage.browser();
  await signIn(browser, address);
  stage.clock.forward(16 * 60);
  return browser;
}

describe('what changes a credential', () => {
  it('asks who one is when signing in was a while ago, then goes on', async () => {
    const browser = await longSignedIn();
    const asked = await browser.get('/en/account/password');
    expect(asked.path).toBe('/en/account/confirm?back=%2Faccount%2Fpassword');
    const form = { back: '/account/password' };
    const wrong = await browser.post('/en/account/confirm', { ...form, current: 'not the one' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('name="back" value="/account/password"');
    const before = browser.cookies.get('session');
    const right = await browser.post('/en/account/confirm', { ...form, current: goodPassword });
    expect(right).toMatchObject({ status: 200, path: '/en/account/password' });
    expect(browser.cookies.get('session')).not.toBe(before);
  });

  it('changes nothing by a form that comes too late', async () => {
    const browser = await longSignedIn();
    const form = { current: goodPassword, password: 'nine purple tractors' };
    expect((await browser.post('/en/account/password', form)).path).toContain('/en/account/confirm');
    expect((await browser.post('/en/account/erasure')).path).toContain('/en/account/confirm');
    await signIn(stage.browser(), 'awa@example.org');
  });

  it('takes a link by mail instead of the password', async () => {
    await stage.person({ address: 'none@example.org', password: null });
    const browser = stage.browser();
    await browser.post('/en/sign-in/link', { address: 'none@example.org' });
    const first = tokenIn((await stage.letters('none@example.org')).at(-1));
    await browser.post('/en/sign-in/link/open', { token: first });
    stage.clock.forward(16 * 60);
    const asked = await browser.get('/en/account/password');
    expect(asked.html).not.toContain('type="password"');
    await browser.post('/en/account/confirm/link', { back: '/account/password' });
    const token = tokenIn((await stage.letters('none@example.org')).at(-1));
    const done = await browser.post('/en/sign-in/link/open', { token });
    expect(done).toMatchObject({ status: 200, path: '/en/account/password' });
    await browser.post('/en/account/password', { password: 'nine purple tractors' });
    await signIn(stage.browser(), 'none@example.org', 'nine purple tractors');
  });

  it('limits the tries', async () => {
    await stage.person({ address: 'tries@example.org' });
    const browser = await longSignedIn('tries@example.org');
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1)
      statuses.push((await browser.post('/en/account/confirm', { current: 'not the one' })).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429]);
    expect((await who(browser)).kind).toBe('person');
  });
});
