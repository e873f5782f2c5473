import { describe, expect, it } from 'vitest';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { writeSetting } from '../../../platform/settings/settings.queries.ts';
import { addDays } from '../../../platform/time/clock.ts';
import { actorOn, course, importing } from '../../catalog/testing/catalog-stage.ts';
import { courseIds, giveRatings, keptScores } from '../testing/given-ratings.queries.ts';
import { fitScores, scoreCourses } from './score-courses.ts';
import { scoreSettingsName, usualScoreSettings } from './score-settings.ts';

const { db } = await testDatabase();
await importing(
  db,
  Array.from({ length: 30 }, (_, at) => course(`c${10 + at}`)),
);
const ids = await courseIds(db);
const today = '2026-12-01';

describe('five hundred unproved five-star ratings of one course', () => {
  /** Twenty honest courses with forty proved reviews each, whose means lie from 3.6 to 4.7. */
  const honest = ids.slice(0, 20).flatMap((courseId, at) => {
    const high = Math.round((0.6 + (1.1 * at) / 19) * 40);
    return Array.from({ length: 40 }, (_, nth) => {
      const stars = high > 40 ? (nth < high - 40 ? 5 : 4) : nth < high ? 4 : 3;
      return { courseId, stars, on: addDays(today, -nth * 7) };
    });
  });
  const attacked = ids[0] ?? '';
  const attack = (count: number, days: number, proof = 0) =>
    Array.from({ length: count }, (_, nth) => ({
      courseId: attacked,
      stars: 5,
      on: addDays(today, -(nth % days)),
      proof,
    }));

  const moved = async (ratings: ReturnType<typeof attack>, dayLimit = usualScoreSettings.dayLimit) => {
    let result = { before: 0, after: 0, rankBefore: 0, rankAfter: 0, others: 0 };
    await inTransaction(db, async (inner) => {
      await writeSetting(inner, actorOn(), scoreSettingsName, { dayLimit });
      await giveRatings(inner, honest);
      await fitScores(inner, actorOn());
      const first = await keptScores(inner);
      await giveRatings(inner, ratings);
      await scoreCourses(inner, actorOn(), [attacked]);
      await fitScores(inner, actorOn(1));
      const then = await keptScores(inner);
      const mean = (scores: typeof first, id: string) =>
        scores.find((one) => one.course_id === id)?.mean ?? NaN;
      const rank = (scores: typeof first) =>
        scores.filter((one) => one.mean > mean(scores, attacked)).length + 1;
      const shifts = first.map((one) => Math.abs(mean(then, one.course_id) - one.mean));
      result = {
        before: mean(first, attacked),
        after: mean(then, attacked),
        rankBefore: rank(first),
        rankAfter: rank(then),
        others: Math.max(...shifts.filter((_, at) => first[at]?.course_id !== attacked)),
      };
    });
    return result;
  };

  it('lift it by less than a fifth of a star when they come in one day, and no honest course is moved', async () => {
    const { before, after, rankBefore, rankAfter, others } = await moved(attack(500, 1));
    console.info(
      `500 unproved five-star ratings in one day: ${before.toFixed(3)} to ${after.toFixed(3)}, place ${rankBefore} to ${rankAfter} of 20; others by ${others.toFixed(3)} at most`,
    );
    expect(after - before).toBeLessThan(0.2);
    expect(rankAfter).toBeGreaterThan(15);
    expect(others).toBeLessThan(0.02);
  });

  it('weigh as much as twenty of them, where five hundred checked ones would weigh in full', async () => {
    const fakes = await moved(attack(500, 1));
    const twenty = await moved(attack(20, 1));
    const checked = await moved(attack(500, 1, 2));
    const unlimited = await moved(attack(500, 1), 100_000);
    console.info(`without the limit of a day: ${unlimited.after.toFixed(3)}`);
    expect(fakes.after).toBeCloseTo(twenty.after, 6);
    expect(unlimited.after).toBeGreaterThan(fakes.after + 0.5);
    expect(checked.after).toBeGreaterThan(4.7);
  });
});
