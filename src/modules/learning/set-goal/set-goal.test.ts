import { describe, expect, it } from 'vitest';
import { smallCourse } from '../../courses/testing/for-modules-above.ts';
import { lettersOf } from '../testing/letters.queries.ts';
import { learningStage } from '../testing/learning-stage.ts';
import { remindJob } from './remind.job.ts';
import { mondayOf } from './week.ts';

const stage = await learningStage();
const { slug } = await stage.course(smallCourse());
const remind = () =>
  remindJob.run(
    { tools: stage.tools, db: stage.db, actor: stage.actor(), signal: new AbortController().signal },
    {},
  );

it.each([
  ['2026-12-01T09:00:00Z', '2026-11-30'],
  ['2026-11-30T00:00:00Z', '2026-11-30'],
  ['2026-12-06T23:59:59Z', '2026-11-30'],
  ['2026-12-07T00:00:00Z', '2026-12-07'],
])('the week of %s began on %s', (now, monday) => expect(mondayOf(new Date(now))).toBe(monday));

describe('a goal for the week', async () => {
  const awa = await stage.person('Awa');
  await stage.join(awa.browser, slug);
  const mine = async () => (await awa.browser.get('/en/learn')).html;

  it('is there only once one is set', async () => {
    expect(await mine()).toContain('You only have one if you want it.');
    await awa.browser.post('/en/learn/-/goal', { amount: '2', measure: 'units' });
    expect(await mine()).toContain('Goal of the week: 2 units');
    expect(await mine()).toContain('0 units completed since Monday');
  });

  it('counts what was gone through, once a unit', async () => {
    await awa.browser.post(`/en/learn/${slug}/soil-1/done`);
    await awa.browser.post(`/en/learn/${slug}/soil-1/done`);
    expect(await mine()).toContain('1 unit completed since Monday');
    await awa.browser.post('/en/learn/-/goal', { amount: '30', measure: 'minutes' });
    expect(await mine()).toMatch(/\d+ minutes? of units completed since Monday/);
  });

  it.each([
    { amount: '0', measure: 'units' },
    { amount: '201', measure: 'units' },
    { amount: '2.5', measure: 'units' },
    { amount: 'many', measure: 'units' },
    { amount: '3', measure: 'pages' },
  ])('is a whole number of something: %j is refused', async (fields) => {
    expect((await awa.browser.post('/en/learn/-/goal', fields)).status).toBe(422);
  });

  it('goes when one no longer wants it', async () => {
    await awa.browser.post('/en/learn/-/goal', { amount: '2', measure: 'units', drop: 'yes' });
    expect(await mine()).toContain('You only have one if you want it.');
  });
});

describe('reminders', async () => {
  const lea = await stage.person('Lea');
  await stage.join(lea.browser, slug);
  const letters = () => lettersOf(stage.db, 'Your week in “Les bases du jardin”');
  const goal = (more = {}) =>
    lea.browser.post('/en/learn/-/goal', { amount: '3', measure: 'units', reminders: 'yes', ...more });

  it('go to nobody who did not ask for them', async () => {
    await goal({ reminders: '' });
    stage.clock.forward(60);
    await remind();
    expect(await letters()).toEqual([]);
  });

  it('come once a week, lead on, and say how to end them', async () => {
    await goal();
    stage.clock.forward(60);
    await remind();
    await remind();
    const [letter, ...more] = await letters();
    expect(more).toEqual([]);
    expect(letter?.to).toBe('lea@example.org');
    expect(letter?.text).toContain(`http://localhost:3000/en/learn/${slug}/soil-1`);
    expect(letter?.text).toContain('/en/learn/-/stop-reminders?token=');
  });

  it('come again in another week, and not when the goal is reached', async () => {
    stage.clock.forward(7 * 86_400);
    await remind();
    expect(await letters()).toHaveLength(2);
    stage.clock.forward(7 * 86_400);
    for (const unit of ['soil-1', 'soil-2', 'seed-1'])
      await lea.browser.post(`/en/learn/${slug}/${unit}/done`);
    await remind();
    expect(await letters()).toHaveLength(2);
  });

  it('end with one press in the mail program, from anywhere, and say nothing to who guesses', async () => {
    const link =
      /\/en\/learn\/-\/stop-reminders\?token=[\w-]+/.exec((await letters())[0]?.text ?? '')?.[0] ?? '';
    const from = { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' };
    const shown = await stage.visitor().get(link);
    expect(shown.html).toContain('Stop the reminders');
    const guess = await stage.visitor().sendForm('/en/learn/-/stop-reminders?token=guess', {}, from);
    const stopped = await stage.visitor().sendForm(link, { 'List-Unsubscribe': 'One-Click' }, from);
    expect([guess.status, stopped.status]).toEqual([200, 200]);
    expect(await guess.text()).toBe(await stopped.text());
    stage.clock.forward(7 * 86_400);
    await remind();
    expect(await letters()).toHaveLength(2);
    expect((await lea.browser.get('/en/learn')).html).toContain('Goal of the week: 3 units');
  });

  it('never reach who has not learned for four weeks', async () => {
    await goal();
    stage.clock.forward(29 * 86_400);
    await remind();
    expect(await letters()).toHaveLength(2);
  });
});
