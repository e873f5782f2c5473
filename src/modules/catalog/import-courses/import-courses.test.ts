import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import { type FeedRecord, FeedUnreadable } from '../formats/feed-format.ts';
import { importCourses, type ImportOutcome, type ImportRequest } from './import-courses.ts';

const { db } = await testDatabase();
let now = new Date('2026-12-01T09:00:00Z');
const clock = { now: () => now };
const actor = () => systemActor('test', now, systemIds(clock));

const course = (key: string, more: Partial<CourseDocument> = {}): FeedRecord => ({
  kind: 'course',
  document: { key, title: `Course ${key}`, languages: ['en'], ...more },
  degraded: [],
});

let platform = 0;
beforeEach(() => {
  platform += 1;
  now = new Date('2026-12-01T09:00:00Z');
});

function feed(records: Iterable<FeedRecord>, more: Partial<ImportRequest> = {}): Promise<ImportOutcome> {
  return importCourses(db, actor(), {
    input: { location: 'feed', open: () => Promise.reject(new Error('no bytes')) },
    format: {
      name: 'csv',
      async *read() {
        yield* records;
      },
    },
    platform: { slug: `platform-${platform}`, name: `Platform ${platform}` },
    today: '2026-12-01',
    ...more,
  });
}

const counts = ({ read, created, updated, unchanged, refused, degraded, gone }: ImportOutcome) => ({
  read,
  created,
  updated,
  unchanged,
  refused,
  degraded,
  gone,
});
const none = { read: 0, created: 0, updated: 0, unchanged: 0, refused: 0, degraded: 0, gone: 0 };

async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await query.execute(tables(db))).rows[0];
}
/** A course of the platform of this test, by its title. */
const stored = (title: string) =>
  one(sql<{ slug: string; runs: number }>`select c.slug,
    (select count(*)::int from catalog.run r where r.course_id = c.id) as runs
    from catalog.course c join catalog.platform p on p.id = c.platform_id
    where c.title = ${title} and p.slug = ${`platform-${platform}`}`);

