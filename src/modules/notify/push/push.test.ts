import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { readSetting } from '../../../platform/settings/settings.queries.ts';
import { announce } from '../announce/announce.ts';
import type { FollowWish, PushSubscriptionJson } from '../contract.ts';
import { follow } from '../follow/follow.ts';
import { browserKeys, pushReceiver, vapidClaims } from '../testing/push-receiver.ts';
import { countRows, waitingMessages } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';

const service = await pushReceiver();
afterAll(() => service.close());
const stage = await notifyStage();
const { db, deed, tools } = stage;
afterAll(() => tools.fetcher.close());

beforeEach(() => {
  tools.fetcher.allowHosts([{ host: service.host }]);
  service.answer(201);
  service.arrived.length = 0;
});

let count = 0;
/** A browser that follows a topic of its own. */
async function browser(own: Partial<FollowWish> = {}, endpoint?: string) {
  count += 1;
  const topic = { kind: 'test.thing', subject: `push ${count}` };
  const keys = browserKeys();
  const push: PushSubscriptionJson = endpoint
    ? { endpoint, keys: keys.keys }
    : service.subscription(`/send/${count}`, keys);
  const visitor = stage.visitor(own.lang);
  await deed((inner) => follow(inner, visitor, stage.wish({ by: { push }, topic, ...own })));
  const tell = async (...names: string[]) => {
    const news = names.map((name) => stage.news(`${topic.subject} ${name}`, { topic }));
    await deed((inner) => announce(inner, stage.actor(), news));
    await stage.deliverAtOnce();
  };
  return { keys, topic, tell, path: `/send/${count}` };
}

const send = async () => {
  for (const letter of await waitingMessages(db)) await stage.run('notify-push', { letter });
};

describe('a message to a browser', () => {
  it('arrives encrypted for that browser alone, signed by this site, in its language', async () => {
    const { keys, tell, path } = await browser({ lang: 'ar' });
    await tell('1');
    await send();
    const [message] = service.arrived;
    expect(message?.path).toBe(path);
    expect(keys.open(message?.body ?? Buffer.alloc(0))).toMatchObject({
      title: 'Passerelle',
      body: '\u2068news push 1 1\u2069',
      url: 'http://localhost:3000/ar/things/bread',
      lang: 'ar',
      dir: 'rtl',
    });
    expect(() => browserKeys().open(message?.body ?? Buffer.alloc(0))).toThrow();
    expect(message?.headers['content-encoding']).toBe('aes128gcm');
    expect(message?.headers['topic']).toMatch(/^[\w-]{32}$/);
    expect(message?.headers['ttl']).toBe('259200');
    const { claims, publicKey } = vapidClaims(message?.headers['authorization'] ?? '');
    expect(claims).toMatchObject({ aud: `http://${service.host}`, sub: 'mailto:webmaster@localhost' });
    const shown = await stage.browser().get('/en/following/push-key.json');
    expect(JSON.parse(shown.html)).toEqual({ publicKey });
    expect(shown.html).not.toContain('private');
  });

  it('tells all the news of a minute at once, short, and goes once', async () => {
    const { keys, tell } = await browser();
    await tell('1', '2', '3', '4');
    await send();
    await send();
    expect(service.arrived).toHaveLength(1);
    const body = service.arrived[0]?.body ?? Buffer.alloc(0);
    expect(body.length).toBeLessThan(4_096);
    expect(keys.open(body)).toMatchObject({
      title: '4 pieces of news for you',
      body: 'news push 2 1\nnews push 2 2\nnews push 2 3',
    });
  });

  it('is tried again when the service is busy, with the same topic', async () => {
    const { tell } = await browser();
    await tell('1');
    service.answer(503);
    await expect(send()).rejects.toThrow('503');
    service.answer(201);
    await send();
    const topics = service.arrived.map(({ headers }) => headers['topic']);
    expect(topics).toHaveLength(2);
    expect(new Set(topics).size).toBe(1);
  });

  it.each([404, 410])('ends with the consent that the browser took back (%i)', async (status) => {
    const { tell } = await browser();
    const before = await countRows(db);
    await tell('1');
    service.answer(status);
    await send();
    const after = await countRows(db);
    expect(Number(after['contacts'])).toBe(Number(before['contacts']) - 1);
    await tell('2');
    await send();
    expect(service.arrived).toHaveLength(1);
  });

  it('pauses where it is refused three times in a row', async () => {
    const { tell } = await browser();
    service.answer(400);
    for (const name of ['1', '2', '3']) {
      await tell(name);
      await send();
    }
    expect(Number((await countRows(db))['paused'])).toBe(1);
    await tell('4');
    await send();
    expect(service.arrived).toHaveLength(3);
  });

  it.each([
    'http://push.example/1',
    'https://127.0.0.1/1',
    'https://[::1]/1',
    'https://169.254.169.254/latest/meta-data',
    'https://10.0.0.7/1',
    'https://localhost/1',
    'https://service.internal/1',
    'https://push.example:22/1',
  ])('is never sent to %s, whose contact goes', async (endpoint) => {
    tools.fetcher.allowHosts([]);
    const before = await countRows(db);
    const { tell } = await browser({}, endpoint);
    await tell('1');
    await send();
    expect(await countRows(db)).toMatchObject({ contacts: before['contacts'] });
    expect(service.arrived).toEqual([]);
  });

  it('knows one pair of keys, made once, whoever asks first', async () => {
    const before = await readSetting(db, 'notify.vapid');
    const asked = await Promise.all([1, 2, 3].map(() => stage.browser().get('/en/following/push-key.json')));
    expect(new Set(asked.map(({ html }) => html)).size).toBe(1);
    expect(await readSetting(db, 'notify.vapid')).toEqual(before);
  });
});
