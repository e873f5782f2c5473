import { describe, expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { followingOf } from '../know-followers/followers.queries.ts';
import { unreadBeside } from '../testing/rows.queries.ts';
import { notifyStage, tokenIn } from '../testing/stage.ts';

const stage = await notifyStage();
const { db, deed } = stage;
const thing = (subject: string) => ({ kind: 'test.thing', subject });

async function tell(key: string, subject: string): Promise<void> {
  await deed((inner) => announce(inner, stage.actor(), [stage.news(key, { topic: thing(subject) })]));
}

/** As a mail provider posts it: from outside, without cookie. */
const oneClick = (token: string, body = 'List-Unsubscribe=One-Click') =>
  stage.app.request(`http://localhost:3000/en/following/stop?token=${token}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'null',
      'sec-fetch-site': 'cross-site',
    },
  });

const lettersAfter = async (address: string, work: () => Promise<unknown>): Promise<number> => {
  const before = (await stage.letters(address)).length;
  await work();
  await stage.deliverAtOnce();
  return (await stage.letters(address)).length - before;
};
const tokenOfLatest = async (address: string) =>
  tokenIn((await stage.letters(address)).at(-1), '/following/stop');

describe('one click', () => {
  it('is read as far as a form goes: it comes from anywhere', async () => {
    const address = 'much@example.org';
    await stage.confirm(address, { topic: thing('much') });
    await tell('much 1', 'much');
    await stage.deliverAtOnce();
    const token = await tokenOfLatest(address);
    expect((await oneClick(token, `List-Unsubscribe=${'x'.repeat(3_000_000)}`)).status).toBe(413);
    expect((await oneClick(token)).status).toBe(200);
  });

  it('stops what the letter was about and nothing else, as often as it is pressed', async () => {
    const address = 'one@example.org';
    await stage.confirm(address, { topic: thing('one') });
    await stage.confirm(address, { topic: thing('two') });
    await lettersAfter(address, () => tell('one 1', 'one'));
    const token = await tokenOfLatest(address);
    for (let times = 0; times < 2; times += 1) {
      const answer = await oneClick(token);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
    }
    expect(await lettersAfter(address, () => tell('one 2', 'one'))).toBe(0);
    expect(await lettersAfter(address, () => tell('two 1', 'two'))).toBe(1);
  });

  it('of a digest stops the digest', async () => {
    const address = 'digest@example.org';
    await stage.confirm(address, { topic: thing('d1'), pace: 'daily' });
    await stage.confirm(address, { topic: thing('d2'), pace: 'daily' });
    await stage.confirm(address, { topic: thing('d3'), pace: 'at-once' });
    await tell('d1 1', 'd1');
    await stage.deliver();
    stage.clock.forward(86_400);
    await stage.deliver();
    expect((await oneClick(await tokenOfLatest(address))).status).toBe(200);
    await tell('d2 1', 'd2');
    stage.clock.forward(86_400);
    expect(await lettersAfter(address, () => tell('d3 1', 'd3'))).toBe(1);
    expect((await stage.letters(address)).at(-1)?.text).toContain('news d3 1');
  });

  it('stops what waits to be sent, too', async () => {
    const address = 'waits@example.org';
    await stage.confirm(address, { topic: thing('waits') });
    await lettersAfter(address, () => tell('waits 1', 'waits'));
    await tell('waits 2', 'waits');
    await stage.deliver();
    await oneClick(await tokenOfLatest(address));
    expect(await lettersAfter(address, async () => undefined)).toBe(0);
  });

  it('of an account keeps the news in the product', async () => {
    const awa = await stage.person('awa@example.org');
    await deed((inner) => follow(inner, awa, stage.wish({ by: { account: true }, topic: thing('a') })));
    await lettersAfter('awa@example.org', () => tell('a 1', 'a'));
    await oneClick(await tokenOfLatest('awa@example.org'));
    expect((await followingOf(db, awa.id, thing('a')))?.pace).toBe('no-letter');
    expect(await lettersAfter('awa@example.org', () => tell('a 2', 'a'))).toBe(0);
    expect(await unreadBeside(db, awa.id)).toBe(2);
  });

  it.each(['', 'x', 'a'.repeat(43), '%00', '%27%20or%201=1'])(
    'does nothing with the secret %j',
    async (token) => {
      expect([404, 410]).toContain((await oneClick(token)).status);
      expect([404, 410]).toContain((await stage.browser().get(`/en/following/stop?token=${token}`)).status);
    },
  );

  it('takes a body that is no form', async () => {
    const address = 'odd@example.org';
    await stage.confirm(address, { topic: thing('odd') });
    await lettersAfter(address, () => tell('odd 1', 'odd'));
    const token = await tokenOfLatest(address);
    expect((await oneClick(token, '\u0000\ud800%%%')).status).toBe(200);
    expect(await lettersAfter(address, () => tell('odd 2', 'odd'))).toBe(0);
  });
});

describe('the page behind the link of a letter', () => {
  it('changes nothing by being read; says what else comes; stops one thing, then everything', async () => {
    const address = 'page@example.org';
    await stage.confirm(address, { topic: thing('p1'), title: 'First thing' });
    await stage.confirm(address, { topic: thing('p2'), title: 'Second thing' });
    await lettersAfter(address, () => tell('p1 1', 'p1'));
    const token = await tokenOfLatest(address);
    const browser = stage.browser();
    const path = `/en/following/stop?token=${token}`;
    const page = await browser.get(path);
    expect(page.html).toContain('Stop these letters?');
    expect(page.html).toContain('Second thing');
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await lettersAfter(address, () => tell('p1 2', 'p1'))).toBe(1);
    const after = await browser.post(path, { scope: 'letter' });
    expect(after.html).not.toContain('First thing');
    expect(after.html).toContain('These letters have stopped');
    const done = await browser.post(path, { scope: 'all' });
    expect(done.html).toContain('No more letters come to you');
    expect(await lettersAfter(address, () => tell('p2 1', 'p2'))).toBe(0);
  });

  it('opens for more than a year, and not for ever', async () => {
    const address = 'year@example.org';
    await stage.confirm(address, { topic: thing('year') });
    await lettersAfter(address, () => tell('year 1', 'year'));
    const token = await tokenOfLatest(address);
    stage.clock.forward(399 * 86_400);
    expect((await stage.browser().get(`/en/following/stop?token=${token}`)).status).toBe(200);
    stage.clock.forward(2 * 86_400);
    expect((await oneClick(token)).status).toBe(410);
  });
});
