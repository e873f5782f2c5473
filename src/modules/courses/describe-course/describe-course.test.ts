import { describe, expect, it } from 'vitest';
import { courseContent } from '../content/course-content.ts';
import { replaceContent } from '../testing/replace-content.queries.ts';
import { hiddenOn, teachStage } from '../testing/teach-stage.ts';
import { describedCourse } from './describe-course.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const olaf = await stage.person('Olaf', ['operator']);
const zoe = await stage.person('Zoe', ['author']);
const course = await stage.course(ada.browser);
const kept = async () => {
  const found = await describedCourse(stage.db, course.id);
  if (!found) throw new Error('the course is gone');
  return found;
};
const about = { title: 'Bread', lang: 'en', do: 'save' };
const sealOf = async (room: string) =>
  hiddenOn((await ada.browser.get(`${course.path}/${room}`)).html, 'seal');

describe('what a course says of itself', () => {
  it('is kept as it was written', async () => {
    const shown = await ada.browser.post(`${course.path}/about`, {
      ...about,
      seal: await sealOf('about'),
      summary: 'Flour, water, time.',
      description: 'More **words**',
      outcomes: 'Bake a loaf\n\n Keep a starter ',
      'teachers.0.name': 'Ada',
      'teachers.0.about': '',
      hours: '3,5',
      level: 'beginner',
      subjects: 'Cooking',
    });
    expect(shown.html).toContain('Saved.');
    expect((await kept()).about).toMatchObject({
      summary: 'Flour, water, time.',
      description: '<p>More <strong>words</strong></p>',
      outcomes: ['Bake a loaf', 'Keep a starter'],
      teachers: [{ name: 'Ada', about: '' }],
      hours: 3.5,
      level: 'beginner',
      subjects: ['Cooking'],
    });
  });

  it('is not taken from whoever saw an older state', async () => {
    const seal = await sealOf('about');
    await olaf.browser.post(`${course.path}/about`, { ...about, seal, title: 'Olaf’s bread' });
    const shown = await ada.browser.post(`${course.path}/about`, { ...about, seal, title: 'Ada’s bread' });
    expect(shown.status).toBe(409);
    expect(shown.html).toContain('value="Ada’s bread"');
    expect((await kept()).about.title).toBe('Olaf’s bread');
    await ada.browser.post(`${course.path}/about`, { ...about, seal: hiddenOn(shown.html, 'seal') });
    expect((await kept()).about.title).toBe('Bread');
  });

  it('wants a title, and says so beside it', async () => {
    const shown = await ada.browser.post(`${course.path}/about`, {
      ...about,
      seal: await sealOf('about'),
      title: '',
    });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('href="#f-title"');
  });
});

describe('the rules', () => {
  it('say in shares when the course is completed', async () => {
    await ada.browser.post(`${course.path}/rules`, {
      seal: await sealOf('rules'),
      kind: 'spoc',
      marks: 'competencies',
      'competencies.0.id': 'c1',
      'competencies.0.title': 'Bakes alone',
      'completion.seen': '80',
      'completion.passed': '',
      'completion.work': 'yes',
      identity: 'e-mail',
      charter: 'Be kind.',
      do: 'save',
    });
    expect((await kept()).rules).toMatchObject({
      kind: 'spoc',
      marks: 'competencies',
      competencies: [{ id: 'c1', title: 'Bakes alone' }],
      completion: { seen: 0.8, passed: 0, work: true },
      identity: 'e-mail',
      charter: '<p>Be kind.</p>',
    });
  });

  it('weigh kinds of work, and keep them through a form', async () => {
    const graded = await stage.course(ada.browser, 'Grades');
    const blocks = ['set', 'exam'].map((id) => ({
      id,
      title: id,
      content: { type: 'questions', questions: [] },
    }));
    const content = courseContent.parse({
      about: { title: 'Grades', lang: 'en' },
      sections: [{ id: 's', title: 'S', units: [{ id: 'u', title: 'U', blocks }] }],
    });
    await replaceContent(stage.db, graded.id, content, stage.clock.now());
    const send = async (fields: Record<string, string>) =>
      ada.browser.post(`${graded.path}/rules`, {
        ...{ kind: 'mooc', marks: 'points', identity: 'none', 'completion.points': '60', do: 'save' },
        ...fields,
        seal: hiddenOn((await ada.browser.get(`${graded.path}/rules`)).html, 'seal'),
      });
    const completion = async () => (await describedCourse(stage.db, graded.id))?.rules.completion;
    const kind = (fields: Record<string, string>) =>
      Object.fromEntries(
        Object.entries(fields).map(([name, each]) => [`completion.grading.0.${name}`, each]),
      );
    const homework = { id: 'k1', title: 'Homework', weight: '40', drop: '', works: 'set' };
    await send(kind(homework));
    expect(await completion()).toMatchObject({
      points: 0.6,
      grading: [
        { id: 'k1', title: 'Homework', weight: 40, drop: 0, works: [{ id: 'set', blocks: ['set'] }] },
      ],
    });
    const { html } = await ada.browser.get(`${graded.path}/rules`);
    const boxes = html.match(/<input[^>]*name="completion\.grading\.0\.works"[^>]*>/g) ?? [];
    expect(boxes.map((box) => box.includes(' checked'))).toEqual([true, false]);
    expect((await send(kind({ ...homework, title: '' }))).status).toBe(422);
    expect((await send(kind({ ...homework, weight: '-1' }))).status).toBe(422);
    await send({});
    expect((await completion())?.grading).toBeUndefined();
  });

  it('refuse a share that is none', async () => {
    const shown = await ada.browser.post(`${course.path}/rules`, {
      seal: await sealOf('rules'),
      kind: 'mooc',
      marks: 'points',
      identity: 'none',
      'completion.seen': '180',
      do: 'save',
    });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('href="#f-completion-seen"');
  });
});

describe('archiving', () => {
  it('asks first, and can be undone', async () => {
    expect((await ada.browser.get(`${course.path}/archive`)).html).toContain('Nobody can start it any more.');
    await ada.browser.post(`${course.path}/archive`);
    expect((await ada.browser.get(course.path)).html).toContain('Archived');
    await ada.browser.post(`${course.path}/reopen`);
    expect((await ada.browser.get(course.path)).html).toContain('Draft');
  });

  it('is for owners', async () => {
    await ada.browser.post(`${course.path}/people`, { address: zoe.address, role: 'author' });
    expect((await zoe.browser.get(`${course.path}/about`)).status).toBe(200);
    expect((await zoe.browser.post(`${course.path}/archive`)).status).toBe(403);
    expect((await zoe.browser.post(`${course.path}/reopen`)).status).toBe(403);
    expect((await ada.browser.get(course.path)).html).toContain('Draft');
  });
});
