import { expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { countRows, unreadBeside } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';

const stage = await notifyStage();
const { db, deed } = stage;
const day = 86_400;

it('keeps a year of news, then their keys alone, so that no fact is told again', async () => {
  const awa = await stage.person('awa@example.org');
  await deed((inner) => follow(inner, awa, stage.wish({ by: { account: true } })));
  await deed((inner) => announce(inner, stage.actor(), [stage.news('old')]));
  await stage.deliverAtOnce();
  stage.clock.forward(399 * day);
  await stage.run('notify-forget');
  expect(await unreadBeside(db, awa.id)).toBe(1);
  stage.clock.forward(2 * day);
  await stage.run('notify-forget');
  expect(await countRows(db)).toMatchObject({
    news: 1,
    deliveries: 0,
    letters: 0,
    keys: 0,
    subscriptions: 1,
  });
  expect(await unreadBeside(db, awa.id)).toBe(0);
  expect(await deed((inner) => announce(inner, stage.actor(), [stage.news('old')]))).toBe(0);
});

it('forgets wishes that nobody confirmed, and letter boxes that follow nothing', async () => {
  const { browser } = await stage.confirm('quiet@example.org');
  await deed((inner) => follow(inner, stage.visitor(), stage.wish({ by: { mail: 'silent@example.org' } })));
  const id = /topics\/([0-9a-f-]{36})/.exec((await browser.get('/en/following')).html)?.[1] ?? '';
  expect(await countRows(db)).toMatchObject({ contacts: 2, wishes: 1 });
  stage.clock.forward(31 * day);
  await stage.run('notify-forget');
  expect(await countRows(db)).toMatchObject({ contacts: 2, wishes: 0, askings: 0 });
  await browser.post(`/en/following/topics/${id}/end`);
  await stage.run('notify-forget');
  expect(await countRows(db)).toMatchObject({ contacts: 1 });
});
