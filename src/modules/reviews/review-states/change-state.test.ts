import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { actorOn } from '../../catalog/testing/catalog-stage.ts';
import type { ReviewState } from '../tables.ts';
import {
  putReview,
  storedRatings,
  storedReview,
  storedTransitions,
} from '../testing/stored-review.queries.ts';
import { holdReview, publishReview, rejectReview, takeReviewBack, withdrawReview } from './change-state.ts';
import { reviewDiagram, reviewTransitions } from './review-transitions.ts';

const { db } = await testDatabase();
const system = actorOn();
const courseId = system.ids.next();
const authorId = system.ids.next();
const author: Actor = { ...system, kind: 'person', id: authorId, roles: [] };
const moderator: Actor = { ...system, kind: 'person', id: system.ids.next(), roles: ['moderator'] };
const stranger: Actor = { ...author, id: system.ids.next() };

const given = (inner: typeof db, state: ReviewState) =>
  putReview(inner, system, { course_id: courseId, person_id: authorId, state, stars: 3 });

describe('a review', () => {
  it('is held, published, rejected and published again, each step written down, and counts only while published', async () => {
    await inTransaction(db, async (inner) => {
      const id = await given(inner, 'published');
      await holdReview(inner, system, { reviewId: id, version: 1, why: '' });
      expect(await storedRatings(inner)).toEqual({});
      await publishReview(inner, moderator, { reviewId: id, version: 2, why: 'It is fine.' });
      expect(await storedRatings(inner)).toEqual({ [id]: 3 });
      await rejectReview(inner, moderator, { reviewId: id, version: 3, why: 'A phone number.' });
      expect(await storedRatings(inner)).toEqual({});
      await publishReview(inner, moderator, { reviewId: id, version: 4, why: '' });
      expect(await storedTransitions(inner, id)).toEqual([
        'hold published>held system',
        'publish held>published moderator It is fine.',
        'reject published>rejected moderator A phone number.',
        'publish rejected>published moderator',
      ]);
      expect(await storedReview(inner, id)).toMatchObject({
        state: 'published',
        version: 5,
        published_at: system.now,
      });
    });
  });

  it('is taken back to where it stood', async () => {
    for (const state of ['published', 'held', 'rejected'] as const)
      await inTransaction(db, async (inner) => {
        const id = await given(inner, state);
        await withdrawReview(inner, author, { reviewId: id, version: 1, why: '' });
        expect(await storedRatings(inner)).toEqual({});
        await takeReviewBack(inner, author, { reviewId: id, version: 2, why: '' });
        expect(await storedReview(inner, id)).toMatchObject({ state, version: 3 });
        expect(Object.keys(await storedRatings(inner))).toEqual(state === 'published' ? [id] : []);
      });
  });

  it('changes for nobody who saw an earlier version of it', async () => {
    await inTransaction(db, async (inner) => {
      const id = await given(inner, 'held');
      await publishReview(inner, moderator, { reviewId: id, version: 1, why: '' });
      await expect(
        rejectReview(inner, moderator, { reviewId: id, version: 1, why: 'Late.' }),
      ).rejects.toThrow('reviews.moved');
      await expect(publishReview(inner, moderator, { reviewId: id, version: 2, why: '' })).rejects.toThrow(
        'reviews.moved',
      );
    });
  });

  it('is judged by moderators only, and by none who wrote it', async () => {
    await inTransaction(db, async (inner) => {
      const id = await given(inner, 'held');
      const change = { reviewId: id, version: 1, why: '' };
      for (const deed of [publishReview, rejectReview]) {
        await expect(deed(inner, stranger, change)).rejects.toThrow('reviews.not-found');
        await expect(deed(inner, { ...moderator, id: authorId }, change)).rejects.toThrow(
          'reviews.own-review',
        );
      }
      await expect(withdrawReview(inner, stranger, change)).rejects.toThrow('reviews.not-found');
      await expect(withdrawReview(inner, moderator, change)).rejects.toThrow('reviews.moved');
      await expect(takeReviewBack(inner, author, change)).rejects.toThrow('reviews.not-found');
      const nowhere = { ...change, reviewId: system.ids.next() };
      await expect(publishReview(inner, moderator, nowhere)).rejects.toThrow('reviews.not-found');
    });
  });
});

it('draws its machine in the README from the table', () => {
  const readme = readFileSync('src/modules/reviews/README.md', 'utf8');
  expect(readme).toContain(`\`\`\`mermaid\n${reviewDiagram()}\n\`\`\``);
  const states = new Set(reviewTransitions.map(({ to }) => to));
  expect(states).toEqual(new Set(['held', 'published', 'rejected', 'withdrawn']));
});
