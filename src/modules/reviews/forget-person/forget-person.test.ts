import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { reviewsStage, writeThrough } from '../testing/reviews-stage.ts';
import { countOf } from '../testing/stage.queries.ts';
import { storedRatings, storedReview } from '../testing/stored-review.queries.ts';
import { reviewsPersonalData } from './forget-person.ts';

const stage = await reviewsStage([course('bread', { title: 'Bread' }), course('cake', { title: 'Cake' })]);
const { db, person, visitor } = stage;

it('shows everything, and forgets the person while the stars stay', async () => {
  const zoe = await person({ name: 'Zoe Quince' });
  const other = await person();
  const id = await writeThrough(zoe, { stars: '2', body: 'Zoe was here.', pros: 'Salt', runLabel: 'My run' });
  const version = String((await storedReview(db, id))?.version);
  const edited = {
    version,
    stars: '3',
    status: 'finished',
    lang: 'en',
    body: 'Zoe is here.',
    runLabel: 'My run',
  };
  await zoe.browser.post(`/en/reviews/${id}/edit`, edited);
  const held = await writeThrough(zoe, { body: 'See https://zoe.example' }, 'cake');
  const theirs = await writeThrough(other, { body: 'Their words.' });
  await zoe.browser.post(`/en/reviews/${theirs}/helpful`, { helpful: 'yes' });
  await other.browser.post(`/en/reviews/${id}/helpful`, { helpful: 'yes' });

  const data = JSON.stringify(await reviewsPersonalData.export(db, zoe.id));
  for (const words of ['Zoe was here.', 'Zoe is here.', 'zoe.example', `/reviews/${theirs}`, 'My run'])
    expect(data).toContain(words);

  const { id: courseId = '' } = (await stage.courses())['Bread'] ?? {};
  const quote = { reviewId: id, sentence: 'Zoe is here.' };
  await sql`insert into reviews.topic (course_id, lang, position, label, reviews, praised, criticised, quotes, found_at)
    values (${courseId}::uuid, 'en', 0, 'here', 5, 1, 1, ${JSON.stringify([quote])}::jsonb, ${stage.clock.now()})`.execute(
    tables(db),
  );

  await reviewsPersonalData.erase(db, stage.actor(), zoe.id);
  expect(await storedReview(db, id)).toMatchObject({
    person_id: null,
    stars: 3,
    body: null,
    pros: null,
    run_label: null,
    state: 'published',
    helpful_count: 1,
  });
  expect((await storedRatings(db))[id]).toBe(3);
  expect(await storedReview(db, held)).toBeUndefined();
  expect(await storedReview(db, theirs)).toMatchObject({ helpful_count: 0 });
  expect(await countOf(db, 'reviews.earlier_text')).toBe(0);
  expect(await countOf(db, 'reviews.topic')).toBe(0);
  const { html } = await visitor().get(`/en/reviews/${id}`);
  expect(html).toContain('Former member');
  expect(html).not.toContain('Zoe');
  const left = JSON.stringify(await reviewsPersonalData.export(db, zoe.id));
  expect(left).not.toContain(id);
});
