import { beforeAll, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { countingStatements, type StatementTally } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { importCourses } from '../import-courses/import-courses.ts';
import { catalogMessages } from '../messages/index.ts';
import { showCourseRoutes } from './show-course.route.tsx';

const database = await testDatabase();
const clock = testClock('2026-11-22T09:00:00Z');
const tools = testTools(database, { messages: [catalogMessages], clock });
const app = testApp(tools, showCourseRoutes);

async function importThese(documents: readonly CourseDocument[]): Promise<void> {
  await importCourses(database.db, systemActor('test', clock.now(), tools.ids), {
    input: { location: 'test', open: () => Promise.reject(new Error('no bytes')) },
    format: {
      name: 'csv',
      async *read() {
        for (const document of documents) yield { kind: 'course' as const, document, degraded: [] };
      },
    },
    platform: { slug: 'platform-t', name: 'Platform T' },
    today: '2026-11-22',
    partial: true,
  });
}

const day = (on: string) => ({ on, precision: 'day' as const });
const page = async (path: string) => {
  const answer = await app.request(path, { redirect: 'manual' });
  return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
};

beforeAll(async () => {
  const yearly = [2022, 2023, 2024, 2025].map((year) => ({
    key: String(year),
    pacing: 'scheduled' as const,
    start: day(`${year}-03-10`),
    end: day(`${year}-04-20`),
  }));
  const subjects = [{ scheme: 'label' as const, label: 'Programming' }];
  await importThese([
    { key: 'zero', title: 'First steps', languages: ['en'], prerequisites: { nothing: true } },
    { key: 'one', title: 'Second steps', languages: ['en'], prerequisites: { courses: [{ key: 'zero' }] } },
    {
      key: 'two',
      title: 'Third steps',
      rating: { mean: 4.6, count: 120 },
      languages: ['en'],
      prerequisites: { courses: [{ key: 'one' }] },
    },
    { key: 'past', title: 'Python every spring', languages: ['en'], subjects, runs: yearly },
    {
      key: 'open',
      title: 'Python whenever you like',
      languages: ['en'],
      subjects,
      runs: [{ key: 's', pacing: 'self' }],
    },
    {
      key: 'hostile',
      title: '</script><script>alert(1)</script> & "quotes"',
      summary: '<img src=x onerror=alert(1)>',
      url: 'https://example.org/c?a=1&b="2"',
      languages: ['en'],
      costs: [{ kind: 'access', amount: 4900, currency: 'EUR', checkedOn: '2026-11-20' }],
    },
    { key: 'renamed', title: 'Old name of it', languages: ['en'], level: 'beginner' },
  ]);
  await importThese([{ key: 'renamed', title: 'New name of it', languages: ['en'], level: 'intermediate' }]);
});

describe('the course page', () => {
  it('answers 404 for what is not there and 301 for what moved', async () => {
    expect((await page('/en/courses/nothing-like-it')).status).toBe(404);
    expect(await page('/fr/courses/old-name-of-it')).toMatchObject({
      status: 301,
      location: '/fr/courses/new-name-of-it',
    });
  });

  it('shows the whole way from zero, the furthest first', async () => {
    const { html } = await page('/en/courses/third-steps');
    const way = html.slice(html.indexOf('course-way'));
    expect(way.indexOf('First steps')).toBeGreaterThan(0);
    expect(way.indexOf('First steps')).toBeLessThan(way.indexOf('Second steps'));
    expect(way.indexOf('Second steps')).toBeLessThan(way.indexOf('Third steps'));
  });

  it('is never too late: says when it probably comes back, as a guess, and what is open and close', async () => {
    const { html } = await page('/en/courses/python-every-spring');
    expect(html).toContain('It probably comes back in March 2027');
    expect(html).toContain('our guess');
    expect(html).toContain('/en/courses/python-whenever-you-like');
  });

  it('names its sources as a reader would, never by the format that machines call it', async () => {
    const { html } = await page('/en/courses/first-steps');
    const sources = html.slice(html.indexOf('Where this information comes from'));
    expect(sources).toContain('a list of the courses of Platform T: as of 22 November 2026');
    expect(sources).not.toContain('csv');
  });

  it('says what changed in words, not in the codes of a document', async () => {
    const { html } = await page('/en/courses/new-name-of-it');
    expect(html).toContain('level (beginner → intermediate)');
    expect(await page('/fr/courses/new-name-of-it').then((french) => french.html)).toContain(
      'niveau (débutant → intermédiaire)',
    );
  });

  it('folds the runs that are over, and lists the others', async () => {
    const { html } = await page('/en/courses/python-every-spring');
    const fold = html.slice(html.indexOf('4 past runs'));
    expect(fold).toContain('10 March 2025 to 20 April 2025');
    expect(html.slice(0, html.indexOf('4 past runs'))).not.toContain('10 March 2025 to');
  });

  it('lets nothing of a title or an address run or break out', async () => {
    const { html } = await page('/en/courses/script-script-alert-1-script-quotes');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Course',
      name: '</script><script>alert(1)</script> & "quotes"',
      offers: [{ price: '49.00', priceCurrency: 'EUR' }],
    });
  });

  it('leads straight to the organiser, in a new tab that cannot reach back', async () => {
    const { html } = await page('/en/courses/script-script-alert-1-script-quotes');
    const link = /<a class="btn(?: first)? wide"[^>]*external[^>]*>/.exec(html)?.[0] ?? '';
    expect(link).toContain('target="_blank"');
    expect(link).toMatch(/rel="[^"]*noopener/);
    expect(link).toContain('href="https://example.org/c?a=1&amp;b=&quot;2&quot;"');
  });

  it('tells the same in every language, with links to each', async () => {
    for (const lang of ['fr', 'es', 'pt', 'ru', 'zh', 'ar']) {
      const { status, html } = await page(`/${lang}/courses/third-steps`);
      expect(status).toBe(200);
      expect(html).toContain(`<html lang="${lang}" dir="${lang === 'ar' ? 'rtl' : 'ltr'}"`);
      expect(html).toContain('hreflang="en" href="http://localhost:3000/en/courses/third-steps"');
      expect(html).not.toMatch(/catalog\.\w/);
      // a place in a text that nobody filled
      expect(html).not.toMatch(/\{\w+\}/);
    }
  });

  it('asks the database at most six times', async () => {
    for (const slug of ['third-steps', 'python-every-spring', 'first-steps']) {
      const tally: StatementTally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => app.request(`/en/courses/${slug}`));
      expect(tally.count).toBeLessThanOrEqual(6);
      expect(tally.count).toBeGreaterThan(0);
    }
  });
});

it('is not found at an address that no database can hold', async () => {
  expect((await page('/en/courses/%00')).status).toBe(404);
});
