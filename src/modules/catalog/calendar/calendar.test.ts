import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { addDays, daysBetween } from '../../../platform/time/clock.ts';
import type { CourseDocument, RunClaim } from '../course-document/course-document.ts';
import { catalogMessages } from '../messages/index.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import type { AddToCalendar } from './calendar-occasions.ts';
import { type CalendarAsked, type DayKind, readCalendar, spanOf } from './calendar-view.ts';
import { calendarRoutes } from './calendar.routes.tsx';
import { showCalendar } from './calendar.ts';

const database = await testDatabase();
const { db } = database;
const clock = testClock('2026-12-10T09:00:00Z');
const today = '2026-12-10';
const tools = testTools(database, { messages: [catalogMessages], clock });
const occasion = {
  day: '2026-12-15',
  title: 'Rencontre à Lyon',
  lang: 'fr',
  href: '/en/events/lyon',
  facts: ['Meet-up', '18:00'],
  event: {
    uid: 'lyon@localhost',
    start: new Date('2026-12-15T17:00:00Z'),
    end: new Date('2026-12-15T19:00:00Z'),
    zone: 'Europe/Paris',
    summary: 'Rencontre à Lyon',
    description: '',
    url: 'http://localhost:3000/fr/events/lyon',
    tentative: false,
    categories: [],
    changedAt: clock.now(),
  },
};
const asked: Parameters<AddToCalendar>[1][] = [];
const app = testApp(tools, (target) =>
  calendarRoutes(target, async (_c, span) => {
    asked.push(span);
    return span.from <= occasion.day && occasion.day <= span.to ? [occasion] : [];
  }),
);

/** The same numbers in every run: the high bits of a linear congruential generator. */
let seed = 7;
const below = (count: number): number => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor(seed / 65_536) % count;
};
const pick = <T>(values: readonly [T, ...T[]]): T => values[below(values.length)] ?? values[0];
const day = (on: string) => ({ on, precision: 'day' as const });

const randomRun = (key: string): RunClaim => {
  const start = addDays('2026-11-01', below(150));
  const isVague = below(8) === 0;
  return {
    key,
    pacing: 'scheduled',
    start: isVague ? { on: `${start.slice(0, 7)}-01`, precision: 'month' } : day(start),
    ...(below(3) === 0 ? {} : { enrolmentEnd: day(addDays(start, below(30) - 10)) }),
    ...(below(6) === 0 ? { declared: pick(['cancelled', 'closed', 'archived', 'open'] as const) } : {}),
  };
};
const labels = { programming: 'Programming', accounting: 'Accounting', none: undefined } as const;
const documents: readonly CourseDocument[] = Array.from({ length: 300 }, (_, n) => {
  const label = labels[pick(['programming', 'accounting', 'none'] as const)];
  return course(`c${n}`, {
    languages: [pick(['fr', 'en', 'de'] as const)],
    ...(label ? { subjects: [{ scheme: 'label', label }] } : {}),
    runs: Array.from({ length: below(4) }, (_each, run) => randomRun(`r${run}`)),
  });
});

/** What is true of a day by looking at every run of every course. */
function bruteForce(kind: DayKind, on: string, isWanted: (course: CourseDocument) => boolean): number {
  return documents.filter(
    (each) =>
      isWanted(each) &&
      (each.runs ?? []).some(({ start, enrolmentEnd, declared }) => {
        if (declared === 'cancelled' || declared === 'archived') return false;
        if (kind === 'starts') return start?.precision === 'day' && start.on === on;
        return declared !== 'closed' && enrolmentEnd?.on === on;
      }),
  ).length;
}

const show = (given: Record<string, string>) =>
  showCalendar(db, readCalendar(given, today), { today, now: clock.now() });
const get = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};
const daysOf = ({ from, to }: { from: string; to: string }) =>
  Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n));

beforeAll(async () => {
  await importing(db, documents);
  const yearly = [2023, 2024, 2025, 2026].map((year) => ({
    key: `${year}`,
    pacing: 'scheduled' as const,
    start: day(`${year}-02-10`),
    end: day(`${year}-03-20`),
  }));
  await importing(db, [course('guess', { title: 'Back in February', runs: yearly })], {
    platformName: 'beta',
  });
});

