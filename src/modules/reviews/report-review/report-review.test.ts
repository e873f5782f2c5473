import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { inTransaction, testDatabase } from '../../../platform/testing/database.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { caseView } from '../moderate-reviews/case.queries.ts';
import { decideCase } from '../moderate-reviews/decide-case.ts';
import {
  acting,
  coursesOf,
  heldReview,
  judging,
  letters,
  lettersTo,
  moderator,
  person,
  type StagePerson,
  written,
} from '../testing/moderation-stage.ts';
import { storedCases } from '../testing/stored-cases.queries.ts';
import { storedReview } from '../testing/stored-review.queries.ts';
import { reportReview, reportsADay } from './report-review.ts';

const { db } = await testDatabase();
const bread = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';

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
      const { id: hidden } = await heldReview(inner, bread);
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
