import { expect, it } from 'vitest';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { actorOn } from '../../catalog/testing/catalog-stage.ts';
import { keepRating } from '../score-courses/keep-rating.ts';
import { fitScores, scoreCourses } from '../score-courses/score-courses.ts';
import { scoreOf } from '../score-courses/scores.queries.ts';
import { acting, coursesOf, letters, moderator, person } from '../testing/moderation-stage.ts';
import { stateCounts } from '../testing/stored-cases.queries.ts';
import { putReview } from '../testing/stored-review.queries.ts';
import { writeReview } from '../write-review/write-review.ts';
import { decideCases } from './decide-case.ts';
import { queuePage, waitingBursts } from './queue.queries.ts';

const { db } = await testDatabase();
const attackers = 500;

/** Twelve courses of one provider, each with twenty honest ratings of its own level. */
async function honestCatalogue(): Promise<string[]> {
  const titles = Array.from({ length: 12 }, (_, at) => `Course ${String.fromCharCode(65 + at)}`);
  const byTitle = await coursesOf(db, titles);
  const ids = titles.map((title) => byTitle.get(title) ?? '');
  await transact(db, async (inner) => {
    for (const [at, courseId] of ids.entries())
      for (let each = 0; each < 20; each += 1) {
        const actor = actorOn(-30 - each * 3);
        const stars = at === 11 ? 2 : each < at + 2 ? 5 : 3;
        const reviewId = await putReview(inner, actor, { course_id: courseId, stars });
        const ratedOn = actor.now.toISOString().slice(0, 10);
        await keepRating(inner, actor, { reviewId, courseId, ratedOn, stars, proof: 'none' });
      }
    await fitScores(inner, actorOn());
  });
  return ids;
}

/** Every course with its score, the best first: what a visitor sees of the ranking. */
async function ranking(courseIds: readonly string[]): Promise<{ courseId: string; shown: string }[]> {
  const scores = [];
  for (const courseId of courseIds) {
    const score = await scoreOf(db, courseId);
    scores.push({ courseId, mean: score?.mean ?? 0, count: score?.count ?? 0 });
  }
  return scores
    .sort((a, b) => b.mean - a.mean || (a.courseId < b.courseId ? -1 : 1))
    .map(({ courseId, mean, count }) => ({ courseId, shown: `${mean.toFixed(6)} of ${count}` }));
}

const five = { stars: 5, status: 'finished', criteria: {}, lang: 'en', isAnonymous: false } as const;

/** Accounts made minutes ago, each from a network of its own, within one hour. */
async function attack(inner: Db, courseId: string): Promise<void> {
  for (let at = 0; at < attackers; at += 1) {
    const network = `203.${at >> 8}.${at % 256}.9`;
    const actor = acting(await person(inner, 0), 0, { minutes: (at * 60) / attackers, network });
    await writeReview(inner, actor, { id: actor.ids.next(), courseId, says: five });
  }
}

it('five hundred five-star reviews of fresh accounts within an hour move nothing, and fill the queue', async () => {
  const courseIds = await honestCatalogue();
  const target = courseIds[11] ?? '';
  const before = await ranking(courseIds);
  expect(before.at(-1)?.courseId).toBe(target);
  await transact(db, (inner) => attack(inner, target));
  expect(await stateCounts(db)).toEqual({ published: 240, held: attackers });
  await transact(db, (inner) => scoreCourses(inner, actorOn(), courseIds));
  expect(await ranking(courseIds)).toEqual(before);
  await transact(db, (inner) => fitScores(inner, actorOn(1)));
  const dayAfter = await ranking(courseIds);
  expect(dayAfter.map(({ courseId }) => courseId)).toEqual(before.map(({ courseId }) => courseId));

  const page = { size: 50, number: 1 };
  expect(await queuePage(db, {}, page)).toMatchObject({ all: attackers, byReason: { burst: attackers } });
  const bursts = await waitingBursts(db, 10);
  expect(bursts).toHaveLength(1);
  const burstId = bursts[0]?.id ?? '';
  const mo = await moderator(db);
  const [honest] = (await queuePage(db, { burstId }, page)).cases;
  const fine = { verdict: 'published', reason: 'checked' } as const;
  const organised = { verdict: 'rejected', reason: 'organised' } as const;
  await transact(db, async (inner) => {
    expect(await decideCases(inner, mo, { caseIds: [honest?.id ?? ''], ...fine }, letters)).toEqual({
      decided: 1,
      left: 0,
    });
    const rest = await decideCases(inner, mo, { caseIds: [], burstId, ...organised }, letters);
    expect(rest).toEqual({ decided: attackers - 1, left: 0 });
  });
  expect(await stateCounts(db)).toEqual({ published: 241, rejected: attackers - 1 });
  expect((await queuePage(db, {}, page)).all).toBe(0);
}, 60_000);