describe('importCourses', () => {
  it('creates what is new, and changes nothing the second time', async () => {
    const records = [course('a'), course('b', { level: 'beginner' })];
    expect(counts(await feed(records))).toEqual({ ...none, read: 2, created: 2 });
    expect(counts(await feed(records))).toEqual({ ...none, read: 2, unchanged: 2 });
  });

  it('does not take a new day of checking prices as a change', async () => {
    const priced = (checkedOn: string) =>
      course('a', { costs: [{ kind: 'access', amount: 0, currency: 'EUR', checkedOn }] });
    await feed([priced('2026-12-01')]);
    expect(counts(await feed([priced('2026-12-02')]))).toMatchObject({ unchanged: 1, updated: 0 });
  });

  it('counts every record once: created, updated, unchanged or refused', async () => {
    await feed([course('a'), course('b')]);
    const outcome = await feed([
      course('a'),
      course('b', { summary: 'New words.' }),
      course('c'),
      { kind: 'refused', reason: 'no title', key: 'd' },
      {
        kind: 'course',
        document: { key: 'e', title: 'E' },
        degraded: [{ field: 'costs', reason: 'not a price: "x"' }],
      },
    ]);
    expect(counts(outcome)).toEqual({
      ...none,
      read: 5,
      created: 2,
      updated: 1,
      unchanged: 1,
      refused: 1,
      degraded: 1,
    });
    expect(outcome.problems).toHaveLength(2);
  });

  it('makes one course of several records of one key, again and again', async () => {
    const run = (key: string) => course('a', { runs: [{ key, pacing: 'self' }] });
    const records = [run('r1'), course('b'), run('r2'), run('r3')];
    expect(counts(await feed(records))).toEqual({ ...none, read: 4, created: 2, updated: 2 });
    expect(await stored('Course a')).toMatchObject({ runs: 3 });
    expect(counts(await feed(records))).toEqual({ ...none, read: 4, unchanged: 4 });
  });

  it('keeps courses apart whose keys lie across the edge of a batch', async () => {
    const records = Array.from({ length: 1203 }, (_, n) =>
      course(`k${String(n >> 1).padStart(5, '0')}`, { runs: [{ key: `r${n % 2}`, pacing: 'self' }] }),
    );
    expect(counts(await feed(records))).toEqual({ ...none, read: 1203, created: 602, updated: 601 });
    expect(counts(await feed(records))).toEqual({ ...none, read: 1203, unchanged: 1203 });
  });

  it('changes nothing on a dry run, and says what it would', async () => {
    await feed([course('a')]);
    const before = await one(sql<{ n: number }>`select count(*)::int as n from catalog.course`);
    expect(counts(await feed([course('a', { level: 'advanced' }), course('b')], { dryRun: true }))).toEqual({
      ...none,
      read: 2,
      created: 1,
      updated: 1,
    });
    expect(await one(sql`select count(*)::int as n from catalog.course`)).toEqual(before);
    expect(await one(sql`select count(*)::int as n from catalog.staged`)).toEqual({ n: 0 });
  });

  it('marks what a complete feed no longer lists, and nothing when a person has to decide', async () => {
    const all = Array.from({ length: 20 }, (_, n) => course(`c${n}`));
    await feed(all);
    expect(await feed(all.slice(0, 18))).toMatchObject({ gone: 2, wouldGo: 0, state: 'done' });
    expect(await feed(all.slice(0, 10))).toMatchObject({ gone: 0, wouldGo: 8, state: 'waiting' });
    expect(await feed(all.slice(0, 10), { partial: true })).toMatchObject({
      gone: 0,
      wouldGo: 0,
      state: 'done',
    });
    expect(await feed(all)).toMatchObject({ unchanged: 20, returned: 2 });
  });

  it('keeps what came before the feed broke off, and takes nothing as gone', async () => {
    await feed(Array.from({ length: 4 }, (_, n) => course(`c${n}`)));
    function* broken() {
      yield course('c0', { level: 'advanced' });
      throw new FeedUnreadable('the file ends in the middle of a record');
    }
    expect(await feed(broken())).toMatchObject({
      state: 'failed',
      updated: 1,
      gone: 0,
      error: 'the file ends in the middle of a record',
    });
  });

  it('refuses the one record that the database will not take, and keeps its neighbours', async () => {
    const bad = course('bad', {
      runs: [{ key: 'r', pacing: 'scheduled', start: { on: '2026-02-31', precision: 'day' } }],
    });
    const outcome = await feed([course('a'), bad, course('z')]);
    expect(counts(outcome)).toMatchObject({ read: 3, created: 2, refused: 1 });
    expect(outcome.problems[0]).toMatchObject({ outcome: 'refused', key: 'bad' });
  });

  it('gives two courses of one title two addresses, in any script', async () => {
    await feed([
      course('a', { title: '数据分析入门' }),
      course('b', { title: '数据分析入门' }),
      course('c', { title: 'مدخل إلى المحاسبة' }),
    ]);
    const slugs = await sql<{
      slug: string;
    }>`select slug from catalog.course where title in ('数据分析入门', 'مدخل إلى المحاسبة')`.execute(
      tables(db),
    );
    expect(new Set(slugs.rows.map((row) => row.slug)).size).toBe(3);
    expect(slugs.rows.map((row) => row.slug)).toContain('مدخل-إلى-المحاسبة');
  });

  it('keeps the old address of a course that was renamed', async () => {
    await feed([course('a', { title: 'First name here' })]);
    await feed([course('a', { title: 'Second name here' })]);
    expect(
      await one(
        sql`select c.slug from catalog.course_slug s join catalog.course c on c.id = s.course_id where s.slug = 'first-name-here'`,
      ),
    ).toEqual({
      slug: 'second-name-here',
    });
  });

  it('outlives its runs: a run that the feed drops is kept as gone', async () => {
    await feed([course('a', { runs: [{ key: '2025', pacing: 'self' }] })]);
    await feed([course('a', { runs: [{ key: '2026', pacing: 'self' }] })]);
    const runs = await sql<{
      key: string;
      gone: boolean;
    }>`select r.key, r.gone_at is not null as gone from catalog.run r
      join catalog.course c on c.id = r.course_id join catalog.platform p on p.id = c.platform_id
      where p.slug = ${`platform-${platform}`} order by r.key`.execute(tables(db));
    expect(runs.rows).toEqual([
      { key: '2025', gone: true },
      { key: '2026', gone: false },
    ]);
  });

  it('ties prerequisites to courses by key, address and title', async () => {
    await feed([
      course('first'),
      course('second', { url: 'https://example.org/second' }),
      course('third', {
        prerequisites: {
          courses: [
            { key: 'first' },
            { url: 'https://example.org/second' },
            { title: 'course FIRST' },
            { title: 'Nowhere' },
          ],
        },
      }),
    ]);
    const tied = await sql<{
      position: number;
      title: string | null;
    }>`select q.position, n.title from catalog.prerequisite q
      join catalog.course c on c.id = q.course_id join catalog.platform p on p.id = c.platform_id
      left join catalog.course n on n.id = q.needs_course_id
      where p.slug = ${`platform-${platform}`} order by q.position`.execute(tables(db));
    expect(tied.rows.map((row) => row.title)).toEqual([
      'Course first',
      'Course second',
      'Course first',
      null,
    ]);
  });

  it('lets only one import of a source run at a time', async () => {
    const outcomes = await Promise.allSettled([feed([course('a')]), feed([course('a')])]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused.length).toBeLessThanOrEqual(1);
    for (const each of refused) expect(each.reason).toMatchObject({ code: 'catalog.import-running' });
    expect(
      await one(
        sql`select count(*)::int as n from catalog.course c join catalog.platform p on p.id = c.platform_id where p.slug = ${`platform-${platform}`}`,
      ),
    ).toEqual({ n: 1 });
  });
});
