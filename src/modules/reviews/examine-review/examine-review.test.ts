import { describe, expect, it } from 'vitest';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { acting, coursesOf, person, written } from '../testing/moderation-stage.ts';
import { storedCases } from '../testing/stored-cases.queries.ts';
import { storedRatings, storedReview } from '../testing/stored-review.queries.ts';
import { examineReview } from './examine-review.ts';
import { isEverybodys } from './mail-for-everybody.ts';
import type { HoldKind } from './hold-reason.ts';

const { db } = await testDatabase();
const courses = await coursesOf(db, ['Bread', 'Cake', 'Pasta']);
const bread = courses.get('Bread') ?? '';
const cake = courses.get('Cake') ?? '';
const text =
  'Clear lessons, many exercises with a teacher who answers within a day, and at the end a loaf that my family asks for.';
const kinds = (reasons: readonly { readonly kind: HoldKind }[]) => reasons.map(({ kind }) => kind);

/** So many people with old accounts, each from a network of their own. */
async function readers(inner: typeof db, count: number, accountDays = -300) {
  const people = [];
  for (let at = 0; at < count; at += 1) people.push(await person(inner, accountDays));
  return people.map((who, at) => ({ who, network: `203.${at >> 8}.${at % 256}.7` }));
}

describe('a review that is written', () => {
  it('waits for nobody when nothing speaks against it', async () => {
    await inTransaction(db, async (inner) => {
      const { id, reasons } = await written(inner, acting(await person(inner, -30)), bread, { body: text });
      expect(reasons).toEqual([]);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'published' });
      expect(await storedCases(inner)).toEqual([]);
    });
  });

  it('tells each reason with its place', async () => {
    await inTransaction(db, async (inner) => {
      const { reasons } = await written(inner, acting(await person(inner, -30)), bread, {
        body: 'Fucking good, see https://spam.example/x',
        cons: 'Ask awa@example.org',
      });
      expect(reasons).toEqual([
        { kind: 'insult', spots: [{ field: 'body', from: 0, to: 7 }] },
        { kind: 'link', spots: [{ field: 'body', from: 18, to: 40 }] },
        { kind: 'contact', spots: [{ field: 'cons', from: 4, to: 19 }] },
      ]);
    });
  });

  it('is a copy when most of it stands in another one, on whatever course and by whomever', async () => {
    await inTransaction(db, async (inner) => {
      const first = await written(inner, acting(await person(inner, -30)), bread, { body: text });
      const second = await written(inner, acting(await person(inner, -30)), cake, {
        body: `${text.toUpperCase()} Yes`,
      });
      expect(second.reasons).toMatchObject([{ kind: 'copy', like: { reviewId: first.id } }]);
      expect(second.reasons[0]?.like?.share).toBeGreaterThan(0.9);
      const other =
        'It says nothing about ovens, which is a pity, since the rest of the lessons was well made and pleasant.';
      const third = await written(inner, acting(await person(inner, -30)), cake, { body: other });
      expect(third.reasons).toEqual([]);
    });
  });

  it('is no copy of itself when it is edited', async () => {
    await inTransaction(db, async (inner) => {
      const actor = acting(await person(inner, -30));
      const { id } = await written(inner, actor, bread, { body: text });
      const facts = { reviewId: id, courseId: bread, personId: actor.id ?? '', lang: 'en', stars: 5 };
      expect(await examineReview(inner, actor, { ...facts, texts: { body: `${text} Thank you.` } })).toEqual(
        [],
      );
    });
  });

  it('waits when the course seems to be theirs: staff of the provider, or mail at the domain of the course', async () => {
    await inTransaction(db, async (inner) => {
      const staff = await person(inner, -30);
      await speaksFor(inner, staff.id, bread, acting(staff).now);
      expect(kinds((await written(inner, acting(staff), bread)).reasons)).toEqual(['own-course']);
      const neighbour = await person(inner, -30, { domain: 'mill.example' });
      expect(kinds((await written(inner, acting(neighbour), bread)).reasons)).toEqual(['own-course']);
      const stranger = await person(inner, -30, { domain: 'windmill.example' });
      expect([isEverybodys('Orange.fr'), isEverybodys('mill.example')]).toEqual([true, false]);
      expect((await written(inner, acting(stranger), bread)).reasons).toEqual([]);
    });
  });
});

describe('a burst', () => {
  it('takes those along that were published before it was recognised; what came earlier stays', async () => {
    await inTransaction(db, async (inner) => {
      const earlier = await written(inner, acting(await person(inner, -300), -20), bread, { stars: 2 });
      const ids: string[] = [];
      for (const [at, { who, network }] of (await readers(inner, 8)).entries())
        ids.push((await written(inner, acting(who, 0, { minutes: at, network }), bread, { stars: 5 })).id);
      const states = await Promise.all(ids.map(async (id) => (await storedReview(inner, id))?.state));
      expect(states).toEqual(ids.map(() => 'held'));
      expect(await storedRatings(inner)).toEqual({ [earlier.id]: 2 });
      const cases = await storedCases(inner);
      expect(cases.map(({ reasons }) => reasons)).toEqual(ids.map(() => ['burst']));
      expect(new Set(cases.map(({ burstId }) => burstId)).size).toBe(1);
    });
  });

  it('of fresh accounts is seen over days, and takes along only those', async () => {
    await inTransaction(db, async (inner) => {
      const old = await written(inner, acting(await person(inner, -300), 0, { network: '192.0.2.9' }), bread);
      const fresh: string[] = [];
      for (const [at, { who, network }] of (await readers(inner, 6, 0)).entries())
        fresh.push(
          (await written(inner, acting(who, 0, { minutes: 60 + at * 240, network }), bread, { stars: 1 })).id,
        );
      expect((await storedReview(inner, old.id))?.state).toBe('published');
      for (const id of fresh) expect((await storedReview(inner, id))?.state).toBe('held');
    });
  });

  it('of one network is seen at the fourth', async () => {
    await inTransaction(db, async (inner) => {
      const people = await readers(inner, 4);
      const reasons = [];
      for (const [at, { who }] of people.entries())
        reasons.push(
          kinds(
            (await written(inner, acting(who, 0, { minutes: at * 90, network: `192.0.2.${at + 1}` }), bread))
              .reasons,
          ),
        );
      expect(reasons).toEqual([[], [], [], ['burst']]);
      expect((await storedCases(inner)).length).toBe(4);
    });
  });

  it('that spares one course finds the provider', async () => {
    await inTransaction(db, async (inner) => {
      const ids = ['Bread', 'Cake', 'Pasta'].map((title) => courses.get(title) ?? '');
      let last: readonly HoldKind[] = [];
      for (const [at, { who, network }] of (await readers(inner, 12)).entries())
        last = kinds(
          (await written(inner, acting(who, 0, { minutes: at, network }), ids[at % 3] ?? '')).reasons,
        );
      expect(last).toEqual(['burst']);
      expect((await storedCases(inner)).length).toBe(12);
    });
  });

  it('is not what a loved course sees every day', async () => {
    await inTransaction(db, async (inner) => {
      const people = await readers(inner, 60);
      for (const [at, { who, network }] of people.entries())
        await written(inner, acting(who, -20 + Math.floor(at / 3), { network }), bread);
      const [last] = await readers(inner, 1);
      const actor = acting(last?.who ?? (await person(inner, -9)), 0, { network: '192.0.2.77' });
      expect((await written(inner, actor, bread)).reasons).toEqual([]);
      expect(await storedCases(inner)).toEqual([]);
    });
  });
});
