import { describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testTools } from '../../../platform/testing/web.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { catalogModule } from '../index.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { coursesAsked } from '../read-courses/asked-courses.queries.ts';
import { actorOn, course, importing } from '../testing/catalog-stage.ts';

const database = await testDatabase();
const { db } = database;
const catalog = catalogModule();
const tools = testTools(database, { messages: [catalog.messages] });
const app = testApp(tools, (each) => catalog.routes?.(each));
const said: Partial<CourseDocument> = {
  languages: ['fr'],
  level: 'beginner',
  effort: { weeks: 4, minHoursPerWeek: 3, maxHoursPerWeek: 3 },
};
await importing(db, [
  course('bread', { ...said, title: 'Bread', costs: [{ kind: 'access', amount: 0, currency: 'EUR' }] }),
  course('cakes', { ...said, title: 'Cakes', costs: [{ kind: 'access', amount: 4900, currency: 'EUR' }] }),
  course('soups', { ...said, title: 'Soups', level: 'advanced' }),
  course('pies', { ...said, title: 'Pies' }),
  course('jams', { ...said, title: 'Jams' }),
  course('hostile', { title: '<script>alert(1)</script>', prerequisites: { text: '"><img src=x>' } }),
  course('broth', { title: 'Broth' }),
]);

const page = async (query: string, browser = new TestBrowser(app)) => browser.get(`/en/compare${query}`);
const headings = (html: string) =>
  [...html.matchAll(/scope="col">.*?<bdi>([^<]*)<\/bdi>/gs)].map(([, title]) => title);
const rowOf = (html: string, name: string) =>
  [...html.matchAll(/<tr role="row"( class="differs")?><th role="rowheader" scope="row">(.*?)<\/tr>/gs)].find(
    ([, , inside]) => inside?.startsWith(name),
  );

describe('the comparison', () => {
  it('sets courses side by side in the order in which they were asked for', async () => {
    const { html, status } = await page('?courses=cakes,bread,soups,pies');
    expect(status).toBe(200);
    expect(headings(html)).toEqual(['Cakes', 'Bread', 'Soups', 'Pies']);
  });

  it('marks what differs with a sign and a word, and says once what is alike', async () => {
    const { html } = await page('?courses=bread,soups');
    const level = rowOf(html, 'Level');
    expect(level?.[1]).toBeDefined();
    expect(level?.[0]).toContain('≠');
    expect(level?.[0]).toContain('(differs)');
    const effort = rowOf(html, 'Time needed');
    expect(effort?.[1]).toBeUndefined();
    expect(effort?.[0]).toContain('colspan="2"');
    expect(effort?.[0]).toContain('the same for all');
  });

  it('says what no source states instead of leaving a hole', async () => {
    const { html } = await page('?courses=bread,soups');
    expect(rowOf(html, 'Cost')?.[0]).toContain('not stated');
  });

  it('can show the differences alone', async () => {
    const { html } = await page('?only=differences&courses=bread,soups');
    expect(rowOf(html, 'Level')).toBeDefined();
    expect(rowOf(html, 'Time needed')).toBeUndefined();
    expect((await page('?only=differences&courses=pies,jams')).html).toContain('differ in nothing');
  });

  it('keeps the meaning of a table where cells stand one below the other', async () => {
    const { html } = await page('?courses=bread,soups');
    for (const role of ['table', 'rowgroup', 'columnheader', 'rowheader', 'cell'])
      expect(html).toContain(`role="${role}"`);
  });

  it('holds four: the others are left out, and it says so', async () => {
    const { html } = await page('?courses=bread,cakes,soups,pies,jams');
    expect(headings(html)).toEqual(['Bread', 'Cakes', 'Soups', 'Pies']);
    expect(html).toContain('holds four courses');
  });

  it('leads to the comparison without a course, and to none at all', async () => {
    const { html } = await page('?courses=bread,soups');
    expect(html).toContain('href="/en/compare?courses=soups"');
    expect((await page('?courses=')).html).toContain('Choose two courses or more');
  });

  it('says how many of those asked for nobody knows, whatever was written there', async () => {
    const odd = ['nothing', '%FF', '../..', 'x'.repeat(5000), "';drop table x;--", '%F0%9F%92%A9'];
    const { html, status } = await page(`?courses=bread,${odd.map(encodeURIComponent).join(',')}`);
    expect(status).toBe(200);
    expect(headings(html)).toEqual(['Bread']);
    expect(html).toContain('of the courses asked for');
  });

  it('shows words of feeds as words', async () => {
    const found = await coursesAsked(db, ['bread']);
    expect(found.size).toBe(1);
    const { html } = await page('?courses=script-alert-1-script,bread');
    expect(html).not.toContain('<script>alert');
    expect(html).not.toContain('<img src=x');
    expect(html).toContain('&lt;script>alert');
  });

  it('finds a course to add, and not one that is there', async () => {
    const { html } = await page('?courses=bread&q=Cakes');
    expect(html).toContain('href="/en/compare?courses=bread%2Ccakes"');
    expect((await page('?courses=bread&q=Bread')).html).toContain('No course answers these words');
  });

  it('remembers the comparison in this browser, and forgets it when it is emptied', async () => {
    const browser = new TestBrowser(app);
    await page('?courses=bread,soups', browser);
    expect(headings((await page('', browser)).html)).toEqual(['Bread', 'Soups']);
    await page('?courses=', browser);
    expect(browser.cookies.has('compare')).toBe(false);
  });

  it('remembers nothing of a page that was only fetched ahead', async () => {
    const browser = new TestBrowser(app);
    await browser.send('/en/compare?courses=bread', { headers: { 'sec-purpose': 'prefetch' } });
    expect(browser.cookies.has('compare')).toBe(false);
  });

  it('follows a merge: two addresses of one course are one column', async () => {
    const found = await coursesAsked(db, ['soups', 'broth']);
    const [from, into] = [found.get('broth')?.id ?? '', found.get('soups')?.id ?? ''];
    await mergeCourses(db, actorOn(1), { keptId: into, goneId: from });
    const { html } = await page('?courses=broth,soups,bread');
    expect(headings(html)).toEqual(['Soups', 'Bread']);
    expect((await coursesAsked(db, [from])).get(from)?.slug).toBe('soups');
  });

  it('asks one statement for one course and for four', async () => {
    for (const query of ['?courses=bread', '?courses=bread,cakes,soups,pies']) {
      const tally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => page(query));
      expect([query, tally.count]).toEqual([query, 1]);
    }
  });
});
