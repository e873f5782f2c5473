import { sql } from 'kysely';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { catalogMessages } from '../messages/index.ts';
import { showCourseRoutes } from '../show-course/show-course.route.tsx';
import { recordFinding } from '../check-links/record-finding.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';
import { changeLogRoutes } from './change-log.routes.tsx';

const database = await testDatabase();
const clock = testClock('2026-12-01T09:00:00Z');
const tools = testTools(database, { messages: [catalogMessages], clock });
const app = testApp(tools, (target) => {
  showCourseRoutes(target);
  changeLogRoutes(target);
});
const { db } = database;

const day = (on: string) => ({ on, precision: 'day' as const });
const run = (key: string, start: string, more = {}) => ({
  key,
  pacing: 'scheduled' as const,
  start: day(start),
  end: day('2027-06-30'),
  ...more,
});
const get = async (path: string) => {
  const answer = await app.request(path);
  return { status: answer.status, headers: answer.headers, html: await answer.text() };
};
/** The lines of a course's changes as they stand on the page, without marks, the latest first. */
async function lines(slug: string, lang = 'en'): Promise<string[]> {
  const { html } = await get(`/${lang}/courses/${slug}/changes`);
  const list = /<ol class="plain change-list">(.*?)<\/ol>/s.exec(html)?.[1] ?? '';
  return [...list.matchAll(/<div>([^<]+)<\/div>/g)].map(([, text = '']) => text.replaceAll('\u00a0', ' '));
}
let at = 0;
const says = (key: string, ...versions: Partial<CourseDocument>[]) =>
  versions.reduce<Promise<unknown>>(
    (before, version) =>
      before.then(() => importing(db, [course(key, version)], { partial: true, on: (at += 1) })),
    Promise.resolve(),
  );
const idsTitled = async (title: string): Promise<string[]> => {
  const rows = await sql<{
    id: string;
  }>`select id from catalog.course where title = ${title} order by created_at`.execute(tables(db));
  return rows.rows.map((row) => row.id);
};
const costs = (amount: number) => [{ kind: 'certificate' as const, amount, currency: 'EUR' }];

describe('the changes of a course', () => {
  it('tell days that moved, were named or are not given any more', async () => {
    await says(
      'slips',
      { runs: [run('r', '2027-01-12')] },
      { runs: [run('r', '2027-01-19', { enrolmentEnd: day('2027-01-15') })] },
      { runs: [run('r', '2027-01-19', { enrolmentEnd: day('2027-01-16'), end: day('2027-07-31') })] },
      { runs: [run('r', '2027-01-19', { end: day('2027-07-31') })] },
    );
    expect(await lines('course-slips')).toEqual([
      'Last day to enrol no longer given (it was 16 January 2027)',
      'Last day to enrol moved: 15 January 2027 → 16 January 2027',
      'End moved: 30 June 2027 → 31 July 2027',
      'Start moved: 12 January 2027 → 19 January 2027',
      'Last day to enrol now known: 15 January 2027',
      'Added to the catalogue',
    ]);
    expect((await lines('course-slips', 'fr'))[3]).toBe('Début déplacé : 12 janvier 2027 → 19 janvier 2027');
  });

  it('take a run that a source calls by its day for the same run when the day slips', async () => {
    await says(
      'renamed',
      { runs: [run('2027-01-12', '2027-01-12')] },
      { runs: [run('2027-01-19', '2027-01-19')] },
    );
    expect(await lines('course-renamed')).toEqual([
      'Start moved: 12 January 2027 → 19 January 2027',
      'Added to the catalogue',
    ]);
  });

  it('tell new runs, cancelled ones, and those that are not listed any more', async () => {
    await says(
      'runs',
      { runs: [run('a', '2027-01-12')] },
      { runs: [run('a', '2027-01-12'), run('b', '2027-05-04')] },
      { runs: [run('a', '2027-01-12', { declared: 'cancelled' }), run('b', '2027-05-04')] },
      { runs: [run('a', '2027-01-12', { declared: 'cancelled' })] },
    );
    expect(await lines('course-runs')).toEqual([
      'Session no longer listed: 4 May 2027',
      'Session cancelled: 12 January 2027',
      'New session announced: 4 May 2027',
      'Added to the catalogue',
    ]);
  });

  it('tell prices, proofs and enrolment in words, and nothing of figures that move by themselves', async () => {
    const runs = [run('r', '2026-11-10')];
    await says(
      'prices',
      { runs, costs: costs(4900), certificate: 'paid', rating: { mean: 4, count: 10 } },
      { runs, costs: costs(3900), certificate: 'paid', rating: { mean: 4.1, count: 20 } },
      {
        runs,
        costs: [
          { ...costs(3900)[0], kind: 'certificate', amount: 3900, currency: 'EUR', checkedOn: '2026-12-09' },
        ],
        certificate: 'paid',
        rating: { mean: 4.2, count: 30 },
      },
      { runs: [run('r', '2026-11-10', { declared: 'closed' })], certificate: 'none', level: 'advanced' },
    );
    expect(await lines('course-prices')).toEqual([
      'Enrolment is closed for the session of: 10 November 2026',
      'Price no longer given. Certificate: it was €39',
      'Proof at the end no longer offered (it was: paid certificate)',
      'Updated: level',
      'Certificate: €49 → €39',
      'Added to the catalogue',
    ]);
  });

  it('say whose word it was, and keep silent about runs that were over', async () => {
    const old = (end: string) => [run('old', '2020-01-12', { end: day(end) })];
    await says('past', { runs: old('2020-02-01') }, { runs: old('2020-02-08') });
    expect(await lines('course-past')).toEqual(['Added to the catalogue']);
    const { html } = await get('/en/courses/course-past/changes');
    expect(html).toContain('said by: a list of the courses of alpha');
  });

  it('say how many there are more when a feed changes all at once', async () => {
    const months = Array.from({ length: 20 }, (_, n) =>
      run(`m${n}`, `2027-03-${String(n + 1).padStart(2, '0')}`),
    );
    await says('year', { runs: [] }, { runs: months });
    const shown = await lines('course-year');
    expect(shown).toHaveLength(14);
    expect(shown[12]).toBe('8 more changes of the same day');
  });

  it('tell a run once when two sources announce it', async () => {
    const said = (...runs: ReturnType<typeof run>[]) => [course('twice', { runs })];
    const first = run('r', '2027-01-12');
    await importing(db, said(first), { partial: true, on: (at += 1) });
    await importing(db, said(first), { partial: true, on: (at += 1), platformName: 'beta' });
    const ids = await idsTitled('Course twice');
    await mergeCourses(db, actorOn((at += 1)), { keptId: ids[0] ?? '', goneId: ids[1] ?? '' });
    await importing(db, said(first, run('s', '2027-05-04')), { partial: true, on: (at += 1) });
    await importing(db, said(first, run('s', '2027-05-04')), {
      partial: true,
      on: (at += 1),
      platformName: 'beta',
    });
    expect((await lines('course-twice')).filter((line) => line.startsWith('New session'))).toHaveLength(1);
  });
});

