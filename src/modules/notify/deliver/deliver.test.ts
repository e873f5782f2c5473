import { describe, expect, it } from 'vitest';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { announce } from '../announce/announce.ts';
import type { FollowWish, News } from '../contract.ts';
import { follow } from '../follow/follow.ts';
import { moveTopic } from '../know-followers/followers.queries.ts';
import { followersOf, unreadBeside } from '../testing/rows.queries.ts';
import { notifyStage } from '../testing/stage.ts';
import { writeLetters } from './write-letters.ts';

const stage = await notifyStage();
const { db, deed } = stage;

let topics = 0;
/** A topic of its own, with somebody who follows it in their account. */
async function followed(own: Partial<FollowWish> = {}, lang: 'en' | 'fr' | 'ar' = 'en') {
  topics += 1;
  const address = `reader-${topics}@example.org`;
  const person = await stage.person(address, lang);
  const topic = { kind: 'test.thing', subject: `thing ${topics}` };
  await deed((inner) => follow(inner, person, stage.wish({ by: { account: true }, topic, ...own })));
  return {
    person,
    topic,
    letters: () => stage.letters(address),
    tell: (key: string, more: Partial<News> = {}) =>
      deed((inner) =>
        announce(inner, stage.actor(), [stage.news(`${topic.subject} ${key}`, { topic, ...more })]),
      ),
  };
}

describe('what is told at once', () => {
  it('comes in one letter for all the news of a minute, and in the product at the same time', async () => {
    const { person, tell, letters } = await followed();
    await tell('1');
    stage.clock.forward(20);
    await tell('2');
    await stage.deliver();
    expect(await letters()).toEqual([]);
    expect(await unreadBeside(db, person.id)).toBe(2);
    await stage.deliverAtOnce();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.subject).toBe('2 pieces of news for you');
    expect(letter?.text).toContain(`news ${'thing 1 1'}\nhttp://localhost:3000/en/things/bread`);
    expect(letter?.text).toContain('because you follow: Bread');
    expect(letter?.text).toContain('http://localhost:3000/en/account/following');
  });

  it('comes once when the job runs twice, at the same time too', async () => {
    const { tell, letters } = await followed();
    await tell('1');
    stage.clock.forward(60);
    await Promise.all([stage.deliver(), stage.deliver(), stage.deliver()]);
    await stage.deliver();
    await tell('1');
    await stage.deliverAtOnce();
    expect(await letters()).toHaveLength(1);
  });

  it('is written once in spite of a failure in the middle', async () => {
    const some = [await followed(), await followed(), await followed({}, 'fr')];
    for (const { tell } of some) await tell('1');
    await stage.deliver();
    stage.clock.forward(60);
    const broken = new Proxy(stage.tools.translators, {
      get: (translators, lang) => {
        if (lang === 'fr') throw new Error('the machine stops here');
        return Reflect.get(translators, lang) as unknown;
      },
    });
    const tools = { ...stage.tools, translators: broken };
    await expect(deed((inner) => writeLetters(inner, stage.actor(), tools))).rejects.toThrow('stops here');
    for (const { letters } of some) expect(await letters()).toEqual([]);
    await stage.deliver();
    for (const { letters } of some) expect(await letters()).toHaveLength(1);
  });

  it('is not sent when it is no news any more, and stays in the product', async () => {
    const { person, tell, letters } = await followed();
    await tell('late', { until: new Date(stage.clock.now().getTime() + 30_000) });
    await stage.deliverAtOnce();
    expect(await letters()).toEqual([]);
    expect(await unreadBeside(db, person.id)).toBe(1);
  });

  it('does not reach those who followed later, or are blocked', async () => {
    const { tell, topic } = await followed();
    const blocked = await stage.person('blocked@example.org');
    await deed((inner) => follow(inner, blocked, stage.wish({ by: { account: true }, topic })));
    await stage.block(blocked.id);
    await tell('1');
    stage.clock.forward(1);
    const later = await stage.person('later-reader@example.org');
    await deed((inner) => follow(inner, later, stage.wish({ by: { account: true }, topic })));
    await stage.deliverAtOnce();
    expect(await stage.letters('blocked@example.org')).toEqual([]);
    expect(await stage.letters('later-reader@example.org')).toEqual([]);
  });

  it('goes to the account alone where its owner’s letter box follows the same', async () => {
    const { tell, topic, letters, person } = await followed();
    const address = 'both@example.org';
    await stage.confirm(address, { topic });
    const both = await stage.person(address);
    await deed((inner) => follow(inner, both, stage.wish({ by: { account: true }, topic })));
    const before = (await stage.letters(address)).length;
    stage.clock.forward(1);
    await tell('1');
    await stage.deliverAtOnce();
    expect((await stage.letters(address)).length - before).toBe(1);
    expect(await letters()).toHaveLength(1);
    expect(await unreadBeside(db, both.id)).toBe(1);
    expect(await followersOf(db, topic.subject)).toBe(3);
    expect(await unreadBeside(db, person.id)).toBe(1);
  });

  it('reaches everybody once when its topic becomes another one meanwhile', async () => {
    const gone = await followed();
    const kept = await followed();
    await deed((inner) =>
      follow(inner, kept.person, stage.wish({ by: { account: true }, topic: gone.topic })),
    );
    stage.clock.forward(1);
    await gone.tell('1');
    await moveTopic(db, stage.actor(), gone.topic, kept.topic);
    await stage.deliverAtOnce();
    expect([(await gone.letters()).length, (await kept.letters()).length]).toEqual([1, 1]);
    await kept.tell('2');
    await stage.deliverAtOnce();
    expect([(await gone.letters()).length, (await kept.letters()).length]).toEqual([2, 2]);
  });

  it('says the rest on the site where a letter would be endless', async () => {
    const { topic, letters } = await followed();
    const many = Array.from({ length: 60 }, (_each, at) =>
      stage.news(`${topic.subject} many ${at}`, { topic }),
    );
    await deed((inner) => announce(inner, stage.actor(), many));
    await stage.deliverAtOnce();
    const [letter] = await letters();
    expect(letter?.text.match(/news thing/g)).toHaveLength(40);
    expect(letter?.text).toContain('See 20 more\nhttp://localhost:3000/en/account/news');
  });
});

