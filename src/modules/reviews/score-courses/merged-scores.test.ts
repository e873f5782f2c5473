import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { actorOn, course } from '../../catalog/testing/catalog-stage.ts';
import { giveRatings, keptScores } from '../testing/given-ratings.queries.ts';
import { reviewsStage } from '../testing/reviews-stage.ts';
import { fitScores } from './score-courses.ts';

const stage = await reviewsStage([course('bread', { title: 'Bread' }), course('loaf', { title: 'Loaf' })]);
const { db, person } = stage;
const moderator = await person({ roles: ['moderator'] });
const courses = await stage.courses();
const [bread, loaf] = [courses['Bread']?.id ?? '', courses['Loaf']?.id ?? ''];

const countsAndMeans = async () =>
  Object.fromEntries(
    (await keptScores(db)).map((score) => [score.course_id, [score.rating_count, score.mean]]),
  );

/** What follows the merge tells the scores, which listen in the next round. */
async function settle(): Promise<void> {
  await stage.deliver();
  await stage.deliver();
}

it('makes one score of two merged courses, and the same two again of a split', async () => {
  const stars = [
    { courseId: bread, stars: 5 },
    { courseId: bread, stars: 4 },
    { courseId: loaf, stars: 2 },
  ];
  await giveRatings(
    db,
    stars.map((one) => ({ ...one, on: '2026-11-01' })),
  );
  await transact(db, (inner) => fitScores(inner, actorOn()));
  const apart = await countsAndMeans();

  const path = `/en/operator/courses/${bread}/merge`;
  expect((await moderator.browser.post(path, { other: `/courses/${courses['Loaf']?.slug}` })).status).toBe(
    200,
  );
  await settle();
  const together = await countsAndMeans();
  expect(Object.keys(together)).toEqual([bread]);
  expect(together[bread]?.[0]).toBe(3);
  expect(together[bread]?.[1]).toBeLessThan(apart[bread]?.[1] ?? 0);

  const { html } = await moderator.browser.get(`/en/operator/courses/${bread}`);
  const merge = /\/operator\/merges\/([0-9a-f-]{36})\/split/.exec(html)?.[1];
  await moderator.browser.post(`/en/operator/merges/${merge}/split`);
  await settle();
  expect(await countsAndMeans()).toEqual(apart);
});
