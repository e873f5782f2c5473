import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { coursesAsked } from '../../catalog/index.ts';
import { course } from '../../catalog/testing/catalog-stage.ts';
import type { ListedCourse } from '../read-lists/listed-courses.ts';
import { listsStage } from '../testing/lists-stage.ts';
import { mondayOf, oneAfterTheOther, planOf } from './plan.ts';

const day = (on: string) => ({ on, precision: 'day' as const });
const self = { key: 'r', pacing: 'self' as const, declared: 'open' as const };
const stage = await listsStage([
  course('basics', {
    title: 'Basics',
    effort: { weeks: 4, minHoursPerWeek: 2, maxHoursPerWeek: 4 },
    runs: [self],
  }),
  course('models', {
    title: 'Models',
    effort: { totalHours: 20 },
    runs: [self],
    prerequisites: { courses: [{ key: 'basics' }] },
  }),
  course('dated', {
    title: 'Dated',
    effort: { weeks: 6 },
    runs: [
      {
        key: '1',
        pacing: 'scheduled',
        start: day('2026-11-20'),
        enrolmentEnd: day('2026-12-10'),
        end: day('2027-01-31'),
      },
    ],
  }),
  course('later', {
    title: 'Later',
    runs: [{ key: '1', pacing: 'scheduled', start: day('2027-03-01'), end: day('2027-06-01') }],
  }),
  course('silent', { title: 'Silent' }),
]);
const awa = await stage.person('Awa');
const known = await coursesAsked(stage.db, ['basics', 'models', 'dated', 'later', 'silent']);

const planned = (slug: string, startOn: string | null, hoursAWeek: number | null = null): ListedCourse => ({
  id: slug,
  courseId: known.get(slug)?.id ?? '',
  title: slug,
  note: null,
  startOn,
  hoursAWeek,
  addedAt: '2026-12-01T00:00:00Z',
  course: known.get(slug),
});
const now = stage.clock.now();
const plan = (...items: ListedCourse[]) => planOf(items, now);
const warningsOf = (...items: ListedCourse[]) => plan(...items).courses.map(({ warnings }) => warnings);

describe('a plan', () => {
  it('reckons the end from what the course announces and the pace of the plan', () => {
    const [announced, slower, total, weeks] = plan(
      planned('basics', '2026-12-07'),
      planned('basics', '2026-12-07', 2),
      planned('models', '2026-12-07', 5),
      planned('dated', '2026-12-07'),
    ).courses;
    // 4 weeks of 3 hours
    expect([announced?.pace, announced?.totalHours, announced?.to]).toEqual([3, 12, '2027-01-03']);
    // 12 hours at 2 a week
    expect(slower?.to).toBe('2027-01-17');
    // 20 hours at 5 a week
    expect(total?.to).toBe('2027-01-03');
    // six weeks, whatever the pace
    expect(weeks?.to).toBe('2027-01-17');
  });

  it('has no end where nobody says how long a course takes', () => {
    const [silent] = plan(planned('silent', '2026-12-07', 3)).courses;
    expect([silent?.from, silent?.to]).toEqual(['2026-12-07', undefined]);
  });

  it('adds up the weeks; no hour is lost or counted twice', () => {
    const { weeks } = plan(planned('basics', '2026-12-09', 3), planned('models', '2026-12-21', 5));
    expect(weeks[0]).toMatchObject({ monday: '2026-12-07', courses: 1 });
    expect(weeks.find(({ monday }) => monday === '2026-12-21')).toMatchObject({ hours: 8, courses: 2 });
    const sum = weeks.reduce((hours, week) => hours + week.hours, 0);
    expect(Math.abs(sum - 32)).toBeLessThanOrEqual(1);
  });

  it('warns when enrolment closes before the start, when it starts later, when the run ends too soon', () => {
    expect(warningsOf(planned('dated', '2026-12-15'))).toEqual([
      [{ kind: 'closes-before', day: '2026-12-10' }],
    ]);
    expect(warningsOf(planned('later', '2026-12-15'))).toEqual([
      [{ kind: 'starts-later', day: '2027-03-01' }],
    ]);
    expect(warningsOf(planned('dated', '2026-12-05'))).toEqual([[]]);
    const long = { ...planned('dated', '2026-12-10') };
    expect(
      planOf(
        [
          {
            ...long,
            course: { ...long.course!, document: { ...long.course!.document, effort: { weeks: 12 } } },
          },
        ],
        now,
      ).courses[0]?.warnings,
    ).toEqual([{ kind: 'ends', day: '2027-01-31' }]);
    expect(warningsOf(planned('silent', '2026-12-15'))).toEqual([[{ kind: 'not-open' }]]);
  });

  it('warns when what a course builds on comes after it', () => {
    const [first, second] = warningsOf(planned('models', '2026-12-07', 5), planned('basics', '2027-01-11'));
    expect(first).toEqual([{ kind: 'needs-first', title: 'Basics' }]);
    expect(second).toEqual([]);
    expect(warningsOf(planned('basics', '2026-12-07'), planned('models', '2027-01-11', 5))).toEqual([[], []]);
    // not planned at all counts as later
    expect(warningsOf(planned('basics', null), planned('models', '2027-01-11', 5))[1]).toHaveLength(1);
  });

  it('lays courses one after the other without a day between', () => {
    const laid = oneAfterTheOther(
      [planned('basics', null), planned('silent', null), planned('models', null)],
      {
        from: '2026-12-07',
        hours: 4,
      },
    );
    expect(laid.map(({ startOn }) => startOn)).toEqual(['2026-12-07', '2026-12-28', '2027-01-25']);
  });

  it('knows its Mondays', () => {
    expect(['2026-12-06', '2026-12-07', '2026-12-13', '1969-12-31'].map(mondayOf)).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-07',
      '1969-12-29',
    ]);
  });
});

