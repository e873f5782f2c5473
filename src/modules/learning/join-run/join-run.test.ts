import { describe, expect, it } from 'vitest';
import { courseContent, smallCourse } from '../../courses/testing/for-modules-above.ts';
import type { Run } from '../find-place/place.ts';
import { isUnderWay, obstacleTo } from '../policy.ts';
import { learningStage } from '../testing/learning-stage.ts';

const stage = await learningStage();
/** Still the day before in Pago Pago. */
const now = new Date('2026-12-01T09:00:00Z');
const run = (more: Partial<Run> = {}): Run => ({
  id: '',
  title: '',
  pacing: 'scheduled',
  startOn: '2026-12-10',
  endOn: '2026-12-31',
  enrolmentStartOn: null,
  enrolmentEndOn: null,
  zone: 'UTC',
  access: 'open',
  seats: null,
  state: 'open',
  ...more,
});

describe('a run', () => {
  it.each([
    [{}, undefined],
    [{ state: 'cancelled' }, 'cancelled'],
    [{ state: 'closed' }, 'closed'],
    [{ enrolmentStartOn: '2026-12-02' }, 'not-yet'],
    [{ enrolmentStartOn: '2026-12-02', zone: 'Pacific/Kiritimati' }, 'not-yet'],
    [{ enrolmentEndOn: '2026-11-30' }, 'over'],
    [{ enrolmentEndOn: '2026-11-30', zone: 'Pacific/Pago_Pago' }, undefined],
    [{ startOn: '2026-11-01', endOn: '2026-11-30' }, 'over'],
  ] as const)('%j can be joined unless %s', (more, obstacle) => {
    expect(obstacleTo(run(more), now)).toBe(obstacle);
  });

  it('counts what is done from its first day to its last', () => {
    expect(isUnderWay(run(), now)).toBe(false);
    expect(isUnderWay(run({ startOn: '2026-12-01' }), now)).toBe(true);
    expect(isUnderWay(run({ startOn: '2026-11-01', endOn: '2026-12-01' }), now)).toBe(true);
    expect(isUnderWay(run({ startOn: '2026-11-01', endOn: '2026-11-30' }), now)).toBe(false);
    expect(isUnderWay(run({ startOn: null, endOn: null, state: 'cancelled' }), now)).toBe(false);
  });
});

describe('joining', async () => {
  const charter = '<p>We answer each other kindly.</p>';
  const content = smallCourse();
  const { slug } = await stage.course({ ...content, rules: { ...content.rules, charter } });
  const path = `/en/learn/${slug}`;
  const awa = await stage.person('Awa');
  const runId = /name="run" value="([^"]+)"/.exec((await awa.browser.get(path)).html)?.[1] ?? '';

  it('wants the charter agreed to, and keeps the page where it was not', async () => {
    const { status, html } = await awa.browser.post(`${path}/-/join`, { run: runId });
    expect([status, html.includes('To enrol, tick that you agree')]).toEqual([422, true]);
    expect(html).toContain('We answer each other kindly.');
  });

  it('is done once, however often it is asked', async () => {
    const wish = { run: runId, charter: 'yes' };
    await Promise.all([1, 2, 3].map(() => awa.browser.post(`${path}/-/join`, wish)));
    const { html } = await awa.browser.get('/en/learn');
    expect(html.match(/Les bases du jardin/g)).toHaveLength(1);
  });

  it('is for people, in runs that there are', async () => {
    expect((await stage.visitor().post(`${path}/-/join`, { run: runId })).status).toBe(401);
    for (const none of ['', 'nope', '00000000-0000-7000-8000-000000000000'])
      expect((await awa.browser.post(`${path}/-/join`, { run: none, charter: 'yes' })).status).toBe(404);
    expect((await awa.browser.post('/en/learn/nope/-/join', { run: runId })).status).toBe(404);
  });

  it('leads a visitor to sign in, and back', async () => {
    const { html } = await stage.visitor().get(path);
    expect(html).toContain(`/en/sign-in?back=${encodeURIComponent(`/learn/${slug}`)}`);
  });

  it('is undone by leaving, and found again by coming back', async () => {
    await awa.browser.post(`${path}/soil-1/done`);
    expect((await awa.browser.get(`${path}/-/leave`)).html).toContain('find them if you come back');
    const left = await awa.browser.post(`${path}/-/leave`);
    expect(left.path).toBe('/en/learn');
    expect(left.html).toContain('No course in progress');
    expect((await awa.browser.post(`${path}/soil-2/done`)).status).toBe(403);
    await stage.join(awa.browser, slug);
    expect((await awa.browser.get(path)).html).toContain('1 of 3 units seen');
  });
});

