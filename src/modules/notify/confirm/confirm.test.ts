import { afterAll, describe, expect, it } from 'vitest';
import { mailServer } from '../../../platform/mail/testing/mail-server.ts';
import { announce } from '../announce/announce.ts';
import type { FollowWish } from '../contract.ts';
import { follow } from '../follow/follow.ts';
import { followedSubjects } from '../know-followers/followers.queries.ts';
import { notifyStage, tokenIn } from '../testing/stage.ts';

const server = await mailServer();
afterAll(() => server.close());
const stage = await notifyStage({ smtpPort: server.port });
const { db, deed, wish } = stage;

const arrivedAt = (address: string) => server.arrived.filter(({ to }) => to.includes(address));
const things = (subject: string) => ({ kind: 'test.thing', subject });

/** A visitor asks, and the letter is written. */
async function ask(address: string, own: Partial<FollowWish> = {}): Promise<string> {
  const asked = wish({ ...own, by: { mail: address } });
  const visitor = stage.visitor(asked.lang);
  expect(await deed((inner) => follow(inner, visitor, asked))).toBe('to-confirm');
  await stage.run('notify-confirm', { id: asked.id });
  return tokenIn((await stage.letters(address)).at(-1), '/following/confirm');
}

describe('a letter box agrees first', () => {
  it('through a real mail server: asked, confirmed on a page with a button, told, stopped by its mail program', async () => {
    const address = 'awa@example.org';
    const asked = wish({ by: { mail: address }, lang: 'fr', topic: things('bread') });
    await deed((inner) => follow(inner, stage.visitor('fr'), asked));
    await stage.run('notify-confirm', { id: asked.id });
    const token = tokenIn((await stage.letters(address))[0], '/following/confirm');
    await stage.sendLetters();
    expect(arrivedAt(address)).toHaveLength(1);
    expect(arrivedAt(address)[0]?.raw).toContain('Content-Language: fr');
    expect(arrivedAt(address)[0]?.raw).not.toContain('List-Unsubscribe');

    const browser = stage.browser();
    const page = await browser.get(`/fr/following/confirm?token=${token}`);
    expect(page.status).toBe(200);
    expect(page.html).toContain('Bread');
    expect(await followedSubjects(db, 'test.thing', ['bread'])).toEqual(new Set());
    const after = await browser.post('/fr/following/confirm', { token });
    expect(after.path).toBe('/fr/following');
    expect(after.html).toContain(address);

    await deed((inner) =>
      announce(inner, stage.actor(), [stage.news('confirm 1', { topic: things('bread') })]),
    );
    await stage.deliverAtOnce();
    const letter = (await stage.letters(address)).at(-1);
    await stage.sendLetters();
    const raw = (arrivedAt(address)[1]?.raw ?? '').replaceAll(/\r\n[ \t]+/g, ' ');
    expect(raw).toMatch(/^Subject: news confirm 1\r$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const stop = /^List-Unsubscribe: <http:\/\/localhost:3000(.*)>\r$/m.exec(raw)?.[1] ?? '';
    expect(raw).toMatch(/^List-Id: <following\.localhost>\r$/im);
    expect(letter?.text).toContain(stop);

    const answer = await stage.app.request(`http://localhost:3000${stop}`, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        origin: 'https://mail.example.net',
        'sec-fetch-site': 'cross-site',
      },
    });
    expect(answer.status).toBe(200);
    await deed((inner) =>
      announce(inner, stage.actor(), [stage.news('confirm 2', { topic: things('bread') })]),
    );
    await stage.deliverAtOnce();
    await stage.sendLetters();
    expect(arrivedAt(address)).toHaveLength(2);
  });

  it('is asked once however often the form or the job comes again', async () => {
    const asked = wish({ by: { mail: 'twice@example.org' } });
    for (let times = 0; times < 3; times += 1) {
      expect(await deed((inner) => follow(inner, stage.visitor(), asked))).toBe('to-confirm');
      await stage.run('notify-confirm', { id: asked.id });
    }
    expect(await stage.letters('twice@example.org')).toHaveLength(1);
  });

  it('is not confirmed by reading the link, twice by pressing twice, or after four days', async () => {
    const token = await ask('reader@example.org', { topic: things('reading') });
    const browser = stage.browser();
    await browser.get(`/en/following/confirm?token=${token}`);
    await browser.send(`/en/following/confirm?token=${token}`, { method: 'HEAD' });
    expect(await followedSubjects(db, 'test.thing', ['reading'])).toEqual(new Set());
    const presses = await Promise.all([1, 2].map(() => browser.sendForm('/en/following/confirm', { token })));
    expect(presses.map(({ status }) => status).toSorted()).toEqual([303, 410]);
    const late = await ask('late@example.org');
    stage.clock.forward(4 * 86_400);
    expect((await browser.get(`/en/following/confirm?token=${late}`)).status).toBe(410);
    expect((await browser.post('/en/following/confirm', { token: late })).status).toBe(410);
  });

  it('refuses links that are none', async () => {
    const browser = stage.browser();
    for (const token of ['', 'x', 'a'.repeat(43), '%00', "' or 1=1 --", 'é'.repeat(500)]) {
      const page = await browser.get(`/en/following/confirm?token=${encodeURIComponent(token)}`);
      expect([404, 410]).toContain(page.status);
      expect([404, 410]).toContain((await browser.post('/en/following/confirm', { token })).status);
    }
    expect((await browser.post('/en/following/confirm')).status).toBe(410);
  });

  it('asks an address that is known again, unless this browser confirmed it', async () => {
    const address = 'known@example.org';
    const browser = stage.browser();
    await browser.post('/en/following/confirm', { token: await ask(address, { topic: things('one') }) });
    const proof = browser.cookies.get('follower') ?? '';
    const again = wish({ by: { mail: address }, topic: things('two') });
    expect(await deed((inner) => follow(inner, stage.visitor(), again))).toBe('to-confirm');
    const here = wish({ by: { mail: 'Known@Example.org', proof }, topic: things('three') });
    expect(await deed((inner) => follow(inner, stage.visitor(), here))).toBe('following');
    const others = wish({ by: { mail: 'other@example.org', proof }, topic: things('four') });
    expect(await deed((inner) => follow(inner, stage.visitor(), others))).toBe('to-confirm');
    expect(await followedSubjects(db, 'test.thing', ['two', 'three', 'four'])).toEqual(new Set(['three']));
  });
});
