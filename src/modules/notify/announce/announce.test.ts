import { describe, expect, it } from 'vitest';
import { follow, unfollow } from '../follow/follow.ts';
import {
  followedSubjects,
  followingOf,
  isFollowing,
  moveTopic,
} from '../know-followers/followers.queries.ts';
import { notifyStage } from '../testing/stage.ts';
import { announce } from './announce.ts';

const stage = await notifyStage();
const { db, wish, news, deed } = stage;
const bread = { kind: 'test.thing', subject: 'bread' };

const awa = await stage.person('awa@example.org');
await deed((inner) => follow(inner, awa, wish({ by: { account: true } })));

describe('announce', () => {
  it('keeps what somebody follows with that want, and drops the rest', async () => {
    const told = [
      news('a'),
      news('b', { want: 'closes' }),
      news('c', { topic: { kind: 'test.thing', subject: 'cake' } }),
      news('d', { until: new Date('2020-01-01T00:00:00Z') }),
    ];
    expect(await deed((inner) => announce(inner, stage.actor(), told))).toBe(1);
  });

  it('keeps a fact once: twice in one call, again, and at the same time', async () => {
    expect(await deed((inner) => announce(inner, stage.actor(), [news('e'), news('e')]))).toBe(1);
    expect(await deed((inner) => announce(inner, stage.actor(), [news('e')]))).toBe(0);
    const both = await Promise.all(
      [1, 2].map(() => deed((inner) => announce(inner, stage.actor(), [news('f'), news('g')]))),
    );
    expect(both.toSorted()).toEqual([0, 2]);
  });

  it('takes hundreds in one statement, and texts that PostgreSQL would refuse', async () => {
    const many = Array.from({ length: 500 }, (_each, at) => news(`many ${at}`));
    expect(await deed((inner) => announce(inner, stage.actor(), many))).toBe(500);
    const odd = news('nul', { values: { what: 'a\u0000b \ud800' } });
    expect(await deed((inner) => announce(inner, stage.actor(), [odd]))).toBe(1);
    expect(await announce(db, stage.actor(), [])).toBe(0);
  });
});

describe('who follows', () => {
  it('knows which of many subjects anybody follows', async () => {
    expect(await followedSubjects(db, 'test.thing', ['bread', 'cake', 'bread'])).toEqual(new Set(['bread']));
    expect(await followedSubjects(db, 'test.other', ['bread'])).toEqual(new Set());
  });

  it('knows what a person follows, and forgets it when they stop', async () => {
    const ben = await stage.person('ben@example.org');
    expect(await isFollowing(db, ben.id, bread)).toBe(false);
    await deed((inner) => follow(inner, ben, wish({ by: { account: true }, pace: 'weekly' })));
    expect(await followingOf(db, ben.id, bread)).toEqual({ wants: ['opens'], pace: 'weekly' });
    expect(await unfollow(db, ben, bread)).toBe(true);
    expect(await unfollow(db, ben, bread)).toBe(false);
    expect(await isFollowing(db, ben.id, bread)).toBe(false);
  });

  it('moves followers when two things become one, without doubling them', async () => {
    const cleo = await stage.person('cleo@example.org');
    const [old, kept] = ['old', 'kept'].map((subject) => ({ kind: 'test.thing', subject }));
    if (!old || !kept) throw new Error('no topics');
    await deed((inner) => follow(inner, awa, wish({ topic: old, by: { account: true } })));
    await deed((inner) => follow(inner, cleo, wish({ topic: old, by: { account: true } })));
    const other = wish({ topic: kept, wants: ['closes'], title: 'Kept', by: { account: true } });
    await deed((inner) => follow(inner, cleo, other));
    await moveTopic(db, stage.actor(), old, kept);
    await moveTopic(db, stage.actor(), kept, kept);
    expect(await followedSubjects(db, 'test.thing', ['old', 'kept'])).toEqual(new Set(['kept']));
    expect((await followingOf(db, awa.id, kept))?.wants).toEqual(['opens']);
    expect((await followingOf(db, cleo.id, kept))?.wants).toEqual(['closes', 'opens']);
  });
});