describe('the counts of the calendar', () => {
  const wishes: [Record<string, string>, (course: CourseDocument) => boolean][] = [
    [{}, () => true],
    [{ month: '2027-01' }, () => true],
    [{ month: '2026-11' }, () => true],
    [{ month: '2027-01', language: 'de' }, ({ languages }) => languages?.includes('de') ?? false],
    [{ view: 'week', what: 'starts' }, () => true],
    [{ view: 'closing', language: 'fr' }, ({ languages }) => languages?.includes('fr') ?? false],
    [
      { month: '2027-01', subject: 'finance.accounting', what: 'closes' },
      ({ subjects }) => subjects?.some(({ label }) => label === 'Accounting') ?? false,
    ],
    [{ day: '2027-01-12' }, () => true],
  ];
  it.each(wishes)('of %j are those of looking at every run', async (given, isWanted) => {
    const found = await show(given);
    const view: CalendarAsked = readCalendar(given, today);
    const kinds: DayKind[] =
      view.view === 'closing' ? ['closes'] : view.what ? [view.what] : ['starts', 'closes'];
    const count = (kind: DayKind, on: string) => (kinds.includes(kind) ? bruteForce(kind, on, isWanted) : 0);
    const wanted = daysOf(spanOf(view, today))
      .map((on) => ({ on, starts: count('starts', on), closes: count('closes', on) }))
      .filter(({ starts, closes }) => starts + closes > 0);
    expect(wanted.length, 'days with something').toBeGreaterThan(0);
    expect(found.days.map(({ day: on, counts }) => ({ on, ...counts }))).toEqual(wanted);
    for (const { counts, entries, day: on } of found.days) {
      const most = view.day === undefined ? 3 : 40;
      expect(entries, on).toHaveLength(Math.min(most, counts.starts) + Math.min(most, counts.closes));
    }
    const week = daysOf({ from: today, to: addDays(today, 6) });
    const all = week.flatMap((on) => [
      bruteForce('starts', on, isWanted),
      bruteForce('closes', on, isWanted),
    ]);
    expect(found.totals.week).toBe(all.reduce((a, b) => a + b, 0));
  });

  it('tell months without a day, and guesses, apart from days', async () => {
    const found = await show({ month: '2027-02' });
    const vague = documents.filter(({ runs = [] }) =>
      runs.some(
        ({ start, declared }) =>
          start?.precision === 'month' &&
          start.on === '2027-02-01' &&
          declared !== 'cancelled' &&
          declared !== 'archived',
      ),
    );
    expect(found.announced.count).toBe(vague.length);
    expect(found.expected.cards.map(({ title }) => title)).toEqual(['Back in February']);
    const { text } = await get('/en/calendar?month=2027-02');
    expect(text).toContain('Perhaps in February 2027');
    expect(text).toContain('It is our guess');
  });

  it('take statements that do not grow', async () => {
    const tally = { count: 0, milliseconds: 0 };
    await countingStatements(tally, async () => app.request('/ru/calendar'));
    expect(tally.count).toBeLessThanOrEqual(4);
  });
});

describe('the page', () => {
  it('lists days with their courses, leads to whole days, other months and back', async () => {
    const { text } = await get('/en/calendar?month=2027-01');
    expect(text).toContain('href="/en/calendar?month=2027-02"');
    expect(text).toContain('href="/en/calendar"');
    const more = /href="(\/en\/calendar\?day=2027-01-\d\d)"/.exec(text)?.[1] ?? '';
    expect((await get(more)).text).toContain('id="d-2027-01-');
    expect(text).toMatch(/<table class="month-grid">/);
  });

  it('takes hostile and senseless parameters as if they were not there', async () => {
    for (const query of [
      'month=2027-13',
      'month=0001-01',
      'day=2027-02-30',
      "day=2027-01-12'--",
      'view=x&what=y',
      'subject=nothing&language=%3Cscript%3E',
      'page=-1',
      'page=1e9',
      'month=2027-01&month=2027-02',
      'day=%00',
    ]) {
      const { status, text } = await get(`/en/calendar?${query}`);
      expect([query, status]).toEqual([query, 200]);
      expect(text).not.toContain('<script>alert');
    }
    expect(readCalendar({ day: '2027-02-30' }, today).day).toBeUndefined();
  });

  it('says so when there is nothing, and leads on', async () => {
    const { text } = await get('/en/calendar?month=2031-01&language=fr');
    expect(text).toContain('Nothing on these days');
    expect(text).toContain('href="/en/calendar?month=2031-01"');
  });

  it('has what the application adds, and asks for it only where it belongs', async () => {
    expect((await get('/en/calendar')).text).toContain('Rencontre à Lyon');
    asked.length = 0;
    expect((await get('/en/calendar?view=closing')).text).not.toContain('Rencontre');
    expect((await get('/en/calendar?subject=business')).text).not.toContain('Rencontre');
    expect(asked).toEqual([]);
  });
});

describe('/calendar.ics', () => {
  it('has the days of the same view, as programs read them', async () => {
    const { text, headers } = await get('/en/calendar.ics?month=2027-01&what=starts&language=en');
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((event) => new ICAL.Event(event));
    const days = events.filter(({ component }) => component.getFirstPropertyValue('status') === 'CONFIRMED');
    const wanted = daysOf({ from: '2027-01-01', to: '2027-01-31' }).reduce(
      (sum, on) => sum + bruteForce('starts', on, ({ languages }) => languages?.includes('en') ?? false),
      0,
    );
    expect(
      new Set(
        days.map(
          ({ startDate, component }) =>
            `${String(component.getFirstPropertyValue('url'))} ${startDate.toString()}`,
        ),
      ).size,
    ).toBe(wanted);
  });

  it('has the hours of what the application adds', async () => {
    const calendar = new ICAL.Component(ICAL.parse((await get('/fr/calendar.ics')).text));
    const event = calendar
      .getAllSubcomponents('vevent')
      .find((each) => each.getFirstPropertyValue('uid') === 'lyon@localhost');
    expect(String(event?.getFirstPropertyValue('dtstart'))).toBe('2026-12-15T18:00:00');
    expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1);
  });
});
