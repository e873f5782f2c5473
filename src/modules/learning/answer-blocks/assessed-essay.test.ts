import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { deliverEvents } from '../../../platform/events/deliver.ts';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { assessedWork } from './assessed-work.subscriber.ts';

const stage = await learningStage();
const teacher = await stage.person('Tess', ['operator']);
const lena = await stage.person('Lena');
const waits = 'a teacher still has to look at it';

it('an essay waits for a teacher; their word passes the set and completes the course', async () => {
  const content = courseContent.parse({
    about: { title: 'Gardens', lang: 'en' },
    rules: { completion: { passed: 1 } },
    sections: [
      {
        id: 's',
        title: 'S',
        units: [
          {
            id: 'u',
            title: 'Unit',
            blocks: [
              {
                id: 'set',
                title: 'Your view',
                content: {
                  type: 'questions',
                  questions: [{ id: 'q1', type: 'essay', points: 2, prompt: '<p>Why clover?</p>' }],
                  rules: { attempts: 1 },
                },
              },
            ],
          },
        ],
      },
    ],
  });
  const { id, slug } = await stage.course(content);
  const home = async () => (await lena.browser.get(`/en/learn/${slug}`)).html;
  await stage.join(lena.browser, slug);
  await lena.browser.post(`/en/learn/${slug}/u/set/answers`, {
    ...{ submission: randomUUID(), attempt: '1', asked: 'q1', do: 'check' },
    'a:q1': 'It rests the soil.',
  });
  const unit = (await lena.browser.get(`/en/learn/${slug}/u`)).html;
  expect([unit.includes('Waiting for a teacher'), unit.includes('Not passed')]).toEqual([true, false]);
  expect(await home()).toContain(waits);
  expect((await lena.browser.get('/en/account/attestations')).html).not.toContain('Gardens');

  const queue = `/en/teach/courses/${id}/work`;
  const work = /\/work\/([0-9a-f-]{36})"/.exec((await teacher.browser.get(queue)).html)?.[1] ?? '';
  await teacher.browser.post(`${queue}/${work}`, { points: '2', verdict: 'accept' });
  await deliverEvents(stage.db, [assessedWork], stage.clock);
  const completed = await home();
  expect([completed.includes(waits), completed.includes('aria-labelledby="completed"')]).toEqual([
    false,
    true,
  ]);
  expect((await lena.browser.get('/en/account/attestations')).html).toContain('Gardens');
});
