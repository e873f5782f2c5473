import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { course, courses, feedOf, importing } from '../testing/catalog-stage.ts';
import { stopDeadImports } from './imports.queries.ts';

const { db } = await testDatabase();
let last = 0;
/** Every test speaks of a platform of its own. */
const aPlatform = () => `platform-${(last += 1)}`;

const rowsOf = async <T>(text: ReturnType<typeof sql<T>>) => (await text.execute(tables(db))).rows;

const recordsOfPlatform = (platform: string) =>
  rowsOf(sql<{ key: string; gone: boolean; state: string }>`
    select r.external_key as key, r.gone_at is not null as gone, c.state from catalog.record r
    join catalog.course c on c.id = r.course_id join catalog.platform p on p.id = c.platform_id
    where p.slug = ${platform} order by 1`);

const gone = async (platform: string) =>
  (await recordsOfPlatform(platform)).filter((row) => row.gone).map((row) => row.key);

const lastImport = async (platform: string) =>
  (
    await rowsOf(sql<{ state: string; decision: string | null; incomplete: string | null; missing: number }>`
      select i.state, i.decision, i.incomplete, i.missing_count as missing from catalog.import i
      join catalog.source s on s.id = i.source_id join catalog.platform p on p.id = s.platform_id
      where p.slug = ${platform} order by i.started_at desc, i.id desc`)
  ).at(0);

