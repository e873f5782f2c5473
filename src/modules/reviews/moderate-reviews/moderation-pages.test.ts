import { expect, it } from 'vitest';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testTools } from '../../../platform/testing/web.ts';
import type { Actor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { reviewsMessages } from '../messages/index.ts';
import { coursesOf, heldReview, moderator } from '../testing/moderation-stage.ts';
import { storedCases } from '../testing/stored-cases.queries.ts';
import { caseRoutes } from './case.route.tsx';
import { queueRoutes } from './queue.route.tsx';

const database = await testDatabase();
const { db } = database;
const bread = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';
const mo: Actor = await moderator(db);
const routes = (app: Parameters<typeof queueRoutes>[0]) => {
  queueRoutes(app);
  caseRoutes(app);
};
const app = testApp(testTools(database, { messages: [reviewsMessages] }), routes, async (_c, visitor) => ({
  ...visitor,
  ...mo,
}));

it('a decision without a choice, a reason or a review comes back with what is missing, and nothing is decided', async () => {
  const { open } = await transact(db, (inner) => heldReview(inner, bread));
  const browser = new TestBrowser(app);
  const queue = '/en/operator/reviews';
  const one = `${queue}/${open.id}`;
  const words = 'Take the link out.';
  for (const [path, fields, said] of [
    [queue, { case: open.id, judgement: '', words }, 'Choose a decision and its reason.'],
    [queue, { judgement: 'rejected:copy', words }, 'Pick at least one review.'],
    [queue, { case: 'nonsense', judgement: 'rejected:copy' }, ''],
    [one, { version: '1', judgement: 'published:insult', words }, 'Choose a decision and its reason.'],
    [one, { version: '1', judgement: 'rejected:other', words: ' ' }, 'Say the reason in your own words.'],
    [one, { version: '1', judgement: 'rejected:copy', words: 'x'.repeat(1501) }, 'That is a little long'],
  ] as const) {
    const shown = await browser.post(path, fields);
    expect([path, fields, shown.status]).toEqual([path, fields, 422]);
    expect(shown.html).toContain(said);
  }
  expect((await browser.post(one, { version: '7', judgement: 'rejected:copy' })).status).toBe(409);
  expect((await browser.post(`${queue}/nonsense`, { version: '1', judgement: 'rejected:copy' })).status).toBe(
    404,
  );
  expect(await storedCases(db, open.reviewId)).toMatchObject([{ state: 'open' }]);
  const shown = await browser.post(queue, { case: open.id, judgement: 'rejected:advertising', words });
  expect([shown.status, shown.path]).toEqual([200, queue]);
  expect(shown.html).toContain('1 decision recorded.');
  expect(await storedCases(db, open.reviewId)).toMatchObject([{ state: 'rejected' }]);
});
