import { expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testTools } from '../../../platform/testing/web.ts';
import { actorOn } from '../../catalog/testing/catalog-stage.ts';
import { queuedJobs } from '../../catalog/testing/stage.queries.ts';
import { reviewChanged, reviewChangedName } from '../events.ts';
import { reviewsMessages } from '../messages/index.ts';
import { withdrawReview } from '../review-states/change-state.ts';
import { coursesOf } from '../testing/moderation-stage.ts';
import { putReview } from '../testing/stored-review.queries.ts';
import { english } from './testing/written-reviews.ts';
import { countTermsJob, findTopicsJob, topicsSubscriber } from './topics.jobs.ts';
import { termCounts, topicsOf } from './topics.queries.ts';

const database = await testDatabase();
const { db } = database;
const scene = {
  tools: testTools(database, { messages: [reviewsMessages] }),
  db,
  actor: actorOn(),
  signal: new AbortController().signal,
};

it('are found when reviews change, counted at night, and lose the words of who withdraws', async () => {
  const courseId = (await coursesOf(db, ['Bread'])).get('Bread') ?? '';
  const author = actorOn().ids.next();
  const ids: string[] = [];
  for (const { stars, texts } of english)
    ids.push(
      await putReview(db, actorOn(), {
        course_id: courseId,
        stars,
        body: texts.body ?? null,
        pros: texts.pros ?? null,
        cons: texts.cons ?? null,
        ...(ids.length === 0 && { person_id: author }),
      }),
    );
  await putReview(db, actorOn(), {
    course_id: courseId,
    stars: 1,
    state: 'held',
    body: 'Bread recipes are a swindle, a swindle, a swindle.',
  });
  const { name, version, data } = reviewChanged({ reviewId: ids[0] ?? '', courseId, after: 'published' });
  const event = { id: author, name, version, data, at: actorOn().now, actor: 'test' };
  expect(topicsSubscriber.events).toEqual([reviewChangedName]);
  await transact(db, (inner) => topicsSubscriber.handle(inner, [event, event]));
  expect((await queuedJobs(db, 'reviews-find-topics')).map(({ payload }) => payload)).toEqual([{ courseId }]);

  await countTermsJob.run(scene, {});
  expect(await termCounts(db, 'en', ['bread recipe', 'swindle'])).toEqual(
    new Map([
      ['', 8],
      ['bread recipe', 4],
    ]),
  );
  for (let times = 0; times < 2; times += 1) await findTopicsJob.run(scene, { courseId });
  const topics = await topicsOf(db, courseId);
  expect(topics.map(({ label }) => label).slice(0, 2)).toEqual(['bread recipes', 'sourdough starter']);
  const quoted = () =>
    topicsOf(db, courseId).then((all) => all.flatMap(({ quotes }) => quotes.map(({ reviewId }) => reviewId)));
  expect(await quoted()).toContain(ids[0]);
  const asAuthor = { ...actorOn(), kind: 'person', id: author, roles: [] } as const;
  await transact(db, (inner) =>
    withdrawReview(inner, asAuthor, { reviewId: ids[0] ?? '', version: 1, why: '' }),
  );
  expect(await quoted()).not.toContain(ids[0]);
  await findTopicsJob.run(scene, { courseId });
  expect(await topicsOf(db, courseId)).toEqual([]);
});
