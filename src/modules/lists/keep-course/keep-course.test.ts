import { describe, expect, it } from 'vitest';
import { course } from '../../catalog/testing/catalog-stage.ts';
import { listsStage, titlesOn } from '../testing/lists-stage.ts';
import { mostKept } from './kept-in-browser.ts';

const many = Array.from({ length: mostKept + 1 }, (_, at) => course(`c${at}`, { title: `Course ${at}` }));
const stage = await listsStage([
  ...many,
  course('bread', { title: 'Bread' }),
  course('cakes', { title: 'Cakes' }),
]);
const keep = (browser: ReturnType<typeof stage.visitor>, slug: string) =>
  browser.post('/en/lists/add', { course: slug });

describe('without an account', () => {
  it('a course is kept in the browser, the latest first', async () => {
    const browser = stage.visitor();
    const page = await browser.get('/en/lists/add?course=bread');
    expect(page.html).toContain('Keep in this browser');
    await keep(browser, 'bread');
    const shown = await keep(browser, 'cakes');
    expect(shown.path).toBe('/en/lists/mine');
    expect(titlesOn(shown.html)).toEqual(['Cakes', 'Bread']);
    expect((await browser.get('/en/lists/add?course=bread')).html).toContain('is kept in this browser');
  });

  it('is nobody’s: the cookie holds courses alone, and the server keeps nothing', async () => {
    const [one, two] = [stage.visitor(), stage.visitor()];
    await keep(one, 'bread');
    await keep(two, 'bread');
    expect(one.cookies.get('kept')).toBe(two.cookies.get('kept'));
  });

  it('can be taken out, and put back', async () => {
    const browser = stage.visitor();
    await keep(browser, 'bread');
    const { html } = await browser.get('/en/lists/mine');
    const id = /name="course" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const without = await browser.post('/en/lists/kept/remove', { course: id });
    expect(titlesOn(without.html)).toEqual([]);
    expect(without.html).toContain('“Bread” is taken out.');
    expect(browser.cookies.has('kept')).toBe(false);
    expect(titlesOn((await keep(browser, id)).html)).toEqual(['Bread']);
  });

  it('holds twenty, says so, and loses none of them', async () => {
    const browser = stage.visitor();
    for (const { key } of many.slice(0, mostKept)) await keep(browser, `course-${key.slice(1)}`);
    const refused = await keep(browser, `course-${mostKept}`);
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('keeps 20 courses at most');
    expect(titlesOn((await browser.get('/en/lists/mine')).html)).toHaveLength(mostKept);
    expect((browser.cookies.get('kept') ?? '').length).toBeLessThan(500);
    // one that is there already needs no room
    expect((await keep(browser, 'course-3')).status).toBe(200);
  });

  it('believes no cookie that somebody rewrote', async () => {
    const browser = stage.visitor();
    await keep(browser, 'bread');
    const genuine = browser.cookies.get('kept') ?? '';
    const [packed = '', seal = ''] = genuine.split('.');
    const forged = [
      `${Buffer.from('0'.repeat(32), 'hex').toString('base64url')}.${seal}`,
      `${packed}.`,
      packed,
      `${packed}.${'A'.repeat(22)}`,
      `.${seal}`,
      `${packed}${packed}.${seal}`,
      '%00.%00',
      'x'.repeat(4000),
      '💥.💥',
    ];
    for (const cookie of forged) {
      browser.cookies.set('kept', encodeURIComponent(cookie));
      const shown = await browser.get('/en/lists/mine');
      expect([cookie.slice(0, 20), shown.status, titlesOn(shown.html)]).toEqual([
        cookie.slice(0, 20),
        200,
        [],
      ]);
    }
    browser.cookies.set('kept', genuine);
    expect(titlesOn((await browser.get('/en/lists/mine')).html)).toEqual(['Bread']);
  });

  it('refuses a course that nobody knows', async () => {
    for (const slug of ['', 'nothing', '%', 'x'.repeat(300)]) {
      expect((await keep(stage.visitor(), slug)).status).toBe(404);
      expect((await stage.visitor().get(`/en/lists/add?course=${encodeURIComponent(slug)}`)).status).toBe(
        404,
      );
    }
  });
});

describe('after signing in', () => {
  it('what the browser kept is shown, and one button makes a list of it', async () => {
    const { browser } = await stage.person('Awa');
    browser.cookies.set('kept', await cookieWith('bread', 'cakes'));
    expect((await browser.get('/en/lists/mine')).html).toContain('2 courses wait in this browser.');
    const asked = await browser.get('/en/lists/take-over');
    expect(asked.html).toContain('Are they yours?');
    const id = /name="id" value="([^"]+)"/.exec(asked.html)?.[1] ?? '';
    const made = await browser.post('/en/lists/take-over', { id, do: 'take' });
    expect(made.path).toBe(`/en/lists/mine/${id}`);
    expect(titlesOn(made.html)).toEqual(['Cakes', 'Bread']);
    expect(browser.cookies.has('kept')).toBe(false);
  });

  it('somebody else’s can be forgotten instead', async () => {
    const { browser } = await stage.person('Zoe');
    browser.cookies.set('kept', await cookieWith('bread'));
    await browser.post('/en/lists/take-over', { do: 'forget' });
    expect(browser.cookies.has('kept')).toBe(false);
    expect((await browser.get('/en/lists/mine')).html).toContain('No list yet');
  });

  it('leads there from the page of what is kept', async () => {
    const browser = stage.visitor();
    await keep(browser, 'bread');
    const { html } = await browser.get('/en/lists/mine');
    expect(html).toContain(`/en/sign-in?back=${encodeURIComponent('/lists/take-over')}`);
  });
});

describe('with an account', async () => {
  const { browser } = await stage.person('Ines');
  const add = (fields: Record<string, string>) =>
    browser.post('/en/lists/add', { id: stage.tools.ids.next(), ...fields });

  it('a first list is made on the way', async () => {
    expect((await browser.get('/en/lists/add?course=bread')).html).toContain('value="Courses to take"');
    const made = await add({ course: 'bread', title: 'Courses to take', note: 'Soon' });
    expect(titlesOn(made.html)).toEqual(['Bread']);
    expect(made.html).toContain('Soon');
  });

  it('a course goes into a list that is there, once', async () => {
    const { html } = await browser.get('/en/lists/add?course=cakes');
    const list = /<option value="([0-9a-f-]{36})"/.exec(html)?.[1] ?? '';
    expect(titlesOn((await add({ course: 'cakes', list })).html)).toEqual(['Bread', 'Cakes']);
    expect((await add({ course: 'cakes', list })).html).toContain('was in the list already');
  });

  it('a new list without a title is asked for one, and nothing is lost', async () => {
    const shown = await add({ course: 'bread', list: 'new', title: ' ', note: 'Remember' });
    expect(shown.status).toBe(422);
    expect(shown.html).toContain('Give the list a title.');
    expect(shown.html).toContain('Remember');
  });

  it('a list of somebody else takes nothing', async () => {
    const other = await stage.person('Otto');
    const list = await stage.list(other.browser, 'Otto’s', []);
    expect((await add({ course: 'bread', list })).status).toBe(404);
    expect(titlesOn((await other.browser.get(`/en/lists/mine/${list}`)).html)).toEqual([]);
  });
});

/** A cookie as a visitor has it who kept these. */
async function cookieWith(...slugs: string[]): Promise<string> {
  const browser = stage.visitor();
  for (const slug of slugs) await keep(browser, slug);
  return browser.cookies.get('kept') ?? '';
}
