import { describe, expect, it } from 'vitest';
import type { FollowWish } from '../contract.ts';
import { followingOf } from '../know-followers/followers.queries.ts';
import { notifyStage } from '../testing/stage.ts';
import { browserKeys } from '../testing/push-receiver.ts';
import { follow } from './follow.ts';

const stage = await notifyStage();
const { db, deed, wish } = stage;
const topic = { kind: 'test.thing', subject: 'bread' };
const awa = await stage.person('awa@example.org');

const asVisitor = (asked: FollowWish, visitor = stage.visitor()) =>
  deed((inner) => follow(inner, visitor, asked));
const push = (endpoint = 'https://push.example/1') => ({ endpoint, keys: browserKeys().keys });

describe('a wish', () => {
  it.each<[string, Partial<FollowWish>, string]>([
    ['without a want', { wants: [] }, 'notify.no-want'],
    ['for what the form did not offer', { wants: ['opens'], offered: ['closes'] }, 'notify.bad-wish'],
    [
      'with far too many wants',
      { wants: Array.from({ length: 21 }, (_each, at) => `w${at}`) },
      'notify.bad-wish',
    ],
    ['with an id that is none', { id: '1' }, 'notify.bad-wish'],
    ['that leads to another site', { path: '//evil.example' }, 'notify.bad-wish'],
    ['without letters and without an account', { pace: 'no-letter' }, 'notify.sign-in-for-that'],
    ['by browser without letters', { by: { push: push() }, pace: 'no-letter' }, 'notify.sign-in-for-that'],
    ['for an account, by nobody', { by: { account: true } }, 'notify.sign-in-for-that'],
  ])('%s is refused', async (_what, own, code) => {
    await expect(asVisitor(wish({ by: { mail: 'a@example.org' }, ...own }))).rejects.toMatchObject({ code });
  });

  it.each([
    '',
    'awa',
    'awa@',
    '@example.org',
    'awa@localhost',
    'a@b.org, c@d.org',
    'Awa <awa@example.org>',
    'awa@example.org\r\nBcc: spy@example.org',
    'awa\u0000@example.org',
    `${'a'.repeat(300)}@example.org`,
    '"awa b"@example.org',
  ])('by the address %j is refused beside its field', async (mail) => {
    await expect(asVisitor(wish({ by: { mail } }))).rejects.toMatchObject({
      code: 'notify.wrong-address',
      field: 'mail',
    });
  });

  it.each([
    ['no address', { endpoint: 'push', keys: browserKeys().keys }],
    ['another scheme', { endpoint: 'ftp://push.example/1', keys: browserKeys().keys }],
    ['a password', { endpoint: 'https://me:secret@push.example/1', keys: browserKeys().keys }],
    [
      'an endless address',
      { endpoint: `https://push.example/${'a'.repeat(2000)}`, keys: browserKeys().keys },
    ],
    ['short keys', { endpoint: 'https://push.example/1', keys: { p256dh: 'AAAA', auth: 'AAAA' } }],
  ])('by a browser with %s is refused', async (_what, given) => {
    await expect(asVisitor(wish({ by: { push: given } }))).rejects.toMatchObject({
      code: 'notify.wrong-browser',
    });
  });

  it('keeps a title that PostgreSQL would refuse, shortened', async () => {
    const title = `\u0000${'x'.repeat(500)}\ud800`;
    await deed((inner) => follow(inner, awa, wish({ title, by: { account: true } })));
    expect(await followingOf(db, awa.id, topic)).toEqual({ wants: ['opens'], pace: 'at-once' });
  });

  it('changes what is followed already instead of following twice', async () => {
    const again = wish({ by: { account: true }, wants: ['closes'], pace: 'no-letter' });
    for (let times = 0; times < 2; times += 1)
      expect(await deed((inner) => follow(inner, awa, again))).toBe('following');
    expect(await followingOf(db, awa.id, topic)).toEqual({ wants: ['closes'], pace: 'no-letter' });
  });

  it('is one too many after a thousand', async () => {
    const many = await stage.person('many@example.org');
    await deed(async (inner) => {
      for (let at = 0; at < 1_000; at += 1)
        await follow(inner, many, wish({ topic: { ...topic, subject: `${at}` }, by: { account: true } }));
    });
    const more = wish({ topic: { ...topic, subject: 'more' }, by: { account: true } });
    await expect(deed((inner) => follow(inner, many, more))).rejects.toMatchObject({ status: 409 });
    const known = wish({ topic: { ...topic, subject: '7' }, by: { account: true } });
    expect(await deed((inner) => follow(inner, many, known))).toBe('following');
  });
});

describe('letters that one may ask for', () => {
  const outcome = (asked: FollowWish, address: string) =>
    asVisitor(asked, stage.visitor('en', address)).catch((error: { code: string }) => error.code);

  it('are few to one address, from wherever they are asked, and more after an hour', async () => {
    const ask = (at: number) => outcome(wish({ by: { mail: 'Full@example.org' } }), `203.0.113.${at}`);
    const answers = [];
    for (let at = 0; at < 7; at += 1) answers.push(await ask(at));
    expect(answers).toEqual([...Array<string>(6).fill('to-confirm'), 'notify.too-many']);
    stage.clock.forward(3_600);
    expect(await ask(9)).toBe('to-confirm');
  });

  it('are some from one network, IPv6 households included', async () => {
    const ask = (at: number) =>
      outcome(wish({ by: { mail: `someone-${at}@example.org` } }), `2001:db8:1:2::${at.toString(16)}`);
    const answers = [];
    for (let at = 0; at < 41; at += 1) answers.push(await ask(at));
    expect(answers.filter((answer) => answer === 'to-confirm')).toHaveLength(40);
    expect(answers.at(-1)).toBe('notify.too-many');
  });

  it('cannot be had by asking at the same time', async () => {
    const at = stage.visitor('en', '203.0.113.200');
    const answers = await Promise.all(
      Array.from({ length: 12 }, () =>
        asVisitor(wish({ by: { mail: 'crowd@example.org' } }), at).catch(
          (error: { code: string }) => error.code,
        ),
      ),
    );
    expect(answers.filter((answer) => answer === 'to-confirm')).toHaveLength(6);
  });
});

describe('a browser', () => {
  it('follows at once, and is handed to the next person without what the last one followed', async () => {
    const ben = await stage.person('ben@example.org');
    const endpoint = 'https://push.example/shared';
    const cake = { kind: 'test.thing', subject: 'cake' };
    await deed((inner) => follow(inner, awa, wish({ topic: cake, by: { push: push(endpoint) } })));
    expect(await followingOf(db, awa.id, cake)).toBeDefined();
    const tea = { kind: 'test.thing', subject: 'tea' };
    await deed((inner) => follow(inner, ben, wish({ topic: tea, by: { push: push(endpoint) } })));
    expect(await followingOf(db, awa.id, cake)).toBeUndefined();
    expect(await followingOf(db, ben.id, tea)).toBeDefined();
  });
});
