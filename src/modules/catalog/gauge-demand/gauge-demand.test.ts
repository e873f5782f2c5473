import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { course, importing } from '../testing/catalog-stage.ts';
import { followStage } from '../testing/follow-stage.ts';
import { forgetMissedJob } from './forget-missed.job.ts';
import { gaugeDemand, stemsOf } from './gauge-demand.ts';
import { addMissed } from './missed-searches.queries.ts';
import { type MadeSearch, MissedSearches } from './missed-searches.ts';
import { keptWords, outcomeOf } from './missed-words.ts';

const stage = await followStage();
const { db, clock } = stage;

const start = new Date('2026-11-20T10:00:00Z');
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const search = (words: string, more: Partial<MadeSearch> = {}): MadeSearch => ({
  network: 'a',
  words,
  lang: 'en',
  outcome: 'none',
  ...more,
});
const counted = (misses: MissedSearches, at: number) =>
  misses.take(later(at)).map(({ words, outcome, times }) => [words, outcome, times]);

describe('words of a search', () => {
  it.each([
    ['  Réparer   un GRILLE-pain ', 'reparer un grille pain'],
    ['C++', 'cplusplus'],
    ['汽车维修', keptWords('汽车维修')],
    ['toaster 🍞', 'toaster'],
  ])('%s are kept folded', (typed, kept) => expect(keptWords(typed)).toBe(kept));

  it.each([
    'awa@example.org',
    'call 06 12 34 56 78',
    '123456',
    '🍞',
    '',
    'a b c',
    'one two three four five six seven',
    'x'.repeat(80),
  ])('%s are not kept', (typed) => expect(keptWords(typed)).toBeUndefined());

  it('tell something when little was found, by the words alone', () => {
    const found = (total: number, corrected: { typed: string; meant: string }[] = []) => ({
      total,
      corrected,
      proposals: { words: [], loosen: [] },
    });
    expect([0, 1, 3, 4].map((total) => outcomeOf(found(total), false))).toEqual([
      'none',
      'few',
      'few',
      undefined,
    ]);
    expect(outcomeOf(found(0), true)).toBeUndefined();
    expect(outcomeOf(found(0, [{ typed: 'bred', meant: 'bread' }]), false)).toBeUndefined();
  });
});

describe('searches in vain', () => {
  it('count once as they were in the end, however they were typed', () => {
    const misses = new MissedSearches();
    for (const [at, words] of ['to', 'toas', 'toaster', 'toaste', 'toaster'].entries())
      misses.note(search(words), later(at));
    expect(counted(misses, 60)).toEqual([]);
    expect(counted(misses, 200)).toEqual([['toaster', 'none', 1]]);
    expect(counted(misses, 400)).toEqual([]);
  });

  it('count when other words follow, and not when what was typed was found in the end', () => {
    const misses = new MissedSearches();
    misses.note(search('toaster'), later(0));
    misses.note(search('kettle'), later(1));
    misses.note(search('kettle repair', { outcome: undefined }), later(2));
    expect(counted(misses, 500)).toEqual([['toaster', 'none', 1]]);
  });

  it('count each network once a day', () => {
    const misses = new MissedSearches();
    for (const network of ['a', 'b', 'c', 'a', 'b']) {
      misses.note(search('toaster', { network }), later(0));
      misses.note(search('other', { network, outcome: undefined }), later(1));
    }
    expect(counted(misses, 500)).toEqual([['toaster', 'none', 3]]);
  });

  it('are handed over once a minute at most', () => {
    const misses = new MissedSearches();
    expect(counted(misses, 0)).toEqual([]);
    misses.note(search('toaster'), later(1));
    misses.note(search('kettle'), later(2));
    expect(counted(misses, 30)).toEqual([]);
    expect(counted(misses, 61)).toEqual([['toaster', 'none', 1]]);
  });
});

const kept = async () =>
  (
    await sql<{
      words: string;
      times: number;
    }>`select words, times from catalog.missed_search order by words`.execute(tables(db))
  ).rows;

