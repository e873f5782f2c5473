import { describe, expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { accountsStage, digitsIn, signIn, who } from '../testing/stage.ts';
import { addressesOf } from './addresses.queries.ts';

const stage = await accountsStage();
const { db } = stage;
const awa = await stage.person({ address: 'awa@example.org' });
const bob = await stage.person({ address: 'bob@example.org', name: 'Bob' });
const browser = stage.browser();
await signIn(browser, 'awa@example.org');
const letter = async (address: string) => (await stage.letters(address)).at(-1);
const names = async () => (await addressesOf(db, awa)).map((each) => each.address);

async function add(address: string) {
  await browser.post('/en/account/addresses', { address });
  return browser.post('/en/account/addresses/confirm', { code: digitsIn(await letter(address)) });
}

describe('a further address', () => {
  it('belongs to the account once its code was typed, and opens it then', async () => {
    const asked = await browser.post('/en/account/addresses', { address: 'awa@work.example' });
    expect(asked.html).toContain('The code we sent to awa@work.example');
    expect(await names()).toEqual(['awa@example.org']);
    expect((await browser.post('/en/account/addresses/confirm', { code: '000000' })).status).toBe(422);
    const code = digitsIn(await letter('awa@work.example'));
    expect((await browser.post('/en/account/addresses/confirm', { code })).status).toBe(200);
    expect(await names()).toEqual(['awa@example.org', 'awa@work.example']);
    expect((await letter('awa@example.org'))?.text).toContain('awa@work.example');
    const other = stage.browser();
    await signIn(other, 'AWA@work.example');
    expect((await who(other)).id).toBe(awa);
    expect((await browser.post('/en/account/addresses/confirm', { code })).status).toBe(422);
  });

  it('can become the main one; the main one stays', async () => {
    const [main, work] = await addressesOf(db, awa);
    expect((await browser.post(`/en/account/addresses/${main?.id}/remove`)).status).toBe(409);
    await browser.post(`/en/account/addresses/${work?.id}/primary`);
    expect(await names()).toEqual(['awa@work.example', 'awa@example.org']);
    await browser.post(`/en/account/addresses/${main?.id}/primary`);
    expect(await names()).toEqual(['awa@example.org', 'awa@work.example']);
  });

  it('can be removed, and is told so', async () => {
    const work = (await addressesOf(db, awa))[1];
    await browser.post(`/en/account/addresses/${work?.id}/remove`);
    expect(await names()).toEqual(['awa@example.org']);
    expect((await letter('awa@work.example'))?.subject).toBe('An address was removed');
    expect((await letter('awa@example.org'))?.subject).toBe('An address was removed');
    expect((await browser.post(`/en/account/addresses/${work?.id}/remove`)).status).toBe(404);
  });

  it('of somebody else is written to with other words, and the page tells nothing', async () => {
    const known = await browser.post('/en/account/addresses', { address: 'bob@example.org' });
    expect(known.html).toContain('The code we sent to bob@example.org');
    expect((await letter('bob@example.org'))?.subject).toBe('This address belongs to an account');
    expect(digitsIn(await letter('bob@example.org'))).toBe('');
    const free = await browser.post('/en/account/addresses', { address: 'bib@example.org' });
    expect(free.html.replaceAll('bib@', 'bob@')).toBe(known.html);
  });

  it('is not one’s own, nor anybody’s to touch', async () => {
    const own = await browser.post('/en/account/addresses', { address: 'Awa@Example.org' });
    expect(own.status).toBe(422);
    expect(own.html).toContain('already belongs to your account');
    const [his] = await addressesOf(db, bob);
    expect((await browser.post(`/en/account/addresses/${his?.id}/primary`)).status).toBe(404);
    expect((await browser.post('/en/account/addresses/none/remove')).status).toBe(404);
    expect((await browser.post('/en/account/addresses', { address: 'no address' })).status).toBe(422);
  });

  it('goes to whoever proves it first', async () => {
    await browser.post('/en/account/addresses', { address: 'late@example.org' });
    const code = digitsIn(await letter('late@example.org'));
    await stage.person({ address: 'late@example.org', name: 'Late' });
    expect((await browser.post('/en/account/addresses/confirm', { code })).status).toBe(422);
    expect(await names()).toEqual(['awa@example.org']);
  });

  it('is found by erasure even after it was removed', async () => {
    await stage.person({ address: 'eve@example.org', name: 'Evangeline' });
    const eve = stage.browser();
    await signIn(eve, 'eve@example.org');
    await eve.post('/en/account/addresses', { address: 'eve@former.example' });
    const code = digitsIn(await letter('eve@former.example'));
    const list = await eve.post('/en/account/addresses/confirm', { code });
    const remove = /\/en\/account\/addresses\/[0-9a-f-]{36}\/remove/.exec(list.html)?.[0] ?? '';
    await eve.post(remove);
    expect(await textsAnywhere(db, ['eve@former.example'])).not.toEqual([]);
    await eve.post('/en/account/erasure');
    expect(await textsAnywhere(db, ['eve@former.example', 'eve@example.org', 'evangeline'])).toEqual([]);
  });

  it('is one of ten at most', async () => {
    for (let at = 0; at < 9; at += 1) {
      stage.clock.forward(1);
      await add(`awa${at}@example.org`);
    }
    expect(await names()).toHaveLength(10);
    expect((await browser.post('/en/account/addresses', { address: 'one@more.example' })).status).toBe(409);
  });
});
