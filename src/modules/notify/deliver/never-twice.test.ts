import fc from 'fast-check';
import { expect, it } from 'vitest';
import { announce } from '../announce/announce.ts';
import { follow, unfollow } from '../follow/follow.ts';
import { notifyStage } from '../testing/stage.ts';

const stage = await notifyStage();
const { deed } = stage;

const readers = [
  { address: 'at-once@example.org', pace: 'at-once', person: await stage.person('at-once@example.org') },
  { address: 'daily@example.org', pace: 'daily', person: await stage.person('daily@example.org') },
] as const;
type Reader = (typeof readers)[number];

/** What happens, in any order: who, about which of two things, which fact. */
const step = fc.oneof(
  fc.record({
    does: fc.constant('follow' as const),
    reader: fc.nat(1),
    thing: fc.nat(1),
    both: fc.boolean(),
  }),
  fc.record({ does: fc.constant('unfollow' as const), reader: fc.nat(1), thing: fc.nat(1) }),
  fc.record({
    does: fc.constant('announce' as const),
    thing: fc.nat(1),
    fact: fc.nat(3),
    closes: fc.boolean(),
  }),
  fc.record({ does: fc.constant('deliver' as const), hours: fc.constantFrom(0, 1, 23) }),
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

interface Waiting {
  readonly reader: Reader;
  readonly thing: number;
  readonly key: string;
  readonly due: number;
}

/** What should be told to whom, reckoned without the database. */
class Model {
  readonly told: string[] = [];
  private readonly follows = new Map<string, { wants: readonly string[]; since: number }>();
  private readonly known = new Set<string>();
  private fresh: { key: string; thing: number; want: string; at: number }[] = [];
  private waiting: Waiting[] = [];

  follow(reader: Reader, thing: number, wants: readonly string[], now: number): void {
    const name = `${reader.address} ${thing}`;
    this.follows.set(name, { wants, since: this.follows.get(name)?.since ?? now });
  }

  unfollow(reader: Reader, thing: number): void {
    this.follows.delete(`${reader.address} ${thing}`);
    this.waiting = this.waiting.filter((each) => each.reader !== reader || each.thing !== thing);
  }

  announce(key: string, thing: number, want: string, at: number): void {
    const hasFollower = readers.some((reader) =>
      this.follows.get(`${reader.address} ${thing}`)?.wants.includes(want),
    );
    if (this.known.has(key) || !hasFollower) return;
    this.known.add(key);
    this.fresh.push({ key, thing, want, at });
  }

  deliver(now: number): void {
    for (const { key, thing, want, at } of this.fresh.splice(0))
      for (const reader of readers) {
        const following = this.follows.get(`${reader.address} ${thing}`);
        if (!following?.wants.includes(want) || following.since > at) continue;
        this.waiting.push({ reader, thing, key, due: reader.pace === 'daily' ? nextSix(at) : at });
      }
    for (const each of this.waiting)
      if (each.due <= now) this.told.push(`${each.reader.address} ${each.key}`);
    this.waiting = this.waiting.filter((each) => each.due > now);
  }
}

const hour = 3_600_000;
const nextSix = (at: number): number =>
  (Math.floor((at - 6 * hour) / (24 * hour)) + 1) * 24 * hour + 6 * hour;

let runs = 0;

async function play(steps: readonly Step[]): Promise<{ told: string[]; letters: string[] }> {
  const run = (runs += 1);
  const model = new Model();
  for (const each of steps) {
    stage.clock.forward(1);
    await take(each, model, run);
  }
  // whatever still waits is due by then
  stage.clock.forward(86_400);
  for (let times = 0; times < 2; times += 1) await stage.deliver();
  model.deliver(stage.clock.now().getTime());
  const letters: string[] = [];
  for (const { address } of readers)
    for (const letter of await stage.letters(address))
      for (const [, key] of letter.text.matchAll(new RegExp(`^news (${run}:\\S+)$`, 'gm')))
        letters.push(`${address} ${key}`);
  for (const reader of readers)
    for (const thing of [0, 1]) await deed((inner) => unfollow(inner, reader.person, topicOf(run, thing)));
  return { told: model.told.toSorted(), letters: letters.toSorted() };
}

const topicOf = (run: number, thing: number) => ({ kind: 'test.thing', subject: `${run}:${thing}` });

async function take(each: Step, model: Model, run: number): Promise<void> {
  const now = stage.clock.now().getTime();
  if (each.does === 'deliver') {
    stage.clock.forward(60 + each.hours * 3_600);
    await Promise.all([stage.deliver(), stage.deliver()]);
    return model.deliver(stage.clock.now().getTime());
  }
  const topic = topicOf(run, each.thing);
  if (each.does === 'announce') {
    const want = each.closes ? 'closes' : 'opens';
    const key = `${run}:${each.thing}:${each.fact}:${want}`;
    const news = [stage.news(key, { topic, want })];
    await Promise.all([1, 2].map(() => deed((inner) => announce(inner, stage.actor(), news))));
    return model.announce(key, each.thing, want, now);
  }
  const reader = readers[each.reader] ?? readers[0];
  const person = { ...reader.person, now: stage.clock.now() };
  if (each.does === 'unfollow') {
    await deed((inner) => unfollow(inner, person, topic));
    return model.unfollow(reader, each.thing);
  }
  const wants = each.both ? ['opens', 'closes'] : ['opens'];
  const wish = stage.wish({ topic, wants, pace: reader.pace, by: { account: true } });
  await deed((inner) => follow(inner, person, wish));
  model.follow(reader, each.thing, wants, now);
}

it('tells each fact once to everybody who followed it then and still does, whatever happens in which order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const { told, letters } = await play(steps);
      expect(letters).toEqual(told);
    }),
    { numRuns: 40 },
  );
}, 60_000);
