import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { courseContent, smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningData } from '../forget-person/learning-data.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { mostReplayed, worstDrop } from './film-figures.ts';
import { stretchesOf, watchedForm } from './watched.ts';
import { filmCounts } from './watched.queries.ts';

const stage = await learningStage();
const tess = await stage.person('Tess', ['operator']);
const zoe = await stage.person('Zoe');
const learners = await Promise.all(
  ['A', 'B', 'C', 'D', 'E', 'F'].map((name) => stage.person(`Learner ${name}`)),
);

/** The small course with a film of two minutes at the foot of its first unit. */
function courseWith(title: string, url: string) {
  const content = smallCourse({ title });
  const film = {
    id: 'film',
    title: 'Worms',
    content: { type: 'video', duration: 120, link: { site: 'other', url } },
  };
  const sections = content.sections.map((section, first) => ({
    ...section,
    units: section.units.map((unit, at) =>
      first + at === 0 ? { ...unit, blocks: [...unit.blocks, film] } : unit,
    ),
  }));
  return courseContent.parse({ ...content, sections });
}

async function taught(size = learners.length) {
  const title = `Jardin ${randomUUID().slice(0, 8)}`;
  const content = courseWith(title, 'https://films.example/soil.mp4');
  const { slug, id } = await stage.course(content);
  const { html } = await learners[0]!.browser.get(`/en/learn/${slug}`);
  const run = /name="run" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const joined = learners.slice(0, size);
  for (const { browser } of joined) await stage.join(browser, slug);
  const unit = `/en/learn/${slug}/soil-1`;
  const at = `${unit}/film/watched`;
  return {
    ...{ id, run, at, unit },
    /** Another film in the same block. */
    replace: () => stage.publishAgain(id, courseWith(title, 'https://films.example/worms.mp4')),
    films: `/en/teach/courses/${id}/watched`,
    tell: (who: number, fields: Record<string, string>) =>
      learners[who]?.browser.sendForm(at, fields) ?? Promise.reject(new Error('nobody')),
    counts: (least = 1) => filmCounts(stage.db, { courseId: id, least }),
  };
}

describe('what a player reports', () => {
  it('is counted by ten seconds, a viewer once, and nothing of it is the person’s', async () => {
    const course = await taught(2);
    expect((await learners[0]!.browser.get(course.unit)).html).toContain(`data-watch="${course.at}"`);
    await course.tell(0, { from: '0', to: '3', again: '1:2', left: '2' });
    await course.tell(0, { from: '3', to: '4', left: '3' });
    const last = await course.tell(1, { from: '0', to: '2' });
    expect(last.status).toBe(204);
    expect(await course.counts()).toEqual([
      {
        blockId: 'film',
        viewers: 2,
        reached: [2, 2, 1, 1],
        again: [0, 2, 0, 0],
        left: [0, 0, 1, 1],
      },
    ]);
    const kept = JSON.stringify(await learningData.export(stage.db, learners[0]!.id));
    expect(kept).toContain('"films":["film"]');
    expect(kept).not.toMatch(/stretch|reached/);
    await learningData.erase(stage.db, stage.actor(), learners[0]!.id);
    expect((await course.counts())[0]?.viewers).toBe(2);
  });

  it('ends with the film, and with three hours where nobody knows how long it is', () => {
    const said = watchedForm.parse({ from: '0', to: '1080', again: '5:9999,900:1', left: '1079' });
    expect(stretchesOf(said, 3)).toEqual(
      [0, 1, 2].map((at) => ({ stretch: at, reached: 1, again: 0, left: 0 })),
    );
    expect(stretchesOf({ ...said, to: 6 }, 1080)[5]).toEqual({ stretch: 5, reached: 1, again: 5, left: 0 });
  });

  it.each([
    { from: '-1' },
    { to: '1081' },
    { to: '1e9' },
    { from: 'x' },
    { again: '1:2,' },
    { again: "1:1');drop" },
    { again: Array.from({ length: 201 }, (_, at) => `${at}:1`).join() },
    { again: '1:99999' },
    { left: 'NaN' },
    { left: '3.5' },
  ])('is refused as %j', async (fields) => {
    const course = await taught(1);
    expect((await course.tell(0, fields as Record<string, string>)).status).toBe(422);
    expect(await course.counts()).toEqual([]);
  });

  it('is refused from who does not learn here, for what is no film, and without end', async () => {
    const course = await taught(1);
    expect((await zoe.browser.sendForm(course.at, { to: '1' })).status).toBe(403);
    expect((await stage.visitor().sendForm(course.at, { to: '1' })).status).toBe(401);
    const text = course.at.replace('/film/', '/soil-1-text/');
    expect((await learners[0]!.browser.sendForm(text, { to: '1' })).status).toBe(404);
    const answers = [];
    for (let time = 0; time < 61; time += 1) answers.push((await course.tell(0, { to: '1' })).status);
    expect([answers.filter((status) => status === 204).length, answers.at(-1)]).toEqual([60, 429]);
  });

  it('comes from many at once without one waiting for another for ever', async () => {
    const course = await taught();
    const reports = learners.flatMap((_, who) =>
      [1, 2, 3].map((time) => course.tell(who, { from: '0', to: '12', again: `${12 - time}:1,${time}:1` })),
    );
    expect((await Promise.all(reports)).every(({ status }) => status === 204)).toBe(true);
    expect((await course.counts())[0]).toMatchObject({ viewers: 6, reached: Array(12).fill(18) });
  });
});

