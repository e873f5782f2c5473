import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { appeal } from '../appeal/appeal.ts';
import { reportReview, reportsADay } from '../report-review/report-review.ts';
import { withdrawReview } from '../review-states/change-state.ts';
import {
  acting,
  coursesOf,
  letters,
  lettersTo,
  person,
  type StagePerson,
  written,
} from '../testing/moderation-stage.ts';
import {
  answerOwnAppeal,
  deleteDecisions,
  rewriteDecision,
  speaksFor,
  storedCases,
} from '../testing/stored-cases.queries.ts';
import { storedRatings, storedReview, storedTransitions } from '../testing/stored-review.queries.ts';
import { caseView, decisionLog } from './case.queries.ts';
import { type CaseDecision, decideCase, decideCases } from './decide-case.ts';
import { moderationData } from './moderation-data.ts';
import { queuePage, waitingBursts } from './queue.queries.ts';

const { db } = await testDatabase();
const bread = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';
const spam = { body: 'See https://spam.example/x' };
const page = { size: 50, number: 1 };

async function moderator(inner: Db): Promise<Actor & { readonly id: string }> {
  const who = await person(inner, -300, { name: 'Mo' });
  return { ...acting(who, 1, { roles: ['moderator'] }), id: who.id };
}

/** A held review of a French author, and its open case. */
async function held(inner: Db) {
  const author = await person(inner, -300, { lang: 'fr' });
  const { id } = await written(inner, acting(author), bread, { ...spam, stars: 5 });
  const [open] = await storedCases(inner, id);
  if (!open) throw new Error('no case was opened');
  return { author, id, open };
}

const judging = (open: { id: string; version: number }, more: Partial<CaseDecision> = {}): CaseDecision => ({
  caseId: open.id,
  version: open.version,
  verdict: 'rejected',
  reason: 'advertising',
  ...more,
});

describe('a decision', () => {
  it('publishes the review, makes it count, tells the author in their language, and stands in the log', async () => {
    await inTransaction(db, async (inner) => {
      const { author, id, open } = await held(inner);
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
      const { author, id, open } = await held(inner);
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
      const { author, open } = await held(inner);
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
      const { author, id, open } = await held(inner);
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
      const { open } = await held(inner);
      await decideCase(inner, await moderator(inner), judging(open), letters);
      await expect(attempt(inner)).rejects.toThrow('decisions stand');
    });
  });
});

describe('an appeal', () => {
  async function rejected(inner: Db) {
    const given = await held(inner);
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
      const { author, id, open } = await held(inner);
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

describe('a report', () => {
  const report = (inner: Db, actor: Actor, reviewId: string) =>
    reportReview(inner, actor, { reviewId, reason: 'not-taken', words: 'Never there.' });
  const published = async (inner: Db, author: StagePerson) =>
    (await written(inner, acting(author), bread, { body: 'Good bread.' })).id;

  it('leaves the review in sight, and is answered by letter to everybody who reported', async () => {
    await inTransaction(db, async (inner) => {
      const author = await person(inner, -300);
      const id = await published(inner, author);
      const [one, staff] = [await person(inner, -300), await person(inner, -300, { lang: 'fr' })];
      await speaksFor(inner, staff.id, bread, acting(staff).now);
      await report(inner, acting(one), id);
      await report(inner, acting(staff), id);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'published' });
      const [open, ...more] = await storedCases(inner, id);
      if (!open) throw new Error('no case was opened');
      expect([open.kind, more]).toEqual(['reported', []]);
      const mo = await moderator(inner);
      const view = await caseView(inner, open.id, mo.id);
      expect(view?.reports.map(({ forProvider }) => forProvider)).toEqual([false, true]);
      await decideCase(inner, mo, judging(open, { reason: 'not-about-course' }), letters);
      expect(await storedReview(inner, id)).toMatchObject({ state: 'rejected' });
      expect((await lettersTo(inner, one))[0]?.subject).toBe('The answer to your report');
      expect((await lettersTo(inner, staff))[0]?.text).toContain('n’est plus publié');
      expect((await lettersTo(inner, author))[0]?.subject).toBe('Your review is not published');
    });
  });

  it('that changes nothing does not trouble the author', async () => {
    await inTransaction(db, async (inner) => {
      const author = await person(inner, -300);
      const id = await published(inner, author);
      await report(inner, acting(await person(inner, -300)), id);
      const [open] = await storedCases(inner, id);
      if (!open) throw new Error('no case was opened');
      await decideCase(
        inner,
        await moderator(inner),
        judging(open, { verdict: 'published', reason: 'checked' }),
        letters,
      );
      expect(await storedReview(inner, id)).toMatchObject({ state: 'published', version: 1 });
      expect(await lettersTo(inner, author)).toEqual([]);
    });
  });

  it('is not made twice, about one’s own, about what nobody sees, nor without end', async () => {
    await inTransaction(db, async (inner) => {
      const author = await person(inner, -300);
      const id = await published(inner, author);
      const reader = acting(await person(inner, -300));
      await expect(report(inner, acting(author), id)).rejects.toThrow('reviews.own-review');
      await expect(report(inner, { ...reader, kind: 'visitor', id: '' }, id)).rejects.toThrow();
    });
    await inTransaction(db, async (inner) => {
      const reader = acting(await person(inner, -300));
      const { id: hidden } = await held(inner);
      await expect(report(inner, reader, hidden)).rejects.toThrow('reviews.not-found');
      for (let at = 0; at < reportsADay; at += 1) {
        const writer = acting(await person(inner, -300), -at * 3, { network: `203.1.${at}.1` });
        const { id } = await written(inner, writer, bread, { stars: 3 });
        await report(inner, reader, id);
        if (at === 0) await expect(report(inner, reader, id)).rejects.toThrow('reviews.reported-already');
      }
      const last = await published(inner, await person(inner, -300));
      await expect(report(inner, reader, last)).rejects.toThrow('reviews.too-many-reports');
    });
  });
});

describe('the queue', () => {
  it('shows what waits, the oldest first, by reason and course, bursts together', async () => {
    await inTransaction(db, async (inner) => {
      const { id, open } = await held(inner);
      for (let at = 0; at < 7; at += 1) {
        const actor = acting(await person(inner, -300), 1, { minutes: at, network: `203.2.${at}.1` });
        await written(inner, actor, bread, { stars: 5 });
      }
      const all = await queuePage(inner, {}, page);
      expect(all).toMatchObject({ all: 8, count: 8, byReason: { link: 1, burst: 7 } });
      expect(all.cases[0]).toMatchObject({ id: open.id, course: 'Bread', excerpt: spam.body });
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
    const { author, id, open } = await held(inner);
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
