import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { tables } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import type { FeedInput } from '../formats/feed-format.ts';
import { formatNamed } from '../formats/detect.ts';
import { textInput } from '../formats/text-input.ts';
import { importCourses, type ImportOutcome } from './import-courses.ts';

const { db } = await testDatabase();
const now = new Date('2026-12-01T09:00:00Z');

let platform = 0;

/** Imports a feed twice: nobody loses a record, and nothing changes the second time. */
async function twice(format: string, input: FeedInput): Promise<ImportOutcome> {
  platform += 1;
  const slug = `hostile-${platform}`;
  const once = () =>
    importCourses(db, systemActor('test', now, systemIds({ now: () => now })), {
      input,
      format: formatNamed(format)!,
      platform: { slug, name: slug },
      today: '2026-12-01',
    });
  const [first, second] = [await once(), await once()];
  expect(first.created + first.updated + first.unchanged + first.refused).toBe(first.read);
  expect(second).toMatchObject({ read: first.read, unchanged: first.read - first.refused });
  return first;
}

const openEdx = (courses: readonly Record<string, unknown>[]) =>
  textInput(
    JSON.stringify({
      pagination: { next: null },
      results: courses.map((course, index) => ({
        course_id: `course-v1:Org+C${index}+R`,
        name: `Course ${index}`,
        org: 'Org',
        number: `C${index}`,
        ...course,
      })),
    }),
  );

const stored = async (text: string) => {
  const { rows } = await sql<{
    title: string;
  }>`select title from catalog.course where title like ${text} order by title`.execute(tables(db));
  return rows.map((row) => row.title);
};

describe('characters that PostgreSQL refuses', () => {
  it('are left out of titles, keys, names and the report', async () => {
    const outcome = await twice(
      'openedx',
      openEdx([
        { name: 'Zero \0 in a title' },
        { course_id: 'course-v1:Org+\0+R', name: 'Zero in a key' },
        { effort: '\0', start: '2027-\0', org: '\0rg' },
        { course_id: 'zero\0', name: '\0' },
      ]),
    );
    expect(outcome).toMatchObject({ read: 4, created: 3, refused: 1, state: 'done' });
    expect(await stored('Zero%')).toEqual(['Zero in a key', 'Zero in a title']);
  });

  it('are replaced where half a character was left', async () => {
    const outcome = await twice(
      'openedx',
      openEdx([
        { name: 'Half \ud83d here' },
        { course_id: 'course-v1:Org+\udc00+R', name: 'Half a key' },
        { effort: '\ud83d', start: 'x\udc00', org: '\ud83d' },
      ]),
    );
    expect(outcome).toMatchObject({ read: 3, created: 3 });
  });

  it('do not come from cutting long texts between the halves of one', async () => {
    const smiles = '😀'.repeat(400);
    const outcome = await twice(
      'openedx',
      openEdx([
        { name: smiles, effort: smiles, start: smiles },
        { name: `x${smiles}`, effort: `x${smiles}`, start: `x${smiles}`, org: `x${smiles}` },
        { course_id: `${smiles}x`, name: `${smiles}x` },
        { course_id: `x${smiles}`, name: `x${smiles}` },
      ]),
    );
    expect(outcome).toMatchObject({ read: 4, state: 'done' });
  });
});

describe('too much of something', () => {
  it('two thousand runs of one course: the latest are kept', async () => {
    const runs = Array.from({ length: 2_000 }, (_, index) => ({
      course_id: `course-v1:Many+RUNS+R${index}`,
      name: 'Many runs',
      org: 'Many',
      number: 'RUNS',
      start: new Date(Date.UTC(2000, 0, 1) + index * 86_400_000).toISOString(),
    }));
    const outcome = await twice('openedx', openEdx(runs));
    expect(outcome).toMatchObject({ read: 2_000, created: 1, updated: 1_999 });
    const { rows } = await sql<{
      count: number;
      first: string;
    }>`select count(*)::int as count, min(start_on) as first
      from catalog.run where key like '%Many+RUNS%'`.execute(tables(db));
    expect(rows[0]).toEqual({ count: 500, first: '2004-02-09' });
  });

  it('thirty thousand refused records: all are counted, and the first are shown', async () => {
    const lines = Array.from({ length: 30_000 }, (_, index) => `,https://example.org/${index}`);
    const outcome = await twice('csv', textInput(`title,url\n${lines.join('\n')}`));
    expect(outcome).toMatchObject({ read: 30_000, refused: 30_000 });
    expect(outcome.problems).toHaveLength(1_000);
  });

  it('courses of one title: each gets an address of its own', async () => {
    const outcome = await twice(
      'openedx',
      openEdx(
        Array.from({ length: 1_500 }, (_, index) => ({ name: ['One title', 'ONE, títle!'][index % 2] })),
      ),
    );
    expect(outcome).toMatchObject({ created: 1_500, refused: 0 });
  });
});

describe('an import that was killed', () => {
  it('leaves nothing behind once its source is imported again', async () => {
    const input = openEdx([{ name: 'After a kill' }]);
    await twice('openedx', input);
    const dead = systemIds({ now: () => now }).next();
    await sql`insert into catalog.import (id, source_id, started_at, location, actor)
      select ${dead}::uuid, s.id, ${now}, 'feed', 'test' from catalog.source s join catalog.platform p on p.id = s.platform_id
      where p.slug = ${`hostile-${platform}`}`.execute(tables(db));
    await sql`insert into catalog.staged (import_id, position, external_key, document)
      values (${dead}::uuid, 0, 'k', '{}')`.execute(tables(db));
    platform -= 1;
    expect(await twice('openedx', input)).toMatchObject({ unchanged: 1 });
    const { rows } = await sql<{ state: string; staged: number }>`select state,
      (select count(*)::int from catalog.staged) as staged from catalog.import where id = ${dead}`.execute(
      tables(db),
    );
    expect(rows).toEqual([{ state: 'stopped', staged: 0 }]);
  });
});
