import { beforeAll, describe, expect, it } from 'vitest';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { searchStage } from '../match-searches/testing/search-stage.ts';
import { countOf, readForOlderEntries } from '../match-searches/testing/search-stage.queries.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { rereadSearchesJob } from './reread-searches.job.ts';
import { dropUnfollowedJob } from './drop-unfollowed.job.ts';

const stage = await searchStage();
const { db } = stage;
const browser = stage.browser();
const form = { pace: 'at-once', 'want-match': '1' };
let visitors = 0;

beforeAll(() =>
  importing(db, [
    course('a', { title: 'Gestion de projet', languages: ['fr'], level: 'beginner' }),
    course('b', { title: 'Gestion de la paie', languages: ['fr'] }),
    course('c', { title: 'Payroll', languages: ['en'], providers: [{ name: 'École des Mines' }] }),
    course('d', { title: 'Управление', languages: ['ru'] }),
  ]),
);

const page = async (query: string) => browser.get(`/en/searches/follow?${query}`);
/** Another visitor, from elsewhere, fills in the form. */
const follow = async (query: string, mail?: string) => {
  const { html } = await page(query);
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1] ?? stage.tools.ids.next();
  const place = (visitors += 1);
  const visitor = new TestBrowser(stage.app, `198.51.100.${place}`, stage.tools.config.baseUrl);
  const address = mail ?? `visitor-${place}@example.org`;
  return visitor.post(`/en/searches/follow?${query}`, { ...form, id, mail: address });
};

describe('the page', () => {
  it('says what is followed, and what matches today', async () => {
    const { status, html } = await page('q=gestion&language=fr&sort=newest&page=3');
    expect(status).toBe(200);
    expect(html).toContain('gestion, French');
    expect(html).toContain('2 courses match today');
    expect(html).toContain('action="/en/searches/follow?q=gestion&amp;language=fr"');
  });

  it('names providers as people do', async () => {
    const slug = /href="\/en\/providers\/([^"]+)"/.exec((await browser.get('/en/providers')).html)?.[1] ?? '';
    expect((await page(`provider=${slug}`)).html).toContain('École des Mines');
  });

  it('follows the words that the list reads, where it mends a slip, and says so', async () => {
    const { html } = await page('q=gestoin+-paie');
    expect(html).toContain('you will follow “-paie gestion”');
    expect(html).toContain('1 course matches today');
    expect((await page('q=gestoin&exact=1')).html).not.toContain('you will follow');
  });

  it.each([
    ['', 'Choose a word or a subject first'],
    ['q=', 'Choose a word or a subject first'],
    ['q=%26+%7C+%21+%3C-%3E', 'Choose a word or a subject first'],
    ['q=-paie', 'Choose a word or a subject first'],
    ['q=%00%07', 'Choose a word or a subject first'],
    ['level=wrong', 'Choose a word or a subject first'],
    ['q=%D0%B8+%D0%B2', 'These words are not enough to search with'],
    [
      Array.from({ length: 40 }, (_, n) => `provider=${'x'.repeat(100)}${n}`).join('&'),
      'This search has too many filters',
    ],
  ])('of "%s" says why it cannot be followed, and nobody gets it followed', async (query, why) => {
    const { status, html } = await page(query);
    expect(status).toBe(200);
    expect(html).toContain(why);
    expect(html).not.toContain('name="mail"');
    const before = await countOf(db, 'saved_search');
    expect((await follow(query)).status).toBe(422);
    expect(await countOf(db, 'saved_search')).toBe(before);
  });

  it.each([
    "q='; drop table catalog.saved_search; --",
    `q=${'mot '.repeat(4000)}`,
    `q=${'机'.repeat(300)}`,
    'q="unclosed',
    'q=gestion&language=zz&platform=nowhere',
    "q=the&provider=o'hara",
    'q=%EF%B7%BA&q=second',
  ])('takes %.40s as it is', async (query) => {
    expect((await page(encodeURI(query))).status).toBe(200);
    const { status, html } = await follow(encodeURI(query));
    expect(status).toBe(200);
    expect(html).toContain('@example.org');
  });

  it('comes back with what is wrong, and saves nothing then', async () => {
    const before = await countOf(db, 'saved_search');
    const { status, html } = await follow('q=unheard', 'nobody');
    expect(status).toBe(422);
    expect(html).toContain('value="nobody"');
    expect(await countOf(db, 'saved_search')).toBe(before);
  });
});