describe('their pages', () => {
  it('stand on the course page with the way to all, and come in pages', async () => {
    const many = Array.from({ length: 35 }, (_, n) => ({ summary: `Version ${n}` }));
    await says('many', ...many);
    const shown = await get('/en/courses/course-many');
    expect(shown.html).toContain('href="/en/courses/course-many/changes"');
    expect(shown.html.match(/Updated: summary/g)).toHaveLength(4);
    const [first, second] = [await lines('course-many'), await get('/en/courses/course-many/changes?page=2')];
    expect(first).toHaveLength(30);
    expect(second.html).toContain('Added to the catalogue');
    expect((await get('/en/courses/course-many/changes?page=3')).status).toBe(404);
    expect((await get('/en/courses/course-many/changes?page=-1%27')).status).toBe(200);
  });

  it('say how fresh the course is, and what stands behind it', async () => {
    const url = 'https://organiser.example/fresh';
    const price = { kind: 'access' as const, amount: 4900, currency: 'EUR', checkedOn: '2026-11-20' };
    await importing(db, [course('fresh', { url, costs: [price] })], { on: -3, partial: true });
    const link = { url, state: 'dead' as const, failures: 3, dnsFailures: 0, status: 404, code: 'gone' };
    const nextAt = actorOn(9).now;
    const finding = { ...link, reason: 'not found', finalUrl: null, nextAt };
    await recordFinding(db, actorOn(-1), finding);
    const { html } = await get('/en/courses/course-fresh');
    expect(html).toContain('<span class="chip soon">Worth checking</span>');
    expect(html).toContain(
      'Read 3 days ago in a list of the courses of alpha · organiser’s page visited yesterday: no answer · prices of 20 November 2026',
    );
    expect(await lines('course-fresh')).toContain('The organiser’s page no longer answers');
    expect((await get('/en/courses/course-fresh/changes')).html).toContain('seen when visiting the page');
  });

  it('are an Atom feed whose entries have lasting names', async () => {
    const { html, headers } = await get('/fr/courses/course-slips/changes.atom');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    new SaxesParser().write(html).close();
    const ids = [...html.matchAll(/<id>(urn:uuid:[\da-f-]{36})<\/id>/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
    expect(html).toContain('Course slips\u00a0: ce qui a changé');
  });

  it('follow a course that was renamed, and are not found for none', async () => {
    await says('name', { title: 'First name' }, { title: 'Second name' });
    const moved = await get('/en/courses/first-name/changes');
    expect([moved.status, moved.headers.get('location')]).toEqual([301, '/en/courses/second-name/changes']);
    expect((await get('/en/courses/none/changes')).status).toBe(404);
    expect((await get('/en/courses/%00/changes.atom')).status).toBe(404);
  });
});
