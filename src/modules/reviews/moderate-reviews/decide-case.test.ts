import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { appeal } from '../appeal/appeal.ts';
import { withdrawReview } from '../review-states/change-state.ts';
import {
  acting,
  coursesOf,
  heldReview,
  judging,
  letters,
  lettersTo,
  moderator,
  person,
  spam,
  written,
} from '../testing/moderation-stage.ts';
import { deleteDecisions, rewriteDecision, storedCases } from '../testing/stored-cases.queries.ts';
import { storedRatings, storedReview, storedTransitions } from '../testing/stored-review.queries.ts';
import { decisionLog } from './case.queries.ts';
import { type CaseDecision, decideCase, decideCases } from './decide-case.ts';
import { moderationData } from './moderation-data.ts';
import { queuePage, waitingBursts } from './queue.queries.ts';

const { db } = await testDatabase();
const bread = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';
const page = { size: 50, number: 1 };

describe('a decision', () => {
  it('publishes the review, makes it count, tells the author in their language, and stands in the log', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await heldReview(inner, bread);
      const mo = await moderator(inner);
      await decideCase(inner, mo, judging(open, { verdict: 'published', reason: 'fine' }), letters);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'published' });
      expect(await storedRatings(inner)).toEqual({ [id]: 5 });
      expect((await lettersTo(inner, author)).map(({ subject }) => subject)).toEqual([
        'Votre avis est publié',
      ]);
      expect(await storedCases(inner, id)).toMatchObject([{ state: 'published' }]);
      expect(await decisionLog(inner, page)).toMatchObject([
        { verdict: 'published', by: 'Mo', course: 'Bread', inAll: 1 },
      ]);
    });
  });

  it('rejects with a reason and own words, which reach the author', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await heldReview(inner, bread);
      await decideCase(inner, await moderator(inner), judging(open, { words: 'Ôtez le lien.' }), letters);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'rejected' });
      expect(await storedRatings(inner)).toEqual({});
      const [letter] = await lettersTo(inner, author);
      expect(letter?.text).toContain('c’est de la publicité');
      expect(letter?.text).toContain('Ôtez le lien.');
      expect(letter?.text).toContain(`https://passerelle.example/fr/reviews/${id}/appeal`);
      expect((await storedTransitions(inner, id)).at(-1)).toBe(
        'reject held>rejected moderator c’est de la publicité\nÔtez le lien.',
      );
    });
  });

  it('is refused to others than moderators, to authors, to the provider, twice, and without a reason', async () => {
    await inTransaction(db, async (inner) => {
      const { author, open } = await heldReview(inner, bread);
      const mo = await moderator(inner);
      const decide = (actor: Actor, more: Partial<CaseDecision> = {}) =>
        decideCase(inner, actor, judging(open, more), letters);
      await expect(decide(acting(author))).rejects.toThrow('http.not-found');
      await expect(decide({ ...acting(author), roles: ['moderator'] })).rejects.toThrow('reviews.own-review');
      const staff = await moderator(inner);
      await speaksFor(inner, staff.id, bread, staff.now);
      await expect(decide(staff)).rejects.toThrow('reviews.own-course');
      await expect(decide(mo, { reason: 'fine' })).rejects.toThrow('reviews.reason-missing');
      await expect(decide(mo, { reason: 'other' })).rejects.toThrow('reviews.words-missing');
      await expect(decide(mo, { reason: 'other', words: '  ' })).rejects.toThrow('reviews.words-missing');
      await expect(decide(mo, { version: 7 })).rejects.toThrow('reviews.case-decided');
      await expect(decide(mo, { caseId: mo.ids.next() })).rejects.toThrow('http.not-found');
      await decide(mo);
      await expect(decide(mo)).rejects.toThrow('reviews.case-decided');
    });
  });

  it('is not asked about a review that its author took away', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await heldReview(inner, bread);
      await withdrawReview(inner, acting(author), { reviewId: id, version: 1, why: '' });
      expect((await queuePage(inner, {}, page)).all).toBe(0);
      await expect(decideCase(inner, await moderator(inner), judging(open), letters)).rejects.toThrow(
        'reviews.case-decided',
      );
    });
  });

  it.each([
    ['changed', rewriteDecision],
    ['deleted', deleteDecisions],
  ])('cannot be %s by anybody', async (_name, attempt) => {
    await inTransaction(db, async (inner) => {
      const { open } = await heldReview(inner, bread);
      await decideCase(inner, await moderator(inner), judging(open), letters);
      await expect(attempt(inner)).rejects.toThrow('decisions stand');
    });
  });
});

describe('the queue', () => {
  it('shows what waits, the oldest first, by reason and course, bursts together', async () => {
    await inTransaction(db, async (inner) => {
      const { id, open } = await heldReview(inner, bread);
      for (let at = 0; at < 7; at += 1) {
        const actor = acting(await person(inner, -300), 1, { minutes: at, network: `203.2.${at}.1` });
        await written(inner, actor, bread, { stars: 5 });
      }
      const all = await queuePage(inner, {}, page);
      expect(all).toMatchObject({ all: 8, count: 1, byReason: { link: 1, burst: 7 } });
      expect(all.cases[0]).toMatchObject({ id: open.id, course: 'Bread', excerpt: spam });
      expect((await queuePage(inner, { reason: 'link' }, page)).cases.map((each) => each.id)).toEqual([
        open.id,
      ]);
      expect((await queuePage(inner, { courseId: id }, page)).count).toBe(0);
      const [burst] = await waitingBursts(inner, 5);
      expect(burst).toMatchObject({ signal: 'pace', course: 'Bread' });
      expect((await queuePage(inner, { burstId: burst?.id ?? '' }, page)).count).toBe(burst?.waiting);
      const mo = await moderator(inner);
      const judgement = { verdict: 'rejected', reason: 'organised' } as const;
      const done = await decideCases(
        inner,
        mo,
        { caseIds: [], burstId: burst?.id ?? '', ...judgement },
        letters,
      );
      expect(done).toEqual({ decided: burst?.waiting, left: 0 });
    });
  });
});

it('shows somebody what they reported, appealed and decided, and forgets who it was', async () => {
  await inTransaction(db, async (inner) => {
    const { author, id, open } = await heldReview(inner, bread);
    const mo = await moderator(inner);
    await decideCase(inner, mo, judging(open), letters);
    await appeal(inner, acting(author), { reviewId: id, words: 'No.' });
    expect(await moderationData.export(inner, author.id)).toMatchObject({ appeals: [{ words: 'No.' }] });
    expect(await moderationData.export(inner, mo.id)).toMatchObject({ decisions: [{ verdict: 'rejected' }] });
    for (const who of [author.id, mo.id]) await moderationData.erase(inner, mo, who);
    const nothing = { reports: [], decisions: [] };
    expect(await moderationData.export(inner, mo.id)).toMatchObject(nothing);
    expect(await moderationData.export(inner, author.id)).toMatchObject({ appeals: [{ words: null }] });
    expect((await decisionLog(inner, page))[0]).toMatchObject({ by: null, verdict: 'rejected' });
  });
});