describe('an import', () => {
  it('marks what a complete feed no longer lists, and takes it back when it is listed again', async () => {
    const platformName = aPlatform();
    await importing(db, courses(10), { platformName });
    const without = await importing(db, courses(9), { platformName, on: 1 });
    expect(without).toMatchObject({ state: 'done', gone: 1, wouldGo: 0 });
    expect(await gone(platformName)).toEqual(['a10']);
    const back = await importing(db, courses(10), { platformName, on: 2 });
    expect(back).toMatchObject({ returned: 1, unchanged: 10 });
    expect(await gone(platformName)).toEqual([]);
  });

  it('asks a person when more than a fifth would go', async () => {
    const platformName = aPlatform();
    await importing(db, courses(20), { platformName });
    const short = await importing(db, courses(15), { platformName, on: 1 });
    expect(short).toMatchObject({ state: 'waiting', wouldGo: 5, gone: 0 });
    expect(await gone(platformName)).toEqual([]);
    const exactlyAFifth = await importing(db, courses(16), { platformName, on: 2 });
    expect(exactlyAFifth).toMatchObject({ state: 'done', gone: 4 });
    const questions = await rowsOf(sql<{ decision: string }>`select decision from catalog.import i
      join catalog.source s on s.id = i.source_id join catalog.platform p on p.id = s.platform_id
      where p.slug = ${platformName} and decision is not null`);
    expect(questions).toEqual([{ decision: 'overtaken' }]);
  });

  it.each([
    ['is told to be a part', {}, { partial: true }],
    ['says that it goes on elsewhere', { incomplete: 'names a next page' }, {}],
    ['breaks off', { breaks: 'ends in the middle' }, {}],
  ])('takes nothing as gone when the feed %s', async (_what, how, request) => {
    const platformName = aPlatform();
    await importing(db, courses(10), { platformName });
    const part = await importing(db, feedOf(courses(9), how), { platformName, on: 1, ...request });
    expect(part.gone + part.wouldGo).toBe(0);
    expect(await gone(platformName)).toEqual([]);
    expect(await lastImport(platformName)).toMatchObject({
      incomplete: 'incomplete' in how ? how.incomplete : null,
      state: 'breaks' in how ? 'failed' : 'done',
    });
  });

  it('does not take a record as gone that the feed names but that cannot be read', async () => {
    const platformName = aPlatform();
    await importing(db, courses(10), { platformName });
    const feed = [...courses(9), { kind: 'refused' as const, key: 'a10', reason: 'no title' }];
    expect(await importing(db, feed, { platformName, on: 1 })).toMatchObject({ refused: 1, gone: 0 });
  });

  it('takes records with characters that no database keeps', async () => {
    const platformName = aPlatform();
    const nul = String.fromCharCode(0);
    const feed = [
      course(`a${nul}1`, { title: `Ti${nul}tle`, summary: 'Written out: \\u0000 and \\\\u0000.' }),
      { kind: 'refused' as const, reason: `no title: "${nul}"` },
    ];
    expect(await importing(db, feed, { platformName })).toMatchObject({ created: 1, refused: 1 });
    expect(await importing(db, feed, { platformName, on: 1 })).toMatchObject({ unchanged: 1, refused: 1 });
  });

  it('foresees in a dry run what it would do, and does nothing', async () => {
    const platformName = aPlatform();
    await importing(db, courses(10), { platformName });
    const feed = [...courses(9), course('new')];
    const dry = await importing(db, feed, { platformName, on: 1, dryRun: true, keepReport: true });
    expect(dry).toMatchObject({ read: 10, created: 1, unchanged: 9, gone: 1, state: 'done' });
    expect((await recordsOfPlatform(platformName)).length).toBe(10);
    expect(await gone(platformName)).toEqual([]);
    const emptied = await importing(db, courses(3), { platformName, on: 1, dryRun: true });
    expect(emptied).toMatchObject({ state: 'done', wouldGo: 7, gone: 0 });
  });

  it('brings an archived course back when its source lists it again, and says so', async () => {
    const platformName = aPlatform();
    await importing(db, courses(1), { platformName });
    await rowsOf(sql`update catalog.course c set state = 'archived' from catalog.platform p
      where p.id = c.platform_id and p.slug = ${platformName}`);
    await rowsOf(sql`update catalog.record r set gone_at = '2026-12-02', archived_at = '2026-12-03' from catalog.course c
      join catalog.platform p on p.id = c.platform_id where c.id = r.course_id and p.slug = ${platformName}`);
    await importing(db, courses(1), { platformName, on: 3 });
    expect(await recordsOfPlatform(platformName)).toEqual([{ key: 'a1', gone: false, state: 'listed' }]);
    const kinds = await rowsOf(sql<{ kind: string }>`select h.kind from catalog.course_change h
      join catalog.course c on c.id = h.course_id join catalog.platform p on p.id = c.platform_id
      where p.slug = ${platformName} order by h.id`);
    expect(kinds.map((row) => row.kind)).toEqual(['created', 'returned']);
  });

  it('refuses a second import of a source that is being imported', async () => {
    const platformName = aPlatform();
    let other: Promise<unknown> | undefined;
    const slow = {
      name: 'csv',
      async *read() {
        other = importing(db, courses(2), { platformName }).catch((error: Error) => error.message);
        expect(await other).toBe('catalog.import-running');
        yield { kind: 'course' as const, document: course('a1'), degraded: [] };
      },
    };
    await importing(db, courses(1), { platformName });
    expect(await importing(db, slow, { platformName })).toMatchObject({ unchanged: 1 });
    const states = await rowsOf(sql<{ state: string }>`select i.state from catalog.import i
      join catalog.source s on s.id = i.source_id join catalog.platform p on p.id = s.platform_id
      where p.slug = ${platformName}`);
    expect(states).toEqual([{ state: 'done' }, { state: 'done' }]);
  });

  it('shows an import as stopped whose process died, but not one that is silent and alive', async () => {
    const platformName = aPlatform();
    const silent = {
      name: 'csv',
      async *read() {
        yield { kind: 'course' as const, document: course('a1'), degraded: [] };
        expect(await stopDeadImports(db, new Date('2026-12-31'))).toBe(0);
      },
    };
    await importing(db, silent, { platformName });
    await rowsOf(sql`update catalog.import i set state = 'running' from catalog.source s
      join catalog.platform p on p.id = s.platform_id where s.id = i.source_id and p.slug = ${platformName}`);
    expect(await stopDeadImports(db, new Date('2026-12-31'))).toBe(1);
    expect(await lastImport(platformName)).toMatchObject({ state: 'stopped' });
  });
});
