import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { blockPerson } from '../manage-people/manage-people.ts';
import { accountsStage, pathIn, tokenIn, who } from '../testing/stage.ts';

const stage = await accountsStage();

async function asked(address: string, fields: Record<string, string> = {}) {
  const browser = stage.browser();
  const shown = await browser.post('/en/sign-in/link', { address, ...fields });
  return { browser, shown, letter: (await stage.letters(address)).at(-1) };
}

describe('signing in by a link', () => {
  it('works once, in any browser, and reading it does not use it up', async () => {
    const id = await stage.person({ address: 'awa@example.org', password: null });
    const { letter } = await asked('awa@example.org', { back: '/account/sessions' });
    const phone = stage.browser();
    expect((await phone.get(pathIn(letter))).html).toContain('Awa');
    expect((await stage.browser().get(pathIn(letter))).status).toBe(200);
    const done = await phone.post('/en/sign-in/link/open', { token: tokenIn(letter) });
    expect(done.path).toBe('/en/account/sessions');
    expect(await who(phone)).toMatchObject({ kind: 'person', id });
    const second = await stage.browser().post('/en/sign-in/link/open', { token: tokenIn(letter) });
    expect(second.status).toBe(410);
    expect(second.html).toContain('has already been used or is too old');
  });

  it('lets one of two presses win', async () => {
    await stage.person({ address: 'race@example.org' });
    const { letter } = await asked('race@example.org');
    const press = () => stage.browser().sendForm('/en/sign-in/link/open', { token: tokenIn(letter) });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 410, 410]);
  });

  it('ends the links sent before it', async () => {
    await stage.person({ address: 'many@example.org' });
    const first = await asked('many@example.org');
    const second = await asked('many@example.org');
    await second.browser.post('/en/sign-in/link/open', { token: tokenIn(second.letter) });
    const late = await stage.browser().post('/en/sign-in/link/open', { token: tokenIn(first.letter) });
    expect(late.status).toBe(410);
  });

  it('shows the same for an address without an account', async () => {
    await stage.person({ address: 'ada@example.org' });
    const known = await asked('ada@example.org');
    const unknown = await asked('eve@example.org');
    expect(unknown.shown.html.replaceAll('eve@', 'ada@')).toBe(known.shown.html);
    expect(unknown.letter?.subject).toBe('No account with this address');
    expect(pathIn(unknown.letter)).toBe('');
  });

  it('is over after a quarter of an hour', async () => {
    await stage.person({ address: 'slow@example.org' });
    const { letter } = await asked('slow@example.org');
    stage.clock.forward(901);
    expect((await stage.browser().get(pathIn(letter))).status).toBe(410);
  });

  it('opens nothing for somebody who is blocked', async () => {
    const id = await stage.person({ address: 'bad@example.org' });
    await blockPerson(stage.db, systemActor('test', stage.clock.now(), stage.ids), id);
    const { browser, letter } = await asked('bad@example.org');
    const shown = await browser.post('/en/sign-in/link/open', { token: tokenIn(letter) });
    expect(shown.status).toBe(403);
    expect(shown.html).toContain('This account is blocked');
    expect((await who(browser)).kind).toBe('visitor');
  });

  it('never takes a link of another kind', async () => {
    await stage.person({ address: 'kinds@example.org' });
    const browser = stage.browser();
    await browser.post('/en/reset-password', { address: 'kinds@example.org' });
    const token = tokenIn((await stage.letters('kinds@example.org')).at(-1));
    expect((await browser.post('/en/sign-in/link/open', { token })).status).toBe(410);
    expect((await browser.post('/en/sign-up/link', { token })).status).toBe(410);
  });
});
