import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { decideCase, decideCases } from '../moderate-reviews/decide-case.ts';
import {
  acting,
  coursesOf,
  heldReview,
  judging,
  letters,
  lettersTo,
  moderator,
} from '../testing/moderation-stage.ts';
import { answerOwnAppeal, storedCases } from '../testing/stored-cases.queries.ts';
import { storedReview } from '../testing/stored-review.queries.ts';
import { appeal } from './appeal.ts';

const { db } = await testDatabase();
const bread = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';

describe('an appeal', () => {
  async function rejected(inner: Db) {
    const given = await heldReview(inner, bread);
    const first = await moderator(inner);
    await decideCase(inner, first, judging(given.open), letters);
    await appeal(inner, acting(given.author, 2), { reviewId: given.id, words: 'It is no advertising.' });
    const open = (await storedCases(inner, given.id)).find(({ kind }) => kind === 'appeal');
    if (!open) throw new Error('no appeal was opened');
    return { ...given, first, open };
  }

  it('goes to somebody else, who publishes the review', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, first, open } = await rejected(inner);
      const answer = judging(open, { verdict: 'published', reason: 'appeal-right' });
      await expect(decideCase(inner, first, answer, letters)).rejects.toThrow('reviews.own-decision');
      expect(await decideCases(inner, first, { ...answer, caseIds: [open.id] }, letters)).toEqual({
        decided: 0,
        left: 1,
      });
      await decideCase(inner, await moderator(inner), answer, letters);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'published' });
      expect((await lettersTo(inner, author)).map(({ subject }) => subject)).toEqual([
        'Votre avis n’est pas publié',
        'Votre recours est accepté',
      ]);
    });
  });

  it('may be turned down, and is made once', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await rejected(inner);
      const again = () => appeal(inner, acting(author, 3), { reviewId: id, words: 'Again.' });
      await expect(again()).rejects.toThrow('reviews.appealed-already');
      await decideCase(inner, await moderator(inner), judging(open), letters);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'rejected' });
      expect((await lettersTo(inner, author)).at(-1)?.subject).toBe('La décision est confirmée');
      await expect(again()).rejects.toThrow('reviews.appealed-already');
    });
  });

  it('is nobody else’s, needs words, and a decision to appeal against', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await heldReview(inner, bread);
      const asking = (actor: Actor, words = 'Why?') => appeal(inner, actor, { reviewId: id, words });
      await expect(asking(acting(author))).rejects.toThrow('reviews.not-found');
      const first = await moderator(inner);
      await decideCase(inner, first, judging(open), letters);
      await expect(asking(first)).rejects.toThrow('reviews.not-found');
      await expect(asking(acting(author), '  ')).rejects.toThrow('reviews.appeal-words');
      await asking(acting(author));
      await expect(answerOwnAppeal(inner, first.now)).rejects.toThrow('case_decider_is_another');
    });
  });
});