describe('the page of a plan', async () => {
  const id = await stage.list(awa.browser, 'Data', ['basics', 'models'], { plan: 'yes' });
  const path = `/en/lists/mine/${id}/plan`;
  const fields = async () =>
    [...(await awa.browser.get(path)).html.matchAll(/name="start-([0-9a-f-]{36})"/g)].map(
      ([, item = '']) => item,
    );

  it('takes a start and a pace for each course, and shows weeks and warnings', async () => {
    const [basics, models] = await fields();
    const shown = await awa.browser.post(path, {
      [`start-${basics}`]: '2027-01-04',
      [`hours-${basics}`]: '3',
      [`start-${models}`]: '2027-01-11',
      [`hours-${models}`]: '5',
    });
    expect(shown.html).toContain('The plan is saved.');
    expect(shown.html).toContain('From 4 January 2027 to 7 February 2027');
    expect(shown.html).toContain('“Basics” should be finished before');
    expect(shown.html).toContain('The fullest week: that of 11 January, 8 h');
  });

  it('says beside the field what is no date and no pace, and changes nothing', async () => {
    const [basics] = await fields();
    for (const [field, value] of [
      ['start', '2027-02-30'],
      ['start', 'tomorrow'],
      ['start', '0001-01-01'],
      ['hours', '0'],
      ['hours', '61'],
      ['hours', '2.5'],
      ['hours', '-1'],
    ] as const) {
      const refused = await awa.browser.post(path, { [`${field}-${basics}`]: value });
      expect([value, refused.status]).toEqual([value, 422]);
      expect(refused.html).toContain(`id="${field}-${basics}-error"`);
    }
    expect((await awa.browser.get(path)).html).toContain('value="2027-01-04"');
  });

  it('passes over courses of other lists', async () => {
    const other = await stage.list(awa.browser, 'Other', ['basics']);
    const { html } = await awa.browser.get(`/en/lists/mine/${other}/plan`);
    const item = /name="start-([0-9a-f-]{36})"/.exec(html)?.[1];
    await awa.browser.post(path, { [`start-${item}`]: '2027-05-05' });
    expect((await awa.browser.get(`/en/lists/mine/${other}/plan`)).html).not.toContain('2027-05-05');
  });

  it('lays all courses out at once', async () => {
    await awa.browser.post(`${path}/lay-out`, { from: '2027-01-04', hours: '4' });
    const { html } = await awa.browser.get(path);
    expect(html).toContain('value="2027-01-25"');
    expect((await awa.browser.post(`${path}/lay-out`, { from: 'x', hours: '4' })).status).toBe(422);
    expect((await awa.browser.post(`${path}/lay-out`, { from: '2027-01-04', hours: '0' })).status).toBe(422);
  });

  it('is a calendar that a parser accepts', async () => {
    const answer = await awa.browser.send(`${path}.ics`, { method: 'GET' });
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(await answer.text()) as unknown[])
      .getAllSubcomponents('vevent')
      .map((each) => new ICAL.Event(each));
    expect(
      events.map((event) => [event.summary, event.startDate.toString(), event.endDate.toString()]),
    ).toEqual([
      ['Basics (4 h a week)', '2027-01-04', '2027-01-25'],
      ['Models (4 h a week)', '2027-01-25', '2027-03-01'],
    ]);
  });

  it('can be subscribed to by a secret address, which can be changed and taken back', async () => {
    const addressOn = (html: string) => /(\/en\/lists\/plans\/[\w-]{43}\/plan\.ics)"/.exec(html)?.[1] ?? '';
    const first = addressOn((await awa.browser.post(`${path}/calendar`, { on: 'yes' })).html);
    expect((await stage.visitor().get(first)).html).toContain('SUMMARY;LANGUAGE=en:Basics');
    const second = addressOn((await awa.browser.post(`${path}/calendar`, { on: 'yes' })).html);
    expect(second).not.toBe(first);
    expect((await stage.visitor().get(first)).status).toBe(404);
    await awa.browser.post(`${path}/calendar`, { on: 'no' });
    expect((await stage.visitor().get(second)).status).toBe(404);
    expect((await stage.visitor().get('/en/lists/plans/guess/plan.ics')).status).toBe(404);
  });

  it('is nobody else’s', async () => {
    const zoe = await stage.person('Zoe');
    for (const end of ['', '.ics']) expect((await zoe.browser.get(path + end)).status).toBe(404);
    for (const end of ['', '/lay-out', '/calendar'])
      expect([
        end,
        (await zoe.browser.post(path + end, { from: '2027-01-04', hours: '4', on: 'yes' })).status,
      ]).toEqual([end, 404]);
  });
});
