import { expect, it } from 'vitest';
import { testDatabase } from '../../../platform/testing/database.ts';
import { course, firstDay, importing } from '../../catalog/testing/catalog-stage.ts';
import { courseIds, rate, score } from '../../reviews/testing/ratings.queries.ts';
import { tellAutomaticNews } from './automatic-news.job.ts';
import { bestReviewed, mostFollowed, newCourses } from './automatic-news.queries.ts';

const { db } = await testDatabase();
const later = (days: number) => new Date(firstDay.getTime() + days * 86_400_000);

it('tells the courses of the week, the latest first, and nothing of what nobody follows or judges', async () => {
  await importing(db, [course('a', { title: 'Milling' })]);
  await importing(db, [course('a', { title: 'Milling' }), course('b', { title: 'Baking' })], { on: 3 });
  expect((await newCourses(db, later(4))).map(({ title }) => title)).toEqual(['Baking', 'Milling']);
  expect(await newCourses(db, later(4))).toContainEqual(expect.objectContaining({ path: '/courses/baking' }));
  expect((await newCourses(db, later(9))).map(({ title }) => title)).toEqual(['Baking']);
  expect(await newCourses(db, later(30))).toEqual([]);
  expect([await mostFollowed(db), await bestReviewed(db, later(4))]).toEqual([[], []]);
});

it('tells what was judged well lately, by enough people', async () => {
  const ids = await courseIds(db);
  await score(db, ids['Milling'] ?? '', 4.6, 5);
  await score(db, ids['Baking'] ?? '', 4.9, 4);
  expect(await bestReviewed(db, later(4))).toEqual([]);
  await rate(db, ids['Milling'] ?? '', '2026-12-02', [5]);
  await rate(db, ids['Baking'] ?? '', '2026-12-02', [5]);
  expect(await bestReviewed(db, later(4))).toMatchObject([{ title: 'Milling', stars: 4.6, reviews: 5 }]);
  expect(await bestReviewed(db, later(60))).toEqual([]);
});

it('can be told again and again', async () => {
  await tellAutomaticNews(db, later(4));
  await expect(tellAutomaticNews(db, later(5))).resolves.toBeUndefined();
});
