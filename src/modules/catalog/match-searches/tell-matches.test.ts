import { beforeEach, describe, expect, it } from 'vitest';
import { transact } from '../../../platform/db/transact.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { refreshAvailabilityJob } from '../search-courses/refresh-availability.job.ts';
import { rebuildIndex } from '../search-courses/rebuild-index.job.ts';
import { writeSetting } from '../../../platform/settings/settings.queries.ts';
import { course, courses, importing } from '../testing/catalog-stage.ts';
import { saveSearches } from '../save-search/save-searches.ts';
import { matchSearches } from './match-searches.ts';
import { setListed, waitingJobs } from './testing/brute-force.queries.ts';
import { announcedMatches, countOf, readForOlderEntries } from './testing/search-stage.queries.ts';
import { searchStage } from './testing/search-stage.ts';
import { indexCourses } from '../search-courses/index-courses.ts';
import { matchTask } from './expect-matches.ts';

const stage = await searchStage();
const { db } = stage;
const fr = { languages: ['fr'] };
let platform = 0;

/** Imports some courses as the whole of a new platform, or of one that was named. */
const arrive = (said: Parameters<typeof importing>[1], platformName = `p${(platform += 1)}`) =>
  importing(db, said, { platformName, partial: true });
const told = async (): Promise<string[]> => {
  await stage.match();
  return stage.news();
};

beforeEach(async () => {
  stage.clock.forward(40 * 86_400);
  await told();
});

describe('what is told', () => {
  it('while nobody follows a search nothing is kept, and nothing is woken', async () => {
    await arrive([course('first', { title: 'Nobody follows' })]);
    expect(await countOf(db, 'entry_before')).toBe(0);
    expect(await waitingJobs(db, matchTask)).toBe(0);
  });

  it('a new course, by its words and by its facets, and not what was there before', async () => {
    await arrive([course('old', { title: 'Pruning of old apples', ...fr })]);
    await stage.searchFollowed('apples');
    await stage.searchFollowed('', { language: ['fr'] });
    await arrive([course('new', { title: 'Growing apples', ...fr })]);
    expect(await waitingJobs(db, matchTask)).toBe(1);
    expect(await told()).toEqual(['all: Growing apples', 'apples: Growing apples']);
    const [news] = await announcedMatches(db);
    expect(news).toMatchObject({ sentence: 'catalog.search.news.match', path: '/courses/growing-apples' });
  });

  it('a course that changes so that it matches, once; another change of it is no news', async () => {
    await stage.searchFollowed('pears');
    await arrive([course('c', { title: 'Fruit' })], 'fruit');
    expect(await told()).toEqual([]);
    await arrive([course('c', { title: 'Fruit', summary: 'All of pears.' })], 'fruit');
    expect(await told()).toEqual(['pears: Fruit']);
    const price = { kind: 'access' as const, amount: 900, currency: 'EUR' };
    await arrive([course('c', { title: 'Fruit', summary: 'All of pears.', costs: [price] })], 'fruit');
    expect(await told()).toEqual([]);
  });

  it('a course that comes back, but once a month where it comes and goes', async () => {
    await stage.searchFollowed('plums');
    await arrive([course('c', { title: 'Drying plums' })]);
    expect(await told()).toEqual(['plums: Drying plums']);
    const id = await stage.courseId('Drying plums');
    const list = (listed: boolean) =>
      transact(db, async (inner) => {
        await indexCourses(inner, [id], stage.clock.now());
        await setListed(inner, [id], listed);
        await indexCourses(inner, [id], stage.clock.now());
      });
    await list(false);
    expect(await told()).toEqual([]);
    await list(true);
    expect(await told()).toEqual([]);
    await list(false);
    await told();
    stage.clock.forward(40 * 86_400);
    await list(true);
    expect(await told()).toEqual(['plums: Drying plums']);
  });

  it('a course that leaves and is back before it was matched is no news', async () => {
    await stage.searchFollowed('quinces');
    await arrive([course('c', { title: 'Quinces' })]);
    await told();
    stage.clock.forward(40 * 86_400);
    const id = await stage.courseId('Quinces');
    for (const listed of [false, true])
      await transact(db, async (inner) => {
        await setListed(inner, [id], listed);
        await indexCourses(inner, [id], stage.clock.now());
      });
    expect(await told()).toEqual([]);
  });

  it('a course that opens, on the day on which it does', async () => {
    const day = (on: Date) => ({ on: on.toISOString().slice(0, 10), precision: 'day' as const });
    const inDays = (days: number) => new Date(stage.clock.now().getTime() + days * 86_400_000);
    await stage.searchFollowed('cherries', { start: ['open'] });
    const run = {
      key: 'r',
      pacing: 'scheduled' as const,
      start: day(inDays(60)),
      enrolmentStart: day(inDays(30)),
    };
    await importing(db, [course('c', { title: 'Cherries', runs: [run] })], {
      platformName: 'cherries',
      on: Math.round((stage.clock.now().getTime() - Date.parse('2026-12-01T08:00:00Z')) / 86_400_000),
    });
    expect(await told()).toEqual([]);
    stage.clock.forward(30 * 86_400);
    await stage.run(refreshAvailabilityJob);
    expect(await told()).toEqual(['cherries: Cherries']);
  });

  it('what was there when the search was saved is no news, though it was not matched yet', async () => {
    await stage.searchFollowed('unrelated');
    await arrive([course('c', { title: 'Figs are here' })]);
    await stage.searchFollowed('figs');
    await arrive([course('d', { title: 'Figs to come' })]);
    expect(await told()).toEqual(['figs: Figs to come']);
  });

  it('the course that is left of two is no news', async () => {
    await stage.searchFollowed('grapes');
    await arrive([course('a', { title: 'Grapes' })]);
    await arrive([course('b', { title: 'Grapes again' })]);
    await told();
    stage.clock.forward(40 * 86_400);
    const [keptId, goneId] = [await stage.courseId('Grapes'), await stage.courseId('Grapes again')];
    await transact(db, (inner) => mergeCourses(inner, stage.system(), { keptId, goneId }));
    expect(await told()).toEqual([]);
  });

  it('entries that are made again by an upgrade are no news; searches are read anew by themselves', async () => {
    await stage.searchFollowed('melons');
    await arrive([course('c', { title: 'Melons' })]);
    await told();
    await writeSetting(db, stage.system(), 'catalog.search-entry-version', 0);
    expect(await rebuildIndex(db, stage.system())).toBeGreaterThan(0);
    expect(await countOf(db, 'entry_before')).toBe(0);
    await readForOlderEntries(db);
    await arrive([course('d', { title: 'More melons' })]);
    expect(await told()).toEqual(['melons: More melons']);
  });
});

