import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { course, importing } from '../../catalog/testing/catalog-stage.ts';
import { reviewsStage, writeThrough } from '../testing/reviews-stage.ts';
import { countOf, standings } from '../testing/stage.queries.ts';
import { installSampleReviews, removeSampleReviews } from './sample-reviews.ts';

const stage = await reviewsStage([course('bread', { title: 'Bread' })]);
const { db, person, visitor } = stage;
await importing(db, [course('s1', { title: 'Sample one', languages: ['fr'] })], {
  isSample: true,
  platformName: 'sample-x',
});

it('comes with the sample, says what it is, and goes with it', async () => {
  expect(await installSampleReviews(db, stage.actor())).toBe(3);
  expect(await installSampleReviews(db, stage.actor())).toBe(0);
  await stage.deliver();
  const page = (await visitor().get('/fr/courses/sample-one')).html;
  expect(page.match(/Avis d’exemple/g)).toHaveLength(3);
  expect(page).not.toContain('application/ld+json');
  const own = await writeThrough(await person(), { body: 'Real words.' }, 'sample-one');
  const real = await writeThrough(await person(), { body: 'About bread.' });
  const sample = /\/fr\/reviews\/([0-9a-f-]{36})/.exec(page)?.[1];
  const one = (await visitor().get(`/en/reviews/${sample}`)).html;
  expect(one).toContain('Nobody wrote it');
  expect(one).toContain('noindex');

  await transact(db, (inner) => removeSampleReviews(inner, stage.actor()));
  await stage.deliver();
  expect((await visitor().get(`/en/reviews/${own}`)).status).toBe(404);
  expect((await visitor().get(`/en/reviews/${real}`)).status).toBe(200);
  expect(await standings(db)).toEqual({ reviews: ['4@Bread'], ratings: ['4@Bread'] });
  expect(await countOf(db, 'reviews.score')).toBe(1);
});
