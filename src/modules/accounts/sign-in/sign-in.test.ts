import { afterEach, describe, expect, it, vi } from 'vitest';
import { countingStatements, type StatementTally } from '../../../platform/db/database.ts';
import { sessionsOf } from '../session/sessions.queries.ts';
import { accountsStage, goodPassword, signIn, who } from '../testing/stage.ts';

const stage = await accountsStage();
const { db, clock } = stage;
const awa = await stage.person({ address: 'awa@example.org' });

const alive = () => sessionsOf(db, awa, clock.now(), new Date(0));
afterEach(() => void vi.useRealTimers());

describe('signing in by password', () => {
  it('opens a session whose cookie scripts cannot read', async () => {
    const browser = stage.browser();
    const answer = await browser.sendForm('/en/sign-in', {
      address: 'awa@example.org',
      password: goodPassword,
    });
    expect(answer.headers.get('location')).toBe('/en/account');
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('session='));
    expect(cookie).toMatch(/^session=[\w-]{43}; Max-Age=15552000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(await who(browser)).toMatchObject({ kind: 'person', id: awa, name: 'Awa' });
  });

  it('goes on to where one wanted to go, and nowhere else', async () => {
    const form = { address: 'awa@example.org', password: goodPassword };
    const locate = async (back: string) =>
      (await stage.browser().sendForm('/fr/sign-in', { ...form, back })).headers.get('location');
    expect(await locate('/account/sessions')).toBe('/en/account/sessions');
    expect(await locate('/fr/courses?q=a')).toBe('/en/courses?q=a');
    expect(await locate('https://evil.example')).toBe('/en/account');
    expect(await locate('//evil.example')).toBe('/en//evil.example');
    expect(await locate('/\\evil.example')).toBe('/en/account');
  });

  it('answers the same for a wrong password and for an unknown address', async () => {
    const browser = stage.browser();
    const wrong = await browser.post('/en/sign-in', { address: 'awa@example.org', password: 'not the one' });
    const unknown = await browser.post('/en/sign-in', {
      address: 'eve@example.org',
      password: 'not the one',
    });
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect(unknown.html.replaceAll('eve@', 'awa@')).toBe(wrong.html);
    expect(wrong.html).toContain('do not match');
    expect(wrong.html).not.toContain('not the one');
    expect((await who(browser)).kind).toBe('visitor');
  });

  it('asks the database the same of both', async () => {
    const count = async (address: string) => {
      const tally: StatementTally = { count: 0, milliseconds: 0 };
      const browser = stage.browser();
      await countingStatements(tally, () =>
        browser.post('/en/sign-in', { address, password: 'not the one' }),
      );
      return tally.count;
    };
    expect(await count('awa@example.org')).toBe(await count('nobody@example.org'));
  });

  it('takes no session that somebody else planted', async () => {
    const browser = stage.browser();
    const planted = 'p'.repeat(43);
    browser.cookies.set('session', planted);
    await signIn(browser, 'awa@example.org');
    expect(browser.cookies.get('session')).not.toBe(planted);
    const attacker = stage.browser();
    attacker.cookies.set('session', planted);
    expect((await who(attacker)).kind).toBe('visitor');
  });

  it('ends the session of before when one signs in anew', async () => {
    const browser = stage.browser();
    await signIn(browser, 'awa@example.org');
    const old = stage.browser();
    old.cookies.set('session', browser.cookies.get('session') ?? '');
    const before = (await alive()).length;
    await browser.sendForm('/en/sign-in', { address: 'awa@example.org', password: goodPassword });
    expect((await alive()).length).toBe(before);
    expect((await who(old)).kind).toBe('visitor');
    expect((await who(browser)).kind).toBe('person');
  });
});

