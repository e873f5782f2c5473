import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();
const { slug } = await stage.course(smallCourse());
const path = `/en/learn/${slug}`;

describe('a visitor', () => {
  it('reads an open course without an account', async () => {
    const { status, html } = await stage.visitor().get(`${path}/soil-1`);
    expect(status).toBe(200);
    expect(html).toContain('Un sol vit.');
    expect(html).toContain('You can read this course freely.');
    expect(html).toContain(`href="/en/learn/${slug}/soil-2"`);
    expect(html).not.toContain(`action="/en/learn/${slug}/soil-1/done"`);
  });

  it('keeps nothing: to be done with a unit one signs in first', async () => {
    expect((await stage.visitor().post(`${path}/soil-1/done`)).status).toBe(401);
  });

  it('finds no unit that is not there', async () => {
    for (const unit of ['nope', 'soil', '%00', "soil-1'--", 'x'.repeat(300)])
      expect([unit, (await stage.visitor().get(`${path}/${unit}`)).status]).toEqual([unit, 404]);
    expect((await stage.visitor().get('/en/learn/nope/soil-1')).status).toBe(404);
  });
});

describe('a learner', async () => {
  const awa = await stage.person('Awa');

  it('comes in with one button, and begins with the first unit', async () => {
    const { html, path: at } = await stage.join(awa.browser, slug);
    expect(at).toBe(path);
    expect(html).toContain('Start:');
    expect(html).toContain('3 units to go through');
  });

  it('is done with a unit, and stands before the next one', async () => {
    const shown = await awa.browser.post(`${path}/soil-1/done`);
    expect(shown.path).toBe(`${path}/soil-2`);
    expect(shown.html).toContain('done: ');
    expect(shown.html).toContain('25% of the course');
  });

  it('finds where to go on, on any device', async () => {
    const { html } = await awa.browser.get('/en/learn');
    expect(html).toContain(`href="${path}/soil-2"`);
    expect(html).toContain('Connaître le sien');
  });

  it('is done once, however often the button is pressed', async () => {
    await Promise.all([1, 2, 3].map(() => awa.browser.post(`${path}/soil-1/done`)));
    expect((await awa.browser.get(path)).html).toContain('1 of 3 units seen');
  });
});

describe('somebody signed in who did not enrol', async () => {
  const zoe = await stage.person('Zoe');
  it('reads, and is told to enrol before anything is kept', async () => {
    expect((await zoe.browser.get(`${path}/soil-1`)).status).toBe(200);
    expect((await zoe.browser.post(`${path}/soil-1/done`)).status).toBe(403);
  });
});

describe('a course that was opened early', () => {
  it('says to everybody, at its door and in its units, that it is under construction', async () => {
    const made = await stage.course(smallCourse({ title: 'Opened early' }));
    const op = await stage.person('Opal', ['operator']);
    const words = 'This course is under construction';
    const pages = [`/en/learn/${made.slug}`, `/en/learn/${made.slug}/soil-1`];
    const says = async () =>
      Promise.all(pages.map(async (page) => (await stage.visitor().get(page)).html.includes(words)));
    expect(await says()).toEqual([false, false]);
    const review = `/en/teach/courses/${made.id}/review`;
    await op.browser.post(`${review}/rule`, { signOffs: '1', committee: '0' });
    await op.browser.post(`${review}/open-early`);
    expect(await says()).toEqual([true, true]);
  });
});
