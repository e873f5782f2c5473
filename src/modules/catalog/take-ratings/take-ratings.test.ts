import { describe, expect, it } from 'vitest';
import type { Event } from '../../../platform/events/event.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { catalogueSnapshot, storedCourses } from '../testing/stage.queries.ts';
import { course, firstDay, importing } from '../testing/catalog-stage.ts';
import { searchCourses } from '../search-courses/search-courses.ts';
import { readSearch } from '../search-courses/search-address.ts';
import { ratingsSubscriber } from './take-ratings.subscriber.ts';

const { db } = await testDatabase();
await importing(db, [
  course('plain'),
  course('praised', { rating: { mean: 4.9, count: 9000 } }),
  course('rated'),
]);
const ids = Object.fromEntries((await storedCourses(db)).map(({ title, id }) => [title, id]));

const told = (scores: readonly { courseId: string | undefined; mean: number; count: number }[]): Event => ({
  id: '01890000-0000-7000-8000-000000000001',
  name: 'reviews.rating-changed',
  version: 1,
  at: firstDay,
  actor: 'reviews',
  data: { scores },
});

const ordered = async (inner: typeof db) => {
  const found = await searchCourses(inner, readSearch(new URLSearchParams('sort=rating')), {
    now: firstDay,
    lang: 'en',
  });
  return found.results.map(({ card }) => [card.title, card.rating?.mean, card.rating?.count]);
};

describe('scores that the reviews tell', () => {
  it('are shown and ordered by as they come, without a second shrinking', () =>
    inTransaction(db, async (inner) => {
      await ratingsSubscriber.handle(inner, [
        told([{ courseId: ids['Course rated'], mean: 4.95, count: 3 }]),
      ]);
      const [first] = await ordered(inner);
      expect(first?.[0]).toBe('Course rated');
      expect(first?.[1]).toBeCloseTo(4.95, 5);
      expect(first?.[2]).toBe(3);
    }));

  it('go again with the last rating; the last word of a batch counts, and the same word twice changes nothing', () =>
    inTransaction(db, async (inner) => {
      const courseId = ids['Course rated'];
      await ratingsSubscriber.handle(inner, [
        told([{ courseId, mean: 4, count: 1 }]),
        told([{ courseId, mean: 3, count: 2 }]),
      ]);
      const once = await catalogueSnapshot(inner);
      await ratingsSubscriber.handle(inner, [told([{ courseId, mean: 3, count: 2 }])]);
      expect(await catalogueSnapshot(inner)).toEqual(once);
      expect((await ordered(inner)).find(([title]) => title === 'Course rated')?.[2]).toBe(2);
      await ratingsSubscriber.handle(inner, [told([{ courseId, mean: 0, count: 0 }])]);
      expect((await ordered(inner)).find(([title]) => title === 'Course rated')?.[2]).toBeUndefined();
    }));

  it('of courses that are gone change nothing', () =>
    inTransaction(db, async (inner) => {
      const before = await ordered(inner);
      const nobody = '01890000-0000-7000-8000-0000000000ff';
      await ratingsSubscriber.handle(inner, [told([{ courseId: nobody, mean: 4, count: 9 }])]);
      expect(await ordered(inner)).toEqual(before);
    }));
});