describe('digests', () => {
  it('come at six, on the next day, with all of the day', async () => {
    const { tell, letters, topic } = await followed({ pace: 'daily' });
    stage.clock.forward((Date.parse('2026-12-02T05:00:00Z') - stage.clock.now().getTime()) / 1000);
    await tell('1');
    stage.clock.forward(3_000);
    await tell('2');
    await stage.deliver();
    expect(await letters()).toEqual([]);
    stage.clock.forward(600);
    await stage.deliver();
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Your day: 2 pieces of news']);
    await tell('3');
    await stage.deliverAtOnce();
    expect(await letters()).toHaveLength(1);
    stage.clock.forward(86_400);
    await stage.deliver();
    expect((await letters()).map(({ subject }) => subject)[1]).toBe(`news ${topic.subject} 3`);
  });

  it('come on Monday at six, with all of the week, however long the worker was away', async () => {
    const { tell, letters } = await followed({ pace: 'weekly' });
    const at = (instant: string) =>
      stage.clock.forward((Date.parse(instant) - stage.clock.now().getTime()) / 1000);
    at('2026-12-04T12:00:00Z');
    await tell('1');
    at('2026-12-06T23:00:00Z');
    await tell('2');
    await stage.deliver();
    at('2026-12-07T05:59:59Z');
    await stage.deliver();
    expect(await letters()).toEqual([]);
    at('2026-12-07T09:30:00Z');
    await stage.deliver();
    expect((await letters()).map(({ subject }) => subject)).toEqual(['Your week: 2 pieces of news']);
  });
});

describe('the reader’s language', () => {
  const values = {
    course: { texts: { en: 'Bread', fr: 'Le pain' } },
    day: { day: '2026-12-24' },
    price: { amount: 4900, currency: 'EUR' },
  } as const;
  const sentence = 'test.opens' as MessageKey;

  it('brings every value into it', async () => {
    const french = await followed({}, 'fr');
    await french.tell('1', { sentence, values });
    const english = await followed();
    await english.tell('1', { sentence, values });
    await stage.deliverAtOnce();
    const [letter] = await french.letters();
    expect(letter?.lang).toBe('fr');
    expect(letter?.subject.replaceAll('\u202f', ' ').replaceAll('\u00a0', ' ')).toBe(
      'Le pain ouvre le 24 décembre 2026, pour 49 €',
    );
    expect((await english.letters())[0]?.subject).toBe('Bread opens on 24 December 2026, for €49');
  });

  it('runs from right to left in Arabic, with names that run the other way kept together', async () => {
    const { tell, letters } = await followed({}, 'ar');
    await tell('1', { sentence, values });
    await stage.deliverAtOnce();
    const [letter] = await letters();
    expect(letter?.html).toContain('<html lang="ar" dir="rtl">');
    expect(letter?.subject).toContain('\u2068Bread\u2069');
    expect(letter?.text).toContain('http://localhost:3000/ar/things/bread');
  });

  it('survives values that nobody can say', async () => {
    const { tell, letters } = await followed();
    await tell('1', {
      sentence,
      values: {
        course: { instant: '2026-12-24T10:00:00Z', zone: 'Nowhere/Atall' },
        day: { day: 'tomorrow' },
        price: { amount: 5, currency: '€€' },
      },
    });
    await tell('2', { values: { what: { texts: {} } } });
    await tell('3', { values: { what: { message: 'test.soon' as MessageKey } } });
    await tell('4', { values: { what: { day: '2026-12-24', precision: 'month' } } });
    await tell('6', { values: { what: null as never } });
    await tell('5', { values: { what: '<b>bold</b> & \r\nBcc: spy@example.org' } });
    await stage.deliverAtOnce();
    const [letter] = await letters();
    expect(letter?.text).toContain('2026-12-24T10:00:00Z opens on tomorrow, for 5 €€');
    expect(letter?.text).toContain('\nsoon\n');
    expect(letter?.text).toContain('\nDecember 2026\n');
    expect(letter?.html).toContain('&lt;b&gt;bold&lt;/b&gt; &amp;');
  });
});