describe('a course that is not open to all', async () => {
  const content = smallCourse({ title: 'Among us' });
  const { slug, id } = await stage.course({ ...content, rules: { ...content.rules, kind: 'spoc' } });
  const zoe = await stage.person('Zoe');

  it('shows what it is, and its units to who takes it alone', async () => {
    const { html } = await stage.visitor().get(`/en/learn/${slug}`);
    expect(html).toContain('No run is open for now.');
    expect((await stage.visitor().get(`/en/learn/${slug}/soil-1`)).status).toBe(403);
    expect((await zoe.browser.get(`/en/learn/${slug}/soil-1`)).status).toBe(403);
  });

  it('lets nobody in by guessing', async () => {
    const run = await stage.run({ courseId: id, access: 'code' });
    const guess = await zoe.browser.post(`/en/learn/${slug}/-/join`, { run, code: 'open sesame' });
    expect(guess.status).toBe(422);
    expect((await zoe.browser.get(`/en/learn/${slug}/soil-1`)).status).toBe(403);
  });

  it('is seen by operators as its team sees it', async () => {
    const operator = await stage.person('Olga', ['operator']);
    const { status, html } = await operator.browser.get(`/en/learn/${slug}/soil-1`);
    expect([status, html.includes('as a member of its team')]).toEqual([200, true]);
  });
});

describe('a run with days', async () => {
  const timed = courseContent.parse({
    about: { title: 'Week by week', lang: 'en' },
    rules: { kind: 'spoc' },
    sections: [1, 2].map((week) => ({
      id: `w${week}`,
      title: `Week ${week}`,
      opensAfter: (week - 1) * 7,
      units: [
        {
          id: `u${week}`,
          title: `Unit ${week}`,
          blocks: [{ id: `b${week}`, content: { type: 'text', text: 'Hm.' } }],
        },
      ],
    })),
  });
  const { slug, id } = await stage.course(timed);
  await stage.run({ courseId: id, pacing: 'scheduled', startOn: '2026-12-08', endOn: '2026-12-31' });
  const lea = await stage.person('Lea');
  await stage.join(lea.browser, slug);
  const path = `/en/learn/${slug}`;

  it('opens on its day, a section at a time, and says when', async () => {
    expect((await lea.browser.get(path)).html).toContain('opens on 8 December 2026');
    expect((await lea.browser.get(`${path}/u1`)).status).toBe(403);
    stage.clock.forward(7 * 86_400);
    expect((await lea.browser.get(`${path}/u1`)).status).toBe(200);
    expect((await lea.browser.get(`${path}/u2`)).status).toBe(403);
    expect((await lea.browser.post(`${path}/u2/done`)).status).toBe(403);
    expect((await lea.browser.post(`${path}/u1/done`)).path).toBe(path);
  });

  it('is read and no longer answered when it is over', async () => {
    stage.clock.forward(25 * 86_400);
    const { status, html } = await lea.browser.get(`${path}/u2`);
    expect([status, html.includes('you can read, but not answer')]).toEqual([200, true]);
    expect((await lea.browser.post(`${path}/u2/done`)).status).toBe(409);
  });
});