describe('a session', () => {
  it('costs one statement a request, and none without a cookie', async () => {
    const browser = stage.browser();
    await signIn(browser, 'awa@example.org');
    const count = async (by: typeof browser) => {
      const tally: StatementTally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => by.get('/'));
      return tally.count;
    };
    expect(await count(browser)).toBe(1);
    expect(await count(stage.browser())).toBe(0);
  });

  it('writes down when it was seen once an hour at most', async () => {
    const browser = stage.browser();
    await signIn(browser, 'awa@example.org');
    const start = clock.now();
    clock.forward(3_000);
    await browser.get('/');
    expect((await alive())[0]?.lastSeenAt).toEqual(start);
    clock.forward(700);
    await browser.get('/');
    expect((await alive())[0]?.lastSeenAt).toEqual(clock.now());
  });

  it('ends after thirty days without use, and after half a year in any case', async () => {
    const idle = stage.browser();
    const busy = stage.browser();
    await signIn(idle, 'awa@example.org');
    await signIn(busy, 'awa@example.org');
    clock.forward(29 * 86_400);
    expect((await who(busy)).kind).toBe('person');
    clock.forward(2 * 86_400);
    expect((await who(idle)).kind).toBe('visitor');
    expect(idle.cookies.has('session')).toBe(false);
    for (let month = 0; month < 5; month += 1) {
      expect((await who(busy)).kind).toBe('person');
      clock.forward(29.8 * 86_400);
    }
    expect((await who(busy)).kind).toBe('visitor');
  });

  it('ends at sign-out, for a copy of its cookie too', async () => {
    const browser = stage.browser();
    await signIn(browser, 'awa@example.org');
    const copy = stage.browser();
    copy.cookies.set('session', browser.cookies.get('session') ?? '');
    await browser.post('/en/sign-out');
    expect(browser.cookies.has('session')).toBe(false);
    expect((await who(copy)).kind).toBe('visitor');
  });

  it('refuses a cookie that is no token of ours without asking the database', async () => {
    const browser = stage.browser();
    browser.cookies.set('session', "x' or 1=1 --");
    expect((await who(browser)).kind).toBe('visitor');
  });
});

describe('tries', () => {
  const wrong = { address: 'awa@example.org', password: 'not the one' };

  it('are limited for an address from one network, with the wait in words', async () => {
    const browser = stage.browser('198.51.100.7');
    for (let tries = 0; tries < 6; tries += 1)
      expect((await browser.post('/en/sign-in', wrong)).status).toBe(422);
    const shown = await browser.post('/en/sign-in', { ...wrong, password: goodPassword });
    expect(shown.status).toBe(429);
    expect(shown.html).toMatch(/Too many attempts. Wait 1[45] minutes/);
    expect(Number(shown.headers.get('retry-after'))).toBeGreaterThan(800);
    await signIn(stage.browser('198.51.100.8'), 'awa@example.org');
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 16 * 60_000 });
    await signIn(browser, 'awa@example.org');
  });

  it('are limited for one network over all addresses', async () => {
    const browser = stage.browser('198.51.100.9');
    const statuses = new Set<number>();
    for (let tries = 0; tries < 61; tries += 1)
      statuses.add(
        (await browser.post('/en/sign-in', { ...wrong, address: `a${tries}@example.org` })).status,
      );
    expect([...statuses]).toEqual([422, 429]);
  });

  it('that succeed do not count: a class behind one address gets in', async () => {
    for (let pupil = 0; pupil < 65; pupil += 1)
      await signIn(stage.browser('198.51.100.10'), 'awa@example.org');
  });

  it('made at the same time all count', async () => {
    const browser = stage.browser('2001:db8:1:2::1');
    const neighbour = stage.browser('2001:db8:1:2:ffff::9');
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => (at % 2 ? browser : neighbour).post('/en/sign-in', wrong)),
    );
    expect(answers.filter((each) => each.status === 422)).toHaveLength(6);
    expect(answers.filter((each) => each.status === 429)).toHaveLength(4);
  });
});

describe('on https', async () => {
  const safe = await accountsStage({ baseUrl: 'https://courses.example.org' });
  await safe.person({ address: 'awa@example.org' });

  it('binds the cookie to this host', async () => {
    const answer = await safe
      .browser()
      .sendForm('/en/sign-in', { address: 'awa@example.org', password: goodPassword });
    const cookie = answer.headers.getSetCookie().find((line) => line.includes('session='));
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });
});
