import { afterEach, describe, expect, it } from 'vitest';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { rejectReview } from '../review-states/change-state.ts';
import { reviewsStage, signInAgain, type StagePerson, writeThrough } from '../testing/reviews-stage.ts';
import { countOf } from '../testing/stage.queries.ts';
import { storedCases } from '../testing/stored-cases.queries.ts';
import { storedRatings, storedReview, storedTransitions } from '../testing/stored-review.queries.ts';
import { forgetWithdrawnJob } from './forget-withdrawn.job.ts';

const stage = await reviewsStage([course('bread', { title: 'Bread', providers: [{ name: 'The Mill' }] })]);
const { db, person, visitor, clock } = stage;

const edit = async (by: StagePerson, id: string, more: Record<string, string>) => {
  const version = String((await storedReview(db, id))?.version);
  const fields = { version, stars: '4', status: 'finished', lang: 'en', ...more };
  return by.browser.post(`/en/reviews/${id}/edit`, fields);
};

/** Many reviews of one course within days would be a burst. */
afterEach(() => stage.clock.forward(40 * 86_400));

describe('an edit', () => {
  it('keeps what it said before, for everybody to read', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'It was dull.', stars: '2', pros: 'Bread' });
    expect((await awa.browser.get(`/en/reviews/${id}/edit`)).html).toContain('It was dull.</textarea>');
    clock.forward(3 * 86_400);
    await edit(awa, id, { body: 'It grew on me.', stars: '5' });
    clock.forward(86_400);
    await edit(awa, id, { body: 'It grew on me again.', stars: '5' });
    const { html } = await visitor().get(`/en/reviews/${id}`);
    expect(html).toContain('edited on 5 December 2026');
    expect(html).toContain('It grew on me again.');
    expect(html).toContain('Until 4 December 2026: 2 of 5');
    expect(html).toContain('It was dull.');
    expect(html).toContain('Until 5 December 2026: 5 of 5');
    expect((await storedRatings(db))[id]).toBe(5);
    expect(await storedTransitions(db, id)).toEqual([
      'write >published author',
      'edit published>published author',
      'edit published>published author',
    ]);
  });

  it('without a change does nothing', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'Same.' });
    await edit(awa, id, { body: 'Same.' });
    expect(await storedReview(db, id)).toMatchObject({ version: 1, edited_at: null });
  });

  it('is examined as the first words were', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'Fine.' });
    const shown = await edit(awa, id, { body: 'Fine. https://spam.example' });
    expect(shown.html).toContain('Your review is being checked');
    expect(await storedReview(db, id)).toMatchObject({ state: 'held' });
    expect(await storedCases(db, id)).toMatchObject([{ state: 'open', reasons: ['link'] }]);
    expect((await storedRatings(db))[id]).toBeUndefined();
    // a person looks at it in any case: taking the link out does not publish it
    await edit(awa, id, { body: 'Fine.' });
    expect(await storedReview(db, id)).toMatchObject({ state: 'held' });
    expect((await visitor().get(`/en/reviews/${id}`)).status).toBe(404);
  });

  it('of what was rejected goes to a moderator again', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'Awful people.' });
    const moderator = {
      ...stage.actor(),
      kind: 'person',
      id: stage.tools.ids.next(),
      roles: ['moderator'],
    } as const;
    await rejectReview(db, moderator, { reviewId: id, version: 1, why: 'It insults somebody.' });
    const { html } = await awa.browser.get(`/en/reviews/${id}`);
    expect(html).toContain('Your review was not published');
    expect(html).toContain('It insults somebody.');
    expect(html).toContain(`/en/reviews/${id}/appeal`);
    await edit(awa, id, { body: 'A poor course.' });
    expect(await storedReview(db, id)).toMatchObject({ state: 'held', body: 'A poor course.' });
    expect(await storedCases(db, id)).toMatchObject([{ state: 'open' }]);
  });

  it('in an older window keeps the words, and saves them when sent again', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'One.' });
    await edit(awa, id, { body: 'Two.' });
    const late = await edit(awa, id, { body: 'Three.', version: '1' });
    expect(late.status).toBe(422);
    expect(late.html).toContain('changed in the meantime');
    expect(late.html).toContain('Three.</textarea>');
    const version = /name="version" value="(\d+)"/.exec(late.html)?.[1] ?? '';
    await edit(awa, id, { body: 'Three.', version });
    expect(await storedReview(db, id)).toMatchObject({ body: 'Three.', version: 3 });
  });

  it('from two windows at once is one edit and one question', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'One.' });
    const answers = await Promise.all(
      ['Two.', 'Three.'].map((body) => edit(awa, id, { body, version: '1' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422]);
    expect((await storedReview(db, id))?.version).toBe(2);
  });

  it('loses nothing when the session ended meanwhile', async () => {
    const id = await writeThrough(await person(), { body: 'One.' });
    const typed = { version: '1', stars: '5', status: 'finished', lang: 'en', body: 'Two.' };
    const shown = await visitor().post(`/en/reviews/${id}/edit`, typed);
    expect(shown.status).toBe(401);
    expect(shown.html).toContain('Nothing is lost');
    expect(shown.html).toContain('Two.</textarea>');
    expect(shown.html).toContain(`action="/en/reviews/${id}/edit"`);
    expect(await storedReview(db, id)).toMatchObject({ body: 'One.', version: 1 });
    const held = await writeThrough(await person(), { body: 'See https://spam.example' });
    const hidden = await visitor().post(`/en/reviews/${held}/edit`, typed);
    expect([hidden.status, hidden.html.includes('Bread')]).toEqual([401, false]);
  });

  it('is its author’s alone, and shows what is wrong', async () => {
    const awa = await person();
    const id = await writeThrough(awa);
    const stranger = await person();
    for (const page of ['edit', 'withdraw']) {
      expect((await stranger.browser.get(`/en/reviews/${id}/${page}`)).status).toBe(404);
      expect((await visitor().get(`/en/reviews/${id}/${page}`)).path).toContain('/en/sign-in');
    }
    expect((await edit(stranger, id, { body: 'Mine.' })).status).toBe(404);
    expect((await visitor().post(`/en/reviews/${id}/edit`, { stars: '1' })).status).toBe(401);
    const wrong = await edit(awa, id, { stars: '9', body: 'Kept.' });
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain('Kept.</textarea>');
    expect((await awa.browser.get('/en/reviews/no-id/edit')).status).toBe(404);
    const { id: courseId = '' } = (await stage.courses())['Bread'] ?? {};
    await speaksFor(db, awa.id, courseId, clock.now());
    expect((await edit(awa, id, { body: 'We are great.' })).status).toBe(403);
  });
});