describe('saving', () => {
  it('keeps one search however it is written, and one for each language', async () => {
    const before = await countOf(db, 'saved_search');
    await follow('q=gestion+projet&language=fr&level=beginner');
    await follow('level=beginner&q=%20Projet,%20GESTION%20&language=fr');
    expect(await countOf(db, 'saved_search')).toBe(before + 1);
    await browser.post('/fr/searches/follow?q=gestion+projet&language=fr&level=beginner', {
      ...form,
      mail: 'french@example.org',
      id: stage.tools.ids.next(),
    });
    expect(await countOf(db, 'saved_search')).toBe(before + 2);
  });

  it('tells a signed-in person that they follow it already', async () => {
    await stage.person();
    const person = stage.browser();
    await person.post('/en/sign-in', stage.lastSignIn());
    expect((await person.get('/en/searches/follow?q=gestion')).html).not.toContain('this search already');
    await person.post('/en/searches/follow?q=gestion', {
      ...form,
      id: stage.tools.ids.next(),
    });
    expect((await person.get('/en/searches/follow?q=GESTION')).html).toContain(
      'You follow this search already',
    );
  });
});

describe('the list of courses', () => {
  it('leads there from any narrowed list, and from an empty one; not from the whole catalogue', async () => {
    const link = 'Tell me of new ones';
    expect((await browser.get('/en/courses')).html).not.toContain(link);
    expect((await browser.get('/en/courses?q=gestion&sort=rating')).html).toContain(
      'href="/en/searches/follow?q=gestion"',
    );
    expect((await browser.get('/en/courses?q=zzyzx')).html).toMatch(
      /class="empty"[\s\S]*Tell me when there is one/,
    );
    expect((await browser.get('/en/languages/fr?q=paie')).html).toContain(
      'href="/en/searches/follow?q=paie&amp;language=fr"',
    );
  });
});

describe('searches that are read anew each time', () => {
  it('are read once at night: after an upgrade, and when the catalogue has their last word', async () => {
    await stage.searchFollowed('spelunking');
    await stage.searchFollowed('payr*');
    await stage.searchFollowed('', { language: ['fr'] });
    await stage.match();
    await stage.news();
    await readForOlderEntries(db);
    await stage.run(rereadSearchesJob);
    const anchors = await countOf(db, 'saved_search_anchor');
    expect(anchors).toBeGreaterThan(0);
    await importing(db, [course('s', { title: 'Spelunking, payrolls', languages: ['fr'] })], {
      platformName: 'caves',
    });
    await stage.run(rereadSearchesJob);
    const known = await countOf(db, 'saved_search_anchor');
    expect(known).toBeGreaterThan(anchors);
    await stage.match();
    expect(await stage.news()).toEqual([
      'all: Spelunking, payrolls',
      'payr*: Spelunking, payrolls',
      'spelunking: Spelunking, payrolls',
    ]);
    await stage.run(rereadSearchesJob);
    expect(await countOf(db, 'saved_search_anchor')).toBe(known);
  });
});

describe('searches that nobody follows', () => {
  it('are dropped a week after they were asked for; followed ones stay', async () => {
    const followed = await stage.searchFollowed('stays');
    expect(followed).toMatch(/^[\da-f-]{36}$/);
    await stage.run(dropUnfollowedJob);
    expect(await countOf(db, 'saved_search')).toBeGreaterThan(3);
    stage.clock.forward(8 * 86_400);
    await stage.run(dropUnfollowedJob);
    // followed: by the signed-in person, and those of this test and the one before
    expect(await countOf(db, 'saved_search')).toBe(5);
  });
});
