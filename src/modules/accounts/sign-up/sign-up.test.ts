import { describe, expect, it } from 'vitest';
import { accountOfAddress } from '../account/accounts.queries.ts';
import { accountsStage, digitsIn, goodPassword, pathIn, tokenIn, who } from '../testing/stage.ts';

const stage = await accountsStage();
const { db } = stage;

const fields = (address: string) => ({ name: 'Awa', address, password: goodPassword, lang: 'en' });
const letterTo = async (address: string) => (await stage.letters(address)).at(-1);

async function signUp(address: string, browser = stage.browser()) {
  const shown = await browser.post('/en/sign-up', fields(address));
  return { browser, shown };
}

describe('signing up', () => {
  it('makes an account once the code of the letter is typed, and signs in', async () => {
    const { browser, shown } = await signUp('code@example.org');
    expect(shown).toMatchObject({ status: 200, path: '/en/sign-up/confirm' });
    expect(await accountOfAddress(db, 'code@example.org')).toBeUndefined();
    const code = digitsIn(await letterTo('code@example.org'));
    const done = await browser.post('/en/sign-up/confirm', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    expect(done).toMatchObject({ status: 200, path: '/en/account' });
    expect(await who(browser)).toMatchObject({ kind: 'person', name: 'Awa', roles: [] });
    const again = stage.browser();
    await again.post('/en/sign-in', { address: 'CODE@example.org', password: goodPassword });
    expect((await who(again)).kind).toBe('person');
  });

  it('makes it by the link too, which reading alone does not use up', async () => {
    const { browser } = await signUp('link@example.org');
    const path = pathIn(await letterTo('link@example.org'));
    const scanner = stage.browser();
    expect((await scanner.get(path)).status).toBe(200);
    expect((await scanner.get(path)).html).toContain('link@example.org');
    const done = await browser.post('/en/sign-up/link', {
      token: tokenIn(await letterTo('link@example.org')),
    });
    expect(done.path).toBe('/en/account');
    expect((await accountOfAddress(db, 'link@example.org'))?.passwordHash).toBeTruthy();
    expect((await browser.get(path)).status).toBe(410);
  });

  it('drops a password that somebody else typed for this address', async () => {
    await signUp('victim@example.org');
    const victim = stage.browser();
    const token = tokenIn(await letterTo('victim@example.org'));
    const done = await victim.post('/en/sign-up/link', { token });
    expect(done.path).toBe('/en/account/password');
    expect(done.html).toContain('choose your password');
    expect((await accountOfAddress(db, 'victim@example.org'))?.passwordHash).toBeNull();
    const attacker = stage.browser();
    const tried = await attacker.post('/en/sign-in', {
      address: 'victim@example.org',
      password: goodPassword,
    });
    expect(tried.status).toBe(422);
  });

  it('shows the same to somebody whose address has an account, and writes something else', async () => {
    await stage.person({ address: 'known@example.org', name: 'Ada' });
    const known = await signUp('known@example.org');
    const fresh = await signUp('fresh@example.org');
    const neutral = (html: string) => html.replaceAll(/known|fresh/g, 'x');
    expect(neutral(known.shown.html)).toBe(neutral(fresh.shown.html));
    expect([...known.browser.cookies.keys()]).toEqual([...fresh.browser.cookies.keys()]);
    const letter = await letterTo('known@example.org');
    expect(letter?.subject).toBe('You already have an account');
    expect(letter?.text).not.toMatch(/\d{6}|token=/);
    expect((await accountOfAddress(db, 'known@example.org'))?.name).toBe('Ada');
    expect((await known.browser.post('/en/sign-up/confirm', { code: '123456' })).status).toBe(422);
  });

  it('lets one of several requests with the same code win', async () => {
    const { browser } = await signUp('race@example.org');
    const code = digitsIn(await letterTo('race@example.org'));
    const step = browser.cookies.get('step') ?? '';
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => browser.sendForm('/en/sign-up/confirm', { code })),
    );
    const welcomed = answers.filter((each) => each.headers.get('location')?.endsWith('/account'));
    expect(welcomed).toHaveLength(1);
    const late = stage.browser();
    late.cookies.set('step', step);
    expect((await late.post('/en/sign-up/confirm', { code })).path).toBe('/en/sign-up');
  });

  it('lets nobody in after an hour', async () => {
    const { browser } = await signUp('late@example.org');
    const letter = await letterTo('late@example.org');
    stage.clock.forward(3_601);
    expect((await browser.post('/en/sign-up/confirm', { code: digitsIn(letter) })).path).toBe('/en/sign-up');
    expect((await browser.post('/en/sign-up/link', { token: tokenIn(letter) })).status).toBe(410);
    expect(await accountOfAddress(db, 'late@example.org')).toBeUndefined();
  });

  it('writes again on demand, and then only the new code counts', async () => {
    const { browser } = await signUp('again@example.org');
    const first = digitsIn(await letterTo('again@example.org'));
    stage.clock.forward(60);
    await browser.post('/en/sign-up/again');
    const second = digitsIn(await letterTo('again@example.org'));
    if (first !== second)
      expect((await browser.post('/en/sign-up/confirm', { code: first })).status).toBe(422);
    expect((await browser.post('/en/sign-up/confirm', { code: second })).path).toBe('/en/account');
  });
});

describe('a form that comes back', () => {
  it.each([
    ['no name', { name: '  ' }, 'Write your name.'],
    ['an address that is none', { address: 'awa at home' }, 'This is not an e-mail address.'],
    ['an address without a dot', { address: 'awa@home' }, 'This is not an e-mail address.'],
    ['two addresses', { address: 'a@example.org, b@example.org' }, 'This is not an e-mail address.'],
    ['a short password', { password: 'too short' }, 'shorter than 10'],
    ['a common password', { password: 'Password123!' }, 'tried first'],
    ['the address as a password', { password: 'bad@example.org' }, 'is not a safe password'],
  ])(
    'says what is wrong beside the field: %s',
    async (_what, change: Partial<Record<'name' | 'address' | 'password', string>>, sentence) => {
      const shown = await stage.browser().post('/en/sign-up', { ...fields('bad@example.org'), ...change });
      expect(shown.status).toBe(422);
      expect(shown.html).toContain(sentence);
      expect(shown.html).toContain('aria-invalid="true"');
      expect(shown.html).toContain(`value="${change.address ?? 'bad@example.org'}"`);
      expect(shown.html).not.toContain(goodPassword);
      expect(await stage.letters('bad@example.org')).toEqual([]);
    },
  );

  it('speaks the language of the page', async () => {
    const shown = await stage.browser().post('/ar/sign-up', { ...fields('bad@example.org'), name: '' });
    expect(shown.html).toContain('اكتب اسمك.');
  });

  it('survives a form without any field', async () => {
    expect((await stage.browser().post('/en/sign-up')).status).toBe(422);
    expect((await stage.browser().post('/en/sign-up/confirm')).path).toBe('/en/sign-up');
    expect((await stage.browser().post('/en/sign-up/link')).status).toBe(410);
  });
});
