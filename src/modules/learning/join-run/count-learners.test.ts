import { expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { countLearners } from '../index.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();
const content = smallCourse();
const { slug, id } = await stage.course({
  ...content,
  rules: { ...content.rules, completion: { ...content.rules.completion, seen: 1, passed: 0 } },
});
const owner = await stage.person('Olga', ['operator']);
const people = [await stage.person('Ada'), await stage.person('Bo'), await stage.person('Cy')];
const path = `/en/learn/${slug}`;
const production = `/en/teach/courses/${id}/production`;

it('counts who came to a course and who finished it, each once, those who left too', async () => {
  expect(await countLearners(stage.db, id)).toEqual({ learners: 0, finished: 0 });
  for (const { browser } of people) await stage.join(browser, slug);
  const [ada, bo] = people;
  for (const unit of ['soil-1', 'soil-2', 'seed-1']) await ada?.browser.post(`${path}/${unit}/done`);
  await bo?.browser.post(`${path}/-/leave`);
  expect(await countLearners(stage.db, id)).toEqual({ learners: 3, finished: 1 });
  expect(await countLearners(stage.db, '00000000-0000-7000-8000-000000000000')).toEqual({
    learners: 0,
    finished: 0,
  });
});

it('tells owners what the course cost for each learner who finished', async () => {
  await owner.browser.post(`${production}/money`, {
    revision: '0',
    currency: 'EUR',
    hourly: '40',
    'costs-0-amount': '2.50',
    'costs-0-basis': 'learner',
  });
  const hours = { task: 'writing', day: '2026-11-30', time: '3' };
  await owner.browser.post(`${production}/hours`, { id: stage.tools.ids.next(), ...hours });
  const { html } = await owner.browser.get(`${production}/hours`);
  // three hours at 40 euros, three learners at 2.50, one of whom finished
  expect(html).toContain('<dt>Cost per learner who finished</dt><dd><b>€127.50</b></dd>');
});
