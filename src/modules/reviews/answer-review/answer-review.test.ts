import { describe, expect, it } from 'vitest';
import { mailTo } from '../../../platform/mail/mail.queries.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { speaksFor } from '../../catalog/testing/provider-people.queries.ts';
import { reviewsStage, writeThrough } from '../testing/reviews-stage.ts';

const stage = await reviewsStage([
  course('bread', { title: 'Bread', providers: [{ name: 'The Mill' }] }),
  course('cake', { title: 'Cake', providers: [{ name: 'The Oven' }] }),
]);
const { db, person, visitor } = stage;
const staffOf = async (title: string) => {
  const baker = await person();
  const { id = '' } = (await stage.courses())[title] ?? {};
  await speaksFor(db, baker.id, id, stage.clock.now());
  return baker;
};
const author = await person({ lang: 'fr', name: 'Awa' });
const id = await writeThrough(author, { body: 'Too much flour.' });
const baker = await staffOf('Bread');
const path = `/en/reviews/${id}/answer`;

describe('an answer', () => {
  it('of the provider stands under the review, and its author hears of it in their language', async () => {
    expect((await baker.browser.get(`/en/reviews/${id}`)).html).toContain('Answer this review');
    expect((await baker.browser.get(path)).html).toContain('Answer for The Mill');
    const shown = await baker.browser.post(path, { body: '<b>Thank you</b>\nWe use less now.' });
    expect(shown.path).toBe(`/en/reviews/${id}`);
    const { html } = await visitor().get('/en/courses/bread');
    expect(html).toContain('Answer of <bdi>The Mill</bdi>');
    expect(html).toContain('&lt;b>Thank you&lt;/b>\nWe use less now.');
    const letters = await mailTo(db, [author.address]);
    expect(letters.map(({ subject }) => subject)).toEqual(['The Mill a répondu à votre avis sur Bread']);
    expect(letters[0]?.text).toContain(`/fr/reviews/${id}`);
  });

  it('is given once, and can be mended three times without a further letter', async () => {
    for (const body of ['Two.', 'Three.', 'Four.']) await baker.browser.post(path, { body });
    expect((await baker.browser.post(path, { body: 'Five.' })).status).toBe(409);
    const { html } = await visitor().get(`/en/reviews/${id}`);
    expect(html).toContain('Four.');
    expect(html).toContain('mended on');
    expect(await mailTo(db, [author.address])).toHaveLength(1);
  });

  it('sent twice at once is one answer', async () => {
    const other = await writeThrough(await person(), { body: 'Fine bread.' });
    const answers = await Promise.all(
      ['One.', 'Two.'].map((body) => baker.browser.post(`/en/reviews/${other}/answer`, { body })),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect([
      [200, 409],
      [200, 200],
    ]).toContainEqual(statuses);
    const { html } = await visitor().get(`/en/reviews/${other}`);
    expect(html.match(/class="review-answer"/g)).toHaveLength(1);
  });

  it('is nobody else’s to give', async () => {
    const oven = await staffOf('Cake');
    for (const { browser } of [oven, await person(), author]) {
      expect((await browser.get(path)).html).toContain('Only people of the provider can answer');
      expect((await browser.post(path, { body: 'Mine.' })).status).toBe(403);
    }
    expect((await visitor().get(path)).path).toContain('/en/sign-in');
    expect((await visitor().post(path, { body: 'Mine.' })).status).toBe(401);
  });

  it('is not given to one’s own words, nor to what nobody sees', async () => {
    const turncoat = await person();
    const own = await writeThrough(turncoat, { body: 'My words.' });
    const { id: courseId = '' } = (await stage.courses())['Bread'] ?? {};
    await speaksFor(db, turncoat.id, courseId, stage.clock.now());
    expect((await turncoat.browser.post(`/en/reviews/${own}/answer`, { body: 'Yes.' })).status).toBe(403);
    const held = await writeThrough(await person(), { body: 'See https://spam.example' });
    expect((await baker.browser.post(`/en/reviews/${held}/answer`, { body: 'No.' })).status).toBe(404);
  });

  it('says something, and not too much', async () => {
    for (const [body, words] of [
      [' \0 ', 'Write your answer'],
      ['x'.repeat(4001), 'at most 4,000 characters'],
    ] as const) {
      const shown = await baker.browser.post(path, { body });
      expect(shown.status).toBe(422);
      expect(shown.html).toContain(words);
    }
  });
});
