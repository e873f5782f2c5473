import { describe, expect, it } from 'vitest';
import { courseContent } from '../../courses/testing/for-modules-above.ts';
import { submitSet } from '../take-attempt/submit-set.ts';
import { assessmentStage, setOf, yesNo } from '../testing/assessment-stage.ts';
import { itemStatistics, tellingOf } from './item-statistics.ts';

const content = setOf([yesNo, yesNo, yesNo, { type: 'text', accepted: [{ text: 'clay' }] }]);
const stage = await assessmentStage(
  courseContent.parse({
    about: { title: 'Gardens', lang: 'en' },
    sections: [
      {
        id: 's',
        title: 'S',
        units: [{ id: 'u', title: 'Unit', blocks: [{ id: 'set', title: 'The set', content }] }],
      },
    ],
  }),
);
const { db, course, owner } = stage;
const path = `/en/teach/courses/${course.id}/questions`;

async function answers(q1: string, q2: string, q3: string, again = false) {
  const who = await stage.learner();
  const send = async (values: string[]) => {
    const form = new URLSearchParams({ submission: values.join(), attempt: '1', do: 'check' });
    values.forEach((value, at) => {
      form.append('asked', `q${at + 1}`);
      form.append(`a:q${at + 1}`, value);
    });
    await submitSet(db, who.actor(), {
      takerId: who.takerId,
      courseId: course.id,
      blockId: 'set',
      content,
      banks: [],
      form,
    });
  };
  await send([q1, q2, q3, 'sand']);
  if (again) await send(['yes', 'yes', 'yes', 'clay']);
}

describe('figures of questions', () => {
  it('begin with an empty page that says when they come', async () => {
    await owner.signIn();
    expect((await owner.browser.get(path)).html).toContain('No answers yet');
  });

  it('are what one computes by hand, of first answers only', async () => {
    // credits of q1, q2, q3 by person; q4 is wrong for all
    await answers('yes', 'yes', 'yes');
    await answers('yes', 'yes', 'no', true);
    await answers('no', 'no', 'yes');
    await answers('no', 'no', 'no', true);
    const items = await itemStatistics(db, course.id);
    const of = (key: string) => items.find((each) => each.key === key);
    expect(items.map(({ key, answered, difficulty }) => [key, answered, difficulty])).toEqual([
      ['q1', 4, 0.5],
      ['q2', 4, 0.5],
      ['q3', 4, 0.5],
      ['q4', 4, 0],
    ]);
    // q1 with the mean of the others: (1; 2/3) (1; 1/3) (0; 1/3) (0; 0): covariance 1/12, deviations 1/2 and the root of 1/18
    expect(of('q1')?.discrimination).toBeCloseTo(1 / 12 / (0.5 * Math.sqrt(1 / 18)), 9);
    // q3: (1; 2/3) (0; 2/3) (1; 0) (0; 0): no relation at all
    expect(of('q3')?.discrimination).toBeCloseTo(0, 9);
    expect(of('q4')?.discrimination).toBeNull();
    expect(of('q1')?.answers).toEqual([
      { answer: 'no', n: 2 },
      { answer: 'yes', n: 2 },
    ]);
    expect(of('q4')?.answers).toEqual([{ answer: 'sand', n: 4 }]);
  });

  it('stand on a page, right answers named in words', async () => {
    const { html } = await owner.browser.get(path);
    expect(html).toContain('Yes (right)');
    expect(html).toContain('too few answers');
    expect(html).toContain('The set');
    expect(html).toContain('50%');
  });

  it('are for those who teach the course', async () => {
    const stranger = await stage.person('Max', ['author']);
    await stranger.signIn();
    expect((await stranger.browser.get(path)).status).toBe(404);
    expect((await owner.browser.get('/en/teach/courses/nonsense/questions')).status).toBe(404);
  });
});

it.each([
  [9, 0.9, 'unknown'],
  [10, null, 'unknown'],
  [10, 0.3, 'well'],
  [10, 0.29, 'fairly'],
  [10, 0.14, 'hardly'],
  [10, -0.01, 'wrongly'],
] as const)('with %d answers and %d a question tells people apart: %s', (answered, discrimination, telling) =>
  expect(tellingOf({ answered, discrimination })).toBe(telling),
);
