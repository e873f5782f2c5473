import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { textsAnywhere } from '../../../platform/testing/texts-anywhere.queries.ts';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { learningData } from './learning-data.ts';

const stage = await learningStage();

it('hands out what somebody learned and wrote, and leaves none of it', async () => {
  const { slug } = await stage.course(smallCourse());
  const zephyrine = await stage.person('Zephyrine');
  await stage.join(zephyrine.browser, slug);
  await zephyrine.browser.post(`/en/learn/${slug}/soil-1/done`);
  await zephyrine.browser.post(`/en/learn/${slug}/seed-1/bookmark`, { on: 'yes' });
  await zephyrine.browser.post(`/en/learn/${slug}/soil-1/notes`, {
    id: randomUUID(),
    text: 'Feldspar',
    at: '',
  });
  await zephyrine.browser.post('/en/learn/-/goal', { amount: '4', measure: 'units' });

  const data = await learningData.export(stage.db, zephyrine.id);
  expect(data).toMatchObject({
    courses: [
      {
        course: 'Les bases du jardin',
        entries: [{ kind: 'unit-seen', unit: 'soil-1' }],
        notes: [{ text: 'Feldspar' }],
        bookmarks: ['seed-1'],
      },
    ],
    goal: { amount: 4 },
  });

  await learningData.erase(stage.db, stage.actor(), zephyrine.id);
  expect(await textsAnywhere(stage.db, ['feldspar'])).toEqual([]);
  expect(await learningData.export(stage.db, zephyrine.id)).toEqual({
    courses: [],
    goal: null,
    answers: [],
  });
});
