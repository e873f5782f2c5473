import { Secret, TOTP } from 'otpauth';
import { beforeEach, describe, expect, it } from 'vitest';
import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { accountsStage, goodPassword, signIn, tokenIn, who } from '../testing/stage.ts';
import { stepOfCode } from './totp.ts';

const stage = await accountsStage();
const { clock } = stage;
let count = 0;
let address = '';

const app = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) });
const codeNow = (secret: string) => app(secret).generate({ timestamp: clock.now().getTime() });
const secretOn = (html: string) =>
  /id="secret" value="([A-Z2-7 ]+)"/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';

async function setUp(browser: TestBrowser) {
  const shown = await browser.post('/en/account/two-factor/begin');
  const secret = secretOn(shown.html);
  const done = await browser.post('/en/account/two-factor/confirm', { code: codeNow(secret) });
  const codes = [...done.html.matchAll(/<code>([a-z0-9-]{14})<\/code>/g)].map((match) => match[1] ?? '');
  clock.forward(60);
  return { secret, codes };
}

/** Gives the password, and stops at the second step. */
async function halfway(fields: Record<string, string> = {}) {
  const browser = stage.browser();
  const shown = await browser.post('/en/sign-in', { address, password: goodPassword, ...fields });
  expect(shown.path).toBe('/en/sign-in/second-step');
  return browser;
}
const step = (browser: TestBrowser, code: string) => browser.post('/en/sign-in/second-step', { code });

beforeEach(async () => {
  address = `awa${(count += 1)}@example.org`;
  await stage.person({ address });
});

async function signedIn() {
  const browser = stage.browser();
  await signIn(browser, address);
  return browser;
}

describe('the second step', () => {
  it('is set up with a picture, a key and a code of the app, and gives ten recovery codes', async () => {
    const browser = await signedIn();
    const shown = await browser.post('/en/account/two-factor/begin');
    expect(shown.html).toMatch(/<svg class="qr"[^>]*><rect[^>]*fill="#ffffff"/);
    expect(shown.html).toContain('otpauth://totp/Passerelle:');
    const wrong = await browser.post('/en/account/two-factor/confirm', { code: '000000' });
    expect(wrong.status).toBe(422);
    expect(secretOn(wrong.html)).toBe(secretOn(shown.html));
    const { codes } = await setUp(browser);
    expect(new Set(codes).size).toBe(10);
    expect((await browser.get('/en/account')).html).toContain('10 recovery codes left');
    expect((await stage.letters(address)).at(-1)?.subject).toBe('The second step is on');
    expect((await browser.post('/en/account/two-factor/begin')).status).toBe(409);
  });

  it('stands between the password and the account', async () => {
    const { secret } = await setUp(await signedIn());
    const browser = await halfway({ back: '/account/sessions' });
    expect((await who(browser)).kind).toBe('visitor');
    expect((await browser.get('/en/account')).path).toContain('/en/sign-in');
    expect((await step(browser, '000000')).status).toBe(422);
    expect((await step(browser, codeNow(secret))).path).toBe('/en/account/sessions');
    expect((await who(browser)).kind).toBe('person');
  });

  it('stands behind a mail link and a reset too', async () => {
    await setUp(await signedIn());
    const linked = stage.browser();
    await linked.post('/en/sign-in/link', { address });
    const link = tokenIn((await stage.letters(address)).at(-1));
    expect((await linked.post('/en/sign-in/link/open', { token: link })).path).toBe(
      '/en/sign-in/second-step',
    );
    await linked.post('/en/reset-password', { address });
    const token = tokenIn((await stage.letters(address)).at(-1));
    const reset = await linked.post('/en/reset-password/choose', { token, password: 'nine purple tractors' });
    expect(reset.path).toBe('/en/sign-in/second-step');
    expect((await who(linked)).kind).toBe('visitor');
  });

  it('takes no code twice, not even at the same time', async () => {
    const { secret } = await setUp(await signedIn());
    const code = codeNow(secret);
    const [one, two] = [await halfway(), await halfway()];
    const answers = await Promise.all([step(one, code), step(two, code)]);
    expect(answers.map((each) => each.status).sort()).toEqual([200, 422]);
    expect((await step(await halfway(), code)).status).toBe(422);
  });

  it('takes a recovery code once, as it is typed from paper', async () => {
    const { codes } = await setUp(await signedIn());
    const typed = (codes[0] ?? '').toUpperCase().replaceAll('-', ' ');
    expect((await step(await halfway(), typed)).path).toBe('/en/account');
    expect((await step(await halfway(), typed)).status).toBe(422);
    expect((await step(await halfway(), codes[1] ?? '')).path).toBe('/en/account');
  });

  it('lets old recovery codes go when new ones are made', async () => {
    const browser = await signedIn();
    const { codes } = await setUp(browser);
    const renewed = await browser.post('/en/account/two-factor/recovery-codes');
    const fresh = /<code>([a-z0-9-]{14})<\/code>/.exec(renewed.html)?.[1] ?? '';
    expect((await step(await halfway(), codes[0] ?? '')).status).toBe(422);
    expect((await step(await halfway(), fresh)).path).toBe('/en/account');
  });

  it('is over after ten minutes, and limits the tries', async () => {
    const { secret } = await setUp(await signedIn());
    const late = await halfway();
    clock.forward(601);
    expect((await step(late, codeNow(secret))).path).toBe('/en/sign-in');
    const browser = await halfway();
    const statuses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) statuses.push((await step(browser, '000000')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429]);
  });

  it('can be turned off, with a letter', async () => {
    const browser = await signedIn();
    await setUp(browser);
    await browser.post('/en/account/two-factor/off');
    expect((await stage.letters(address)).at(-1)?.subject).toBe('The second step is off');
    await signIn(stage.browser(), address);
    expect((await browser.post('/en/account/two-factor/off')).status).toBe(409);
    expect((await browser.post('/en/account/two-factor/recovery-codes')).status).toBe(409);
  });

  it('sends those who come without a first proof to the sign-in page', async () => {
    expect((await stage.browser().get('/en/sign-in/second-step')).path).toBe('/en/sign-in');
    expect((await step(stage.browser(), '123456')).path).toBe('/en/sign-in');
  });
});

describe('a code of the app', () => {
  it('may come thirty seconds early or late, and is read with its gap', () => {
    const secret = 'JBSWY3DPEHPK3PXP';
    const now = new Date('2026-12-01T09:00:10Z');
    const at = (seconds: number) => app(secret).generate({ timestamp: now.getTime() + seconds * 1000 });
    const here = Math.floor(now.getTime() / 30_000);
    expect([-30, 0, 30].map((each) => stepOfCode(secret, at(each), now))).toEqual([here - 1, here, here + 1]);
    expect(stepOfCode(secret, `${at(0).slice(0, 3)} ${at(0).slice(3)}`, now)).toBe(here);
    expect(stepOfCode(secret, at(90), now)).toBeUndefined();
    expect(stepOfCode(secret, '12345', now)).toBeUndefined();
    expect(stepOfCode(secret, 'abcdef', now)).toBeUndefined();
  });
});