describe('authors', () => {
  it('see nothing of fewer than five viewers', async () => {
    const course = await taught(4);
    for (const who of [0, 1, 2, 3]) await course.tell(who, { from: '0', to: '2', left: '1' });
    for (const page of [course.films, `${course.films}/film`])
      expect((await tess.browser.get(page)).html).toContain('Nothing to show yet');
    expect((await tess.browser.get(`/en/teach/courses/${course.id}/to-do`)).html).not.toContain('Worms');
  });

  it('see where films are left and what is watched again, on the dashboard, the list and the film’s page', async () => {
    const course = await taught();
    for (const who of [0, 1, 2, 3, 4, 5])
      await course.tell(who, { from: '0', to: who < 4 ? '3' : '12', again: '1:1', left: '2' });
    const dashboard = (await tess.browser.get(`/en/teach/runs/${course.run}`)).html;
    expect(dashboard).toMatch(/0:20–0:30\u2069: 67% leave/);
    const todo = (await tess.browser.get(`/en/teach/courses/${course.id}/to-do`)).html;
    expect(todo).toMatch(/0:10–0:20\u2069: watched again 6 times/);
    const film = (await tess.browser.get(`${course.films}/film?run=${course.run}`)).html;
    for (const said of ['6 learners began it', 'still there', '<table', '33%']) expect(film).toContain(said);
    expect((await tess.browser.get(course.films)).html).toContain('Worms');
  });

  it('see all of a course they teach, and nobody else does', async () => {
    const course = await taught(1);
    for (const { browser } of [zoe, learners[0]!])
      for (const page of [course.films, `${course.films}/film`])
        expect((await browser.get(page)).status).toBe(404);
    for (const block of ['none', 'soil-1-text'])
      expect((await tess.browser.get(`${course.films}/${block}`)).status).toBe(404);
    expect((await tess.browser.get(`${course.films}?run=x'--`)).status).toBe(200);
  });

  it('begin anew with another film in the same block', async () => {
    const course = await taught();
    for (const who of [0, 1, 2, 3, 4]) await course.tell(who, { from: '0', to: '3' });
    await course.replace();
    expect(await course.counts()).toMatchObject([{ viewers: 5 }]);
    stage.clock.forward(1);
    await course.tell(5, { from: '0', to: '1' });
    expect(await course.counts()).toMatchObject([{ viewers: 1, reached: [1] }]);
    expect(await course.counts(5)).toEqual([]);
  });
});

describe('figures', () => {
  it('find the worst drop, not the end of a film', () => {
    expect(worstDrop([10, 9, 4, 4, 4, 4, 4, 4, 4, 0])).toEqual({ from: 10, to: 20, lost: 5 });
    expect(worstDrop([10, 10, 10, 0])).toBeUndefined();
    expect(worstDrop([])).toBeUndefined();
    expect(worstDrop([3])).toBeUndefined();
  });

  it('find what is watched again, with its neighbours, when enough did', () => {
    expect(mostReplayed([0, 6, 10, 5, 4, 10], 5)).toEqual({ from: 10, to: 40, times: 10 });
    expect(mostReplayed([4, 4], 5)).toBeUndefined();
    expect(mostReplayed([], 5)).toBeUndefined();
  });
});