describe('the list of courses', () => {
  it('counts what people searched in vain, without who they are', async () => {
    for (const address of ['192.0.2.31', '192.0.2.32']) {
      const browser = new TestBrowser(stage.app, address, stage.tools.config.baseUrl);
      await browser.get('/en/courses?q=zeppelin+repair');
      await browser.get('/en/courses?q=awa%40example.org');
      clock.forward(130);
    }
    await stage.browser().get('/en/courses?q=other');
    expect(await kept()).toEqual([{ words: 'zeppelin repair', times: 2 }]);
    const columns = await sql<{ name: string }>`select column_name as name from information_schema.columns
      where table_schema = 'catalog' and table_name = 'missed_search' order by 1`.execute(tables(db));
    expect(columns.rows.map(({ name }) => name)).toEqual(['day', 'lang', 'outcome', 'times', 'words']);
  });
});

describe('what the catalogue knows of the demand', () => {
  const day = '2026-11-20';
  const miss = (words: string, times: number, outcome: 'none' | 'few' = 'none', on = day) => ({
    day: on,
    lang: 'en',
    outcome,
    words,
    times,
  });

  beforeAll(async () => {
    await importing(db, [
      course('one', {
        languages: ['en'],
        level: 'beginner',
        subjects: [{ scheme: 'label', label: 'Music' }],
        skills: [{ label: 'Reading sheet music' }, { label: 'Piano' }],
      }),
      course('two', {
        languages: ['fr'],
        subjects: [{ scheme: 'label', label: 'Music' }],
        skills: [{ label: 'piano' }],
        prerequisites: { courses: [{ title: 'Solfège for all' }, { title: 'COURSE  three' }] },
      }),
      course('three', {
        languages: ['en'],
        subjects: [{ scheme: 'label', label: 'Law' }],
        skills: [{ label: 'Piano law' }],
      }),
    ]);
    await sql`delete from catalog.missed_search`.execute(tables(db));
    await addMissed(db, [
      miss('pianos', 2),
      miss('pianos', 1, 'few'),
      miss('piano tuning', 2),
      miss('tax law', 9),
      miss('piano', 5, 'none', '2024-01-01'),
    ]);
    await addMissed(db, [miss('pianos', 4)]);
  });

  const idea = {
    title: 'How to play the piano',
    lang: 'en',
    subjects: ['Music'],
    outcomes: ['Read sheet music', 'Sing'],
    level: 'beginner',
  } as const;

  it('is searches near its words, made three times at least, within thirteen months', async () => {
    const { searches } = await gaugeDemand(db, idea, new Date('2026-11-22T00:00:00Z'));
    expect(searches).toEqual([{ words: 'pianos', none: 6, few: 1 }]);
  });

  it('is courses of its subjects by language and level, skills that they name, and what they want known', async () => {
    const demand = await gaugeDemand(db, idea, new Date('2026-11-22T00:00:00Z'));
    const music = demand.supply.find(({ all }) => all > 0);
    expect(music).toMatchObject({ all: 2, inLanguage: 1, atLevel: 1 });
    expect(demand.skilled).toEqual({ looked: 2, naming: 2 });
    expect(demand.outcomes).toEqual([
      { outcome: 'Read sheet music', courses: 1 },
      { outcome: 'Sing', courses: 0 },
    ]);
    expect(demand.wanted).toEqual([{ title: 'Solfège for all', courses: 1 }]);
  });

  it('is nothing for an idea of which nothing is known', async () => {
    for (const title of ['', '🍞', '%_', "' or 1=1 --", '\\'])
      expect(await gaugeDemand(db, { title, lang: 'xx', subjects: [], outcomes: [''] }, clock.now())).toEqual(
        {
          searches: [],
          supply: [],
          wanted: [],
          skilled: { looked: 0, naming: 0 },
          outcomes: [{ outcome: '', courses: 0 }],
          proposals: [],
        },
      );
  });

  it('forgets rare words after a month, and the rest after thirteen', async () => {
    const run = async (now: string) =>
      forgetMissedJob.run(
        {
          db,
          tools: stage.tools,
          actor: { ...stage.system(), now: new Date(now) },
          signal: new AbortController().signal,
        },
        {},
      );
    await run('2026-11-22T00:00:00Z');
    expect((await kept()).map(({ words }) => words)).toEqual(['piano tuning', 'pianos', 'pianos', 'tax law']);
    await run('2027-01-10T00:00:00Z');
    expect((await kept()).map(({ words }) => words)).toEqual(['pianos', 'pianos', 'tax law']);
    await run('2028-01-10T00:00:00Z');
    expect(await kept()).toEqual([]);
  });
});

it('looks for words by their beginnings, without small words and endings', () => {
  expect(stemsOf('Les bases de la programmation pour tous')).toEqual(['bases', 'programmat', 'tous']);
});