describe('how much is told', () => {
  it('five courses one by one; all that come at once beyond that in one line, an hour later', async () => {
    await stage.searchFollowed('berries');
    const some = (count: number, prefix: string) =>
      courses(count, prefix).map((each) => ({ ...each, title: `${each.title} of berries` }));
    await arrive(some(3, 'x'));
    expect(await told()).toHaveLength(3);
    await arrive(some(48, 'y'));
    expect(await told()).toEqual([]);
    await arrive(some(1, 'z'));
    expect(await told()).toEqual([]);
    await stage.sumUp();
    expect(await stage.news()).toEqual([]);
    stage.clock.forward(3700);
    await stage.sumUp();
    expect(await stage.news()).toEqual(['berries: 49']);
    const last = (await announcedMatches(db)).at(-1);
    expect(last).toMatchObject({
      sentence: 'catalog.search.news.many',
      path: '/courses?q=berries&sort=newest',
    });
    await arrive(some(2, 'w'));
    expect(await told()).toEqual([]);
    stage.clock.forward(3700);
    await stage.sumUp();
    expect(await stage.news()).toEqual([]);
    stage.clock.forward(86_400);
    await stage.sumUp();
    expect(await stage.news()).toEqual(['berries: 2']);
    await stage.sumUp();
    expect(await stage.news()).toEqual([]);
  });

  it('each language of a search hears of it in its own words', async () => {
    const id = await stage.searchFollowed('lemons');
    expect(await stage.searchFollowed('Lemons!')).toBe(id);
    await arrive([course('c', { title: 'Lemons' })]);
    expect(await told()).toEqual(['lemons: Lemons']);
  });
});

describe('searches that want too much', () => {
  it('ten thousand of one little word are one search, and cost one match', async () => {
    const before = await countOf(db, 'saved_search');
    const typed = ['the', 'The', '  THE', 'thé', 'the.'];
    const asked = Array.from({ length: 10_000 }, (_, place) => ({
      q: typed[place % typed.length] ?? '',
      selection: {},
      lang: 'en' as const,
      said: 'the',
    }));
    await transact(db, (inner) => saveSearches(inner, stage.clock.now(), asked));
    expect(await countOf(db, 'saved_search')).toBe(before + 1);
    await stage.searchFollowed('the');
    await arrive([course('c', { title: 'The Who', languages: ['en'] })]);
    expect(await told()).toEqual(['the: The Who']);
  });

  it('a thousand different ones around it are each compared, and only those told that match', async () => {
    const asked = Array.from({ length: 1000 }, (_, place) => ({
      q: place % 2 === 0 ? `the -nothing${place}` : `the nothing${place}`,
      selection: {},
      lang: 'en' as const,
      said: `${place}`,
    }));
    await transact(db, (inner) => saveSearches(inner, stage.clock.now(), asked));
    await arrive([course('c', { title: 'The Kinks', languages: ['en'] })]);
    const found: string[] = [];
    await transact(db, (inner) =>
      matchSearches(inner, (_, some) => {
        found.push(...some.map(({ search }) => search.said));
        return Promise.resolve();
      }),
    );
    expect(
      found
        .filter((said) => /^\d+$/.test(said))
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(Array.from({ length: 500 }, (_, place) => place * 2));
  });
});

describe('when something breaks', () => {
  it('nothing is lost and nothing is told twice', async () => {
    await stage.searchFollowed('nuts');
    await arrive([course('c', { title: 'Nuts' })]);
    const breaking = transact(db, (inner) =>
      matchSearches(inner, () => Promise.reject(new Error('killed in the middle'))),
    );
    await expect(breaking).rejects.toThrow('killed');
    expect(await countOf(db, 'entry_before')).toBe(1);
    expect(await told()).toEqual(['nuts: Nuts']);
    expect(await told()).toEqual([]);
    expect(await countOf(db, 'entry_before')).toBe(0);
  });

  it('two workers at once tell each match once', async () => {
    await stage.searchFollowed('dates');
    await arrive(courses(4, 'd').map((each) => ({ ...each, title: `${each.title}: dates` })));
    await Promise.all([stage.match(), stage.match(), stage.match()]);
    expect(await stage.news()).toHaveLength(4);
  });
});
