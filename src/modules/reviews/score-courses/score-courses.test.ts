import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Db } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { addDays } from '../../../platform/time/clock.ts';
import { writeSetting } from '../../../platform/settings/settings.queries.ts';
import { actorOn, course, importing } from '../../catalog/testing/catalog-stage.ts';
import {
  courseIds,
  giveRatings,
  keptScores,
  takeRatings,
  toldEvents,
} from '../testing/given-ratings.queries.ts';
import { fitScores, scoreCourses } from './score-courses.ts';
import { scoreSettingsName, usualScoreSettings } from './score-settings.ts';
import { scoreOf } from './scores.queries.ts';

const { db } = await testDatabase();
const label = (name: string) => ({ subjects: [{ scheme: 'label' as const, label: name }] });
await importing(
  db,
  Array.from({ length: 30 }, (_, at) => course(`c${10 + at}`, label(at < 24 ? 'Statistics' : 'Music'))),
);
const ids = await courseIds(db);
const [first = '', second = '', third = ''] = ids;
const today = '2026-12-01';

const score = async (inner: Db, id: string) => {
  const found = await scoreOf(inner, id);
  if (!found) throw new Error(`course ${id} has no score`);
  return found;
};

describe('a score', () => {
  it('is absent where nobody rated, and goes with the last rating', () =>
    inTransaction(db, async (inner) => {
      const [rating = 0] = await giveRatings(inner, [{ courseId: first, stars: 4, on: today }]);
      await fitScores(inner, actorOn());
      expect((await score(inner, first)).count).toBe(1);
      expect(await scoreOf(inner, second)).toBeUndefined();
      await takeRatings(inner, [rating]);
      await scoreCourses(inner, actorOn(), [first]);
      expect(await scoreOf(inner, first)).toBeUndefined();
      expect(await toldEvents(inner, 'reviews.rating-changed')).toEqual([
        { scores: [{ courseId: first, mean: expect.any(Number), count: 1 }] },
        { scores: [{ courseId: first, mean: 0, count: 0 }] },
      ]);
    }));

  it('keeps the raw histogram, count and mean beside the fair mean', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(
        inner,
        [5, 5, 4, 1].map((stars) => ({ courseId: first, stars, on: today })),
      );
      await fitScores(inner, actorOn());
      const kept = await score(inner, first);
      expect(kept.histogram).toEqual([1, 0, 0, 1, 2]);
      expect(kept.rawMean).toBe(3.75);
      expect(kept.count).toBe(4);
      expect(kept.weightedCount).toBeCloseTo(4, 12);
      expect(kept.mean).toBeCloseTo((kept.m * kept.prior + 15) / (kept.m + 4), 12);
    }));

  it('halves the weight of a rating every 24 months, and leans towards the prior with the years', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(
        inner,
        Array.from({ length: 40 }, () => ({ courseId: first, stars: 5, on: today })),
      );
      const after = async (days: number) => {
        await fitScores(inner, actorOn(days));
        return await score(inner, first);
      };
      const fresh = await after(0);
      expect(fresh.weightedCount).toBeCloseTo(40, 9);
      const halved = await after(730.5);
      expect(halved.referenceDay).toBe(addDays(today, 730));
      expect(halved.weightedCount).toBeCloseTo(40 * 0.5 ** (730 / 730.5), 9);
      const old = await after(7305);
      expect(old.weightedCount).toBeLessThan(0.05);
      expect(fresh.mean).toBeGreaterThan(halved.mean);
      expect(halved.mean).toBeGreaterThan(old.mean);
      expect(old.mean).toBeCloseTo(usualScoreSettings.usualMean, 1);
    }));

  it('weighs by proof', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(
        inner,
        [0, 1, 2, 3].map((proof, at) => ({ courseId: ids[at] ?? '', stars: 5, on: today, proof })),
      );
      await fitScores(inner, actorOn());
      const weights = await Promise.all(
        [0, 1, 2, 3].map(async (at) => (await score(inner, ids[at] ?? '')).weightedCount),
      );
      expect(weights).toEqual([...usualScoreSettings.proofWeights]);
    }));

  it('follows what an operator chose', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(inner, [{ courseId: first, stars: 5, on: today, proof: 0 }]);
      await writeSetting(inner, actorOn(), scoreSettingsName, {
        proofWeights: [1, 1, 1, 1],
        leastM: 50,
        mostM: 50,
      });
      await fitScores(inner, actorOn());
      expect(await score(inner, first)).toMatchObject({ weightedCount: 1, m: 50 });
      await writeSetting(inner, actorOn(), scoreSettingsName, { proofWeights: 'many' });
      await fitScores(inner, actorOn());
      expect((await score(inner, first)).weightedCount).toBe(usualScoreSettings.proofWeights[0]);
    }));

  it('says better than how many of its subject, only where enough courses are rated', () =>
    inTransaction(db, async (inner) => {
      const ratings = ids.flatMap((courseId, at) =>
        Array.from({ length: 6 }, (_, nth) => ({ courseId, stars: nth < at % 6 ? 5 : 3, on: today })),
      );
      await giveRatings(inner, ratings);
      await fitScores(inner, actorOn());
      const statistics = await Promise.all(ids.slice(0, 24).map((id) => score(inner, id)));
      const best = Math.max(...statistics.map(({ mean }) => mean));
      for (const { mean, percentile } of statistics) {
        const lower = statistics.filter((other) => other.mean < mean).length;
        expect(percentile).toBe(Math.floor((100 * lower) / 23));
        if (mean < best) expect(percentile).toBeLessThan(100);
      }
      expect((await score(inner, ids[25] ?? '')).percentile).toBeNull();
      await giveRatings(
        inner,
        Array.from({ length: 60 }, () => ({ courseId: ids[0] ?? '', stars: 5, on: today })),
      );
      await scoreCourses(inner, actorOn(), [ids[0] ?? '']);
      expect((await score(inner, ids[0] ?? '')).percentile).toBe(100);
    }));

  it('tells the catalogue of what can be seen, and of nothing else', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(inner, [
        { courseId: first, stars: 5, on: today },
        { courseId: second, stars: 3, on: today },
      ]);
      await fitScores(inner, actorOn());
      await fitScores(inner, actorOn());
      await scoreCourses(inner, actorOn(), [first, second, third]);
      const told = await toldEvents(inner, 'reviews.rating-changed');
      expect(told).toHaveLength(1);
    }));
});

