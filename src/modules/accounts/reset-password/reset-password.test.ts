import { describe, expect, it } from 'vitest';
import { passwordOf } from '../password/passwords.queries.ts';
import { accountsStage, goodPassword, pathIn, signIn, tokenIn, who } from '../testing/stage.ts';

const stage = await accountsStage();
const { db } = stage;
const newPassword = 'nine purple tractors';

const letterTo = async (address: string) => (await stage.letters(address)).at(-1);

async function asked(address: string) {
  const browser = stage.browser();
  const shown = await browser.post('/en/reset-password', { address });
  return { browser, shown, letter: await letterTo(address) };
}

describe('resetting a password', () => {
  it('takes the link of the letter, signs in, and ends every other session', async () => {
    await stage.person({ address: 'awa@example.org' });
    const elsewhere = stage.browser();
    await signIn(elsewhere, 'awa@example.org');
    const { browser, letter } = await asked('awa@example.org');
    expect((await browser.get(pathIn(letter))).html).toContain('Awa');
    const form = { token: tokenIn(letter), password: newPassword };
    expect((await browser.post('/en/reset-password/choose', form)).path).toBe('/en/account');
    expect((await who(browser)).kind).toBe('person');
    expect((await who(elsewhere)).kind).toBe('visitor');
    await signIn(stage.browser(), 'awa@example.org', newPassword);
    await expect(signIn(stage.browser(), 'awa@example.org')).rejects.toThrow('422');
    expect((await letterTo('awa@example.org'))?.subject).toBe('Your password was changed');
  });

  it('shows the same for an address without an account, and tells it by mail', async () => {
    await stage.person({ address: 'ada@example.org' });
    const known = await asked('ada@example.org');
    const unknown = await asked('eve@example.org');
    expect(unknown.shown.html.replaceAll('eve@', 'ada@')).toBe(known.shown.html);
    expect(unknown.shown.status).toBe(200);
    expect(unknown.letter?.subject).toBe('No account with this address');
    expect(unknown.letter?.text).not.toContain('token=');
  });

  it('writes to the address that was proved, not to a look-alike that was typed', async () => {
    await stage.person({ address: 'kim@example.org' });
    await asked('\u212Aim@example.org');
    expect((await letterTo('kim@example.org'))?.to).toBe('kim@example.org');
  });

  it('works once, also when pressed twice at the same time', async () => {
    const id = await stage.person({ address: 'twice@example.org' });
    const { letter } = await asked('twice@example.org');
    const token = tokenIn(letter);
    const passwords = ['first green kayak', 'second green kayak', 'third green kayak'];
    const answers = await Promise.all(
      passwords.map((password) => stage.browser().sendForm('/en/reset-password/choose', { token, password })),
    );
    expect(answers.map((each) => each.status).sort()).toEqual([303, 410, 410]);
    const winner = passwords[answers.findIndex((each) => each.status === 303)] ?? '';
    await signIn(stage.browser(), 'twice@example.org', winner);
    expect((await passwordOf(db, id))?.hash).toBeTruthy();
  });

  it('keeps the link good while the password is not', async () => {
    await stage.person({ address: 'weak@example.org' });
    const { browser, letter } = await asked('weak@example.org');
    const token = tokenIn(letter);
    const weak = await browser.post('/en/reset-password/choose', { token, password: 'password123' });
    expect(weak.status).toBe(422);
    expect(weak.html).toContain('tried first');
    const done = await browser.post('/en/reset-password/choose', { token, password: newPassword });
    expect(done.path).toBe('/en/account');
  });

  it('is over after half an hour, and for a token that is none', async () => {
    await stage.person({ address: 'slow@example.org' });
    const { browser, letter } = await asked('slow@example.org');
    stage.clock.forward(1_801);
    expect((await browser.get(pathIn(letter))).status).toBe(410);
    const form = { token: tokenIn(letter), password: newPassword };
    expect((await browser.post('/en/reset-password/choose', form)).status).toBe(410);
    expect((await browser.post('/en/reset-password/choose', { ...form, token: 'x' })).status).toBe(410);
    await signIn(stage.browser(), 'slow@example.org', goodPassword);
  });

  it('sends no more than a few letters to an address', async () => {
    const browser = stage.browser();
    for (let tries = 0; tries < 5; tries += 1)
      await browser.post('/en/reset-password', { address: 'm@example.org' });
    expect((await browser.post('/en/reset-password', { address: 'm@example.org' })).status).toBe(429);
    expect(await stage.letters('m@example.org')).toHaveLength(5);
  });
});
