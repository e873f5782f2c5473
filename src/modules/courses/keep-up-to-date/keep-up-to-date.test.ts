import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { newsOfKind } from '../testing/news.queries.ts';
import { setRole } from '../course-people/people.queries.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { coursesData } from '../personal-data/courses-data.ts';
import { publishCourse } from '../publish-course/publish-course.ts';
import { smallCourse } from '../testing/small-course.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { askForUpkeepJob } from './ask-for-upkeep.job.ts';
import { isUntouched } from './untouched.ts';
import { lastChangeOf } from './upkeep.queries.ts';

const stage = await teachStage();
const ada = await stage.person('Ada', ['author']);
const ben = await stage.person('Ben', ['author']);
const tea = await stage.person('Tea');
const eve = await stage.person('Eve', ['author']);

/** Days go by; everybody signs in again. */
async function pass(days: number) {
  stage.clock.forward(days * 86_400);
  for (const person of [ada, ben, tea, eve]) await person.signIn();
}

async function courseOf({ isPublished = true, isSample = false } = {}) {
  const course = await createCourse(stage.db, ada.actor(), { content: smallCourse(), isSample });
  const roles = [
    [ben, 'author'],
    [tea, 'teacher'],
  ] as const;
  for (const [{ id }, role] of roles)
    await setRole(stage.db, course.id, { personId: id, role, at: stage.clock.now() });
  if (isPublished) await publishCourse(stage.db, ada.actor(), { courseId: course.id });
  return { ...course, path: `/en/teach/courses/${course.id}/up-to-date` };
}

const morning = () => {
  const actor = systemActor('test', stage.clock.now(), stage.tools.ids);
  return askForUpkeepJob.run(
    { tools: stage.tools, db: stage.db, actor, signal: new AbortController().signal },
    {},
  );
};
/** Whom news about a course were for, in their order. */
const asked = async ({ id }: { id: string }) =>
  (await newsOfKind(stage.db, 'courses.upkeep'))
    .filter(({ subject }) => subject.startsWith(id))
    .map(({ subject }) => subject.slice(id.length + 1));

describe('a course that nobody touched for three months', () => {
  it('is one only after that', () => {
    const then = new Date('2026-03-01T12:00:00Z');
    expect(isUntouched(then, new Date('2026-05-31T12:00:00Z'))).toBe(false);
    expect(isUntouched(then, new Date('2026-05-31T12:00:01Z'))).toBe(true);
  });

  it('is asked about once a quarter, of those who may change it, however often the job runs', async () => {
    const course = await courseOf();
    await morning();
    expect(await asked(course)).toEqual([]);
    await pass(92);
    await Promise.all([morning(), morning()]);
    await morning();
    expect((await asked(course)).toSorted()).toEqual([ada.id, ben.id].toSorted());
    await pass(80);
    await morning();
    expect(await asked(course)).toHaveLength(2);
    await pass(12);
    await morning();
    expect(await asked(course)).toHaveLength(4);
  });

  it('is not asked about while it is a draft or a sample', async () => {
    const [draft, sample] = [await courseOf({ isPublished: false }), await courseOf({ isSample: true })];
    await pass(100);
    await morning();
    expect([await asked(draft), await asked(sample)]).toEqual([[], []]);
  });

  it('is flagged on the list of its authors, until somebody says that it is still right', async () => {
    const course = await courseOf();
    const list = async () => (await ada.browser.get('/en/teach')).html;
    const flag = `href="${course.path}"`;
    expect(await list()).not.toContain(flag);
    await pass(92);
    expect(await list()).toContain(flag);
    const before = await lastChangeOf(stage.db, course.id);
    const { html } = await ben.browser.post(course.path);
    expect(html).toContain('You will be asked again in three months.');
    expect((await lastChangeOf(stage.db, course.id)) > before).toBe(true);
    expect(await list()).not.toContain(flag);
    await morning();
    expect(await asked(course)).toEqual([]);
    await pass(92);
    await morning();
    expect(await asked(course)).toHaveLength(2);
  });

  it('changes nothing of the course, not even whether it has unpublished changes', async () => {
    const course = await courseOf();
    await pass(92);
    await ada.browser.post(course.path);
    const line = (await ada.browser.get(`/en/teach/courses/${course.id}/publish`)).html;
    expect(line).toContain('Nothing has changed since');
  });

  it('is confirmed by who may change it only', async () => {
    const course = await courseOf();
    expect((await tea.browser.get(course.path)).html).not.toContain('It is still right');
    expect((await tea.browser.post(course.path)).status).toBe(403);
    for (const answer of [await eve.browser.get(course.path), await eve.browser.post(course.path)])
      expect(answer.status).toBe(404);
    expect((await ada.browser.post('/en/teach/courses/none/up-to-date')).status).toBe(404);
  });

  it('tells nobody who ended being asked, nor who left', async () => {
    const course = await courseOf();
    await pass(92);
    await morning();
    const { html } = await ben.browser.get('/en/account/following');
    const ids = [...html.matchAll(/\/topics\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
    for (const id of new Set(ids)) await ben.browser.post(`/en/account/following/topics/${id}/end`);
    await pass(92);
    await morning();
    expect((await asked(course)).filter((id) => id === ben.id)).toHaveLength(1);
    await coursesData.erase(stage.db, ada.actor(), ada.id);
    await pass(92);
    await morning();
    expect((await asked(course)).filter((id) => id === ada.id)).toHaveLength(2);
  });
});