describe('withdrawing', () => {
  it('asks first, hides the review, and can be taken back', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'Fine words.' });
    expect((await awa.browser.get(`/en/reviews/${id}/withdraw`)).html).toContain('Withdraw your review?');
    const mine = await awa.browser.post(`/en/reviews/${id}/withdraw`);
    expect(mine.html).toContain('Withdrawn');
    await awa.browser.post(`/en/reviews/${id}/withdraw`);
    expect((await visitor().get(`/en/reviews/${id}`)).status).toBe(404);
    expect((await storedRatings(db))[id]).toBeUndefined();
    expect((await edit(awa, id, { body: 'New.' })).status).toBe(404);
    const back = await awa.browser.post(`/en/reviews/${id}/take-back`);
    expect(back.html).toContain('Your review is back');
    await awa.browser.post(`/en/reviews/${id}/take-back`);
    expect((await visitor().get(`/en/reviews/${id}`)).html).toContain('Fine words.');
    expect((await storedRatings(db))[id]).toBe(4);
  });

  it('makes room for another one, and is not taken back beside it', async () => {
    const awa = await person();
    const first = await writeThrough(awa);
    await awa.browser.post(`/en/reviews/${first}/withdraw`);
    const second = await writeThrough(awa);
    expect(second).not.toBe(first);
    expect((await awa.browser.post(`/en/reviews/${first}/take-back`)).status).toBe(409);
  });

  it('cannot be taken back after thirty days, and then it is deleted with its history', async () => {
    const awa = await person();
    const id = await writeThrough(awa, { body: 'One.' });
    await edit(awa, id, { body: 'Two.' });
    await awa.browser.post(`/en/reviews/${id}/withdraw`);
    const run = () =>
      forgetWithdrawnJob.run(
        { tools: stage.tools, db, actor: stage.actor(), signal: new AbortController().signal },
        {},
      );
    clock.forward(29 * 86_400);
    await run();
    expect(await storedReview(db, id)).toMatchObject({ state: 'withdrawn' });
    clock.forward(2 * 86_400);
    await signInAgain(awa);
    expect((await awa.browser.post(`/en/reviews/${id}/take-back`)).status).toBe(410);
    const before = await countOf(db, 'reviews.earlier_text');
    await run();
    expect(await storedReview(db, id)).toBeUndefined();
    expect(await countOf(db, 'reviews.earlier_text')).toBe(before - 1);
  });

  it('is nobody else’s to do', async () => {
    const id = await writeThrough(await person());
    const stranger = await person();
    expect((await stranger.browser.post(`/en/reviews/${id}/withdraw`)).status).toBe(404);
    expect((await stranger.browser.post(`/en/reviews/${id}/take-back`)).status).toBe(404);
    expect((await visitor().post(`/en/reviews/${id}/withdraw`)).status).toBe(401);
  });
});