describe('a change of ratings', () => {
  it('gives the same as making all scores again, after any history', async () => {
    const step = fc.record({
      at: fc.nat({ max: 5 }),
      stars: fc.integer({ min: 1, max: 5 }),
      daysAgo: fc.nat({ max: 900 }),
      proof: fc.nat({ max: 3 }),
      takes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), (history) =>
        inTransaction(db, async (inner) => {
          const given: number[] = [];
          await giveRatings(inner, [{ courseId: third, stars: 4, on: today }]);
          await fitScores(inner, actorOn());
          for (const { at, stars, daysAgo, proof, takes } of history) {
            const courseId = ids[at] ?? '';
            if (takes && given.length > 0) await takeRatings(inner, given.splice(stars % given.length, 1));
            else
              given.push(
                ...(await giveRatings(inner, [{ courseId, stars, on: addDays(today, -daysAgo), proof }])),
              );
            await scoreCourses(inner, actorOn(), ids.slice(0, 6));
          }
          const step = await keptScores(inner);
          await scoreCourses(inner, actorOn(), ids);
          expect(await keptScores(inner)).toEqual(step);
          await fitScores(inner, actorOn());
          const whole = await keptScores(inner);
          expect(whole.map((one) => [one.course_id, one.rating_count])).toEqual(
            step.map((one) => [one.course_id, one.rating_count]),
          );
          for (const [at, one] of whole.entries())
            expect(one.weighted_count).toBeCloseTo(step[at]?.weighted_count ?? NaN, 9);
        }),
      ),
      { numRuns: 15 },
    );
  });

  it('does not depend on the order in which ratings came', async () => {
    const ratings = fc.array(
      fc.record({
        at: fc.nat({ max: 3 }),
        stars: fc.integer({ min: 1, max: 5 }),
        daysAgo: fc.nat({ max: 900 }),
      }),
      { minLength: 2, maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(ratings, async (given) => {
        const scoresOf = (order: typeof given) =>
          inTransactionScores(
            order.map(({ at, stars, daysAgo }) => ({
              courseId: ids[at] ?? '',
              stars,
              on: addDays(today, -daysAgo),
            })),
          );
        const [there, back] = [await scoresOf(given), await scoresOf(given.toReversed())];
        expect(back.length).toBe(there.length);
        for (const [at, one] of back.entries()) expect(one).toBeCloseTo(there[at] ?? NaN, 9);
      }),
      { numRuns: 15 },
    );
  });

  it('touches the courses that it is told of, and no others', () =>
    inTransaction(db, async (inner) => {
      await giveRatings(
        inner,
        ids.slice(0, 10).map((courseId) => ({ courseId, stars: 4, on: today })),
      );
      await fitScores(inner, actorOn());
      const before = await keptScores(inner);
      await giveRatings(inner, [{ courseId: first, stars: 1, on: today }]);
      await scoreCourses(inner, actorOn(), [first]);
      const after = await keptScores(inner);
      expect(after.filter((one) => one.course_id !== first)).toEqual(
        before.filter((one) => one.course_id !== first),
      );
      expect(after.find((one) => one.course_id === first)?.rating_count).toBe(2);
    }));
});

async function inTransactionScores(ratings: Parameters<typeof giveRatings>[1]): Promise<number[]> {
  let means: number[] = [];
  await inTransaction(db, async (inner) => {
    await giveRatings(inner, ratings);
    await fitScores(inner, actorOn());
    means = (await keptScores(inner)).map((one) => one.mean);
  });
  return means;
}
