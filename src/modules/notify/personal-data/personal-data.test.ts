import { expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { browserKeys } from '../testing/push-receiver.ts';
import { countRows } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';
import { notifyData } from './personal-data.ts';

const stage = await notifyStage();
const { db, deed } = stage;

/** An account, a letter box at its address, a browser, and a wish that waits. */
async function everything(address: string) {
  await stage.confirm(address, { title: `Box of ${address}` });
  const person = await stage.person(address);
  const push = { endpoint: `https://push.example/${address}`, keys: browserKeys().keys };
  for (const by of [{ account: true } as const, { push }])
    await deed((inner) => follow(inner, person, stage.wish({ by })));
  await deed((inner) => follow(inner, stage.visitor(), stage.wish({ by: { mail: address } })));
  return person;
}

const awa = await everything('awa@example.org');
await everything('ben@example.org');
await deed((inner) => announce(inner, stage.actor(), [stage.news('fact')]));
await stage.deliverAtOnce();

it('hands out what a person follows and was told, and nothing of others', async () => {
  const text = JSON.stringify(await notifyData.export(db, awa.id));
  const data = JSON.parse(text) as Record<'contacts' | 'news' | 'waiting', unknown[]>;
  expect([data.contacts.length, data.waiting.length]).toEqual([3, 1]);
  expect(text).toContain('Box of awa@example.org');
  expect(text).toContain('"key":"fact"');
  expect(text).not.toContain('ben@example.org');
});

it('erases all of it, and nothing of others', async () => {
  expect(await countRows(db)).toMatchObject({ contacts: 6, subscriptions: 6, wishes: 2 });
  await deed((inner) => notifyData.erase(inner, stage.actor(), awa.id));
  expect(await countRows(db)).toMatchObject({ contacts: 3, subscriptions: 3, wishes: 1 });
  expect(await notifyData.export(db, awa.id)).toEqual({ contacts: [], news: [], waiting: [] });
});
