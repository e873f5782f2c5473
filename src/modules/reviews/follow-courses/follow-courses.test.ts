import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { type Db, tables } from '../../../platform/db/database.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { formOf, reviewsStage, writeThrough } from '../testing/reviews-stage.ts';
import { standings } from '../testing/stage.queries.ts';

const stage = await reviewsStage([
  course('bread', { title: 'Bread' }),
  course('loaf', { title: 'Loaf' }),
  course('bun', { title: 'Bun' }),
]);
const { db, person, visitor } = stage;
const moderator = await person({ roles: ['moderator'] });
const idOf = async (title: string) => (await stage.courses())[title]?.id ?? '';

/** By the moderator's own pages. */
async function merge(kept: string, gone: string): Promise<void> {
  const other = (await stage.courses())[gone]?.slug ?? '';
  const path = `/en/operator/courses/${await idOf(kept)}/merge`;
  const { status } = await moderator.browser.post(path, { other: `/courses/${other}` });
  expect(status).toBe(200);
  await stage.deliver();
}

async function split(mergeOf: string): Promise<void> {
  const { html } = await moderator.browser.get(`/en/operator/courses/${await idOf(mergeOf)}`);
  const id = /\/operator\/merges\/([0-9a-f-]{36})\/split/.exec(html)?.[1];
  expect((await moderator.browser.post(`/en/operator/merges/${id}/split`)).status).toBe(200);
  await stage.deliver();
}

const importRating = (inner: Db, courseId: string, stars: number) =>
  sql`insert into reviews.rating (course_id, rated_on, stars, source, external_key)
    values (${courseId}::uuid, '2026-01-01', ${stars}, 'alpha', ${`key-${stars}`})`.execute(tables(inner));

it('follows a course into another one, and back with exactly what came', async () => {
  const both = await person();
  await writeThrough(both, { stars: '1', body: 'On bread.' }, 'bread');
  const second = await writeThrough(both, { stars: '2', body: 'On loaf.', runLabel: 'Spring 2025' }, 'loaf');
  await writeThrough(await person(), { stars: '3', body: 'On bun.' }, 'bun');
  await importRating(db, await idOf('Loaf'), 5);

  await merge('Loaf', 'Bun');
  await merge('Bread', 'Loaf');
  expect(await standings(db)).toEqual({
    reviews: ['1@Bread', '2@Bread', '3@Bread'],
    ratings: ['1@Bread', '2@Bread', '3@Bread', '5@Bread'],
  });
  const { html, path } = await visitor().get('/en/courses/loaf/reviews?sort=recent');
  expect(path).toBe('/en/courses/bread/reviews?sort=recent');
  // somebody with reviews of both keeps both, each with its run
  for (const words of ['On bread.', 'On loaf.', 'On bun.', 'Spring 2025']) expect(html).toContain(words);
  expect((await both.browser.get('/en/courses/bread/reviews/new')).path).toMatch(/\/edit$/);
  const late = await person();
  await writeThrough(late, { stars: '4', body: 'After the merge.' }, 'bread');

  await split('Bread');
  expect(await standings(db)).toEqual({
    reviews: ['1@Bread', '2@Loaf', '3@Loaf', '4@Bread'],
    ratings: ['1@Bread', '2@Loaf', '3@Loaf', '4@Bread', '5@Loaf'],
  });
  await split('Loaf');
  expect((await standings(db)).reviews).toEqual(['1@Bread', '2@Loaf', '3@Bun', '4@Bread']);
  // who wrote about the merged course may now write about the other one
  expect((await late.browser.get('/en/courses/loaf/reviews/new')).status).toBe(200);
  await both.browser.post(`/en/reviews/${second}/withdraw`);
  expect(await formOf(both, 'loaf')).toHaveProperty('id');
});

it('hears a merge and its split together, and twice, and ends in the same', async () => {
  const before = await standings(db);
  const other = (await stage.courses())['Bun']?.slug ?? '';
  await moderator.browser.post(`/en/operator/courses/${await idOf('Bread')}/merge`, {
    other: `/courses/${other}`,
  });
  const { html } = await moderator.browser.get(`/en/operator/courses/${await idOf('Bread')}`);
  const id = /\/operator\/merges\/([0-9a-f-]{36})\/split/.exec(html)?.[1];
  await moderator.browser.post(`/en/operator/merges/${id}/split`);
  await stage.deliver();
  await stage.deliver(0);
  expect(await standings(db)).toEqual(before);
});
