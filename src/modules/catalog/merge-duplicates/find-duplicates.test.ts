import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { tables } from '../../../platform/db/database.ts';
import { course, importing, actorOn } from '../testing/catalog-stage.ts';
import { operatorStage } from '../testing/operator-stage.ts';
import { storedCourses } from '../testing/stage.queries.ts';
import { compareSome } from './find-duplicates.job.ts';
import { compareCourses, numbersOf, scoreOf, worthAsking } from './likeness.ts';
import { mergeCourses } from './merge-courses.ts';

const { db, tools, ask } = await operatorStage();
const signal = new AbortController().signal;

async function compareAll(): Promise<void> {
  while (await compareSome({ db, tools, actor: actorOn(), signal })) continue;
}

const open = async () => {
  const rows = await sql<{
    id: string;
    a: string;
    b: string;
    score: number;
  }>`select d.id, a.title as a, b.title as b,
    d.score from catalog.duplicate_proposal d join catalog.course a on a.id = d.course_a
    join catalog.course b on b.id = d.course_b where d.state = 'open' order by d.score desc, a.title`.execute(
    tables(db),
  );
  return rows.rows;
};
const idOf = async (title: string, platform: string) =>
  (await storedCourses(db)).find((each) => each.title === title && each.platform === platform)?.id ?? '';

describe('likeness', () => {
  const one = { id: '1', title: 'Data analysis with R', language: 'en', level: null, providers: ['Uni A'] };
  const like = (other: Partial<typeof one>, titles = 1, sameUrl = false) => {
    const reasons = compareCourses({ a: one, b: { ...one, id: '2', ...other }, titles, sameUrl });
    return reasons === undefined ? undefined : scoreOf(reasons);
  };

  it('wants more than a common title', () => {
    expect(like({})).toBe(1);
    expect(like({ providers: ['Uni B'] })).toBeLessThan(worthAsking);
    expect(like({ providers: ['UNI  a'] })).toBe(1);
    expect(like({ providers: [] })).toBeGreaterThan(worthAsking);
    expect(like({}, 0.65)).toBeGreaterThan(worthAsking);
  });

  it('never takes courses of two languages, or two parts of a series, for one', () => {
    expect(like({ language: 'fr' })).toBeUndefined();
    expect(like({ language: 'en-GB' })).toBe(1);
    expect(like({ title: 'Data analysis with R 2' }, 0.95)).toBeUndefined();
    expect(like({ title: 'Data analysis with R II' }, 0.95)).toBeUndefined();
    expect(numbersOf('Part III of 2026')).toBe(numbersOf('2026, part iii'));
  });

  it('trusts an organiser page that only few courses name', () => {
    expect(like({ providers: ['Uni B'] }, 0.5, true)).toBeLessThan(worthAsking);
    expect(like({ providers: [] }, 0.6, true)).toBeGreaterThan(worthAsking);
  });
});

describe('looking for duplicates', () => {
  it('proposes courses of two platforms that resemble each other, and no others', async () => {
    const payroll = { languages: ['en'], providers: [{ name: 'Uni A' }] };
    await importing(
      db,
      [
        course('1', { title: 'Payroll for beginners', ...payroll }),
        course('2', {
          title: 'Cooking with fire',
          url: 'https://www.cook.example/fire/?utm_source=x',
          languages: ['en'],
        }),
        course('3', { title: 'Python 1', ...payroll }),
      ],
      { platformName: 'alpha' },
    );
    await importing(
      db,
      [
        course('1', { title: 'Payroll, for Beginners!', ...payroll }),
        course('2', {
          title: 'Cooking with fire: a course',
          url: 'http://cook.example/fire',
          languages: ['en'],
        }),
        course('3', { title: 'Python 2', ...payroll }),
        course('4', { title: 'Payroll for beginners', languages: ['fr'] }),
      ],
      { platformName: 'beta' },
    );
    await compareAll();
    expect(await open()).toMatchObject([
      { a: 'Payroll for beginners', b: 'Payroll, for Beginners!', score: 1 },
      { a: 'Cooking with fire', b: 'Cooking with fire: a course' },
    ]);
  });

  it('looks only at what changed since', async () => {
    const before = await open();
    expect(await compareSome({ db, tools, actor: actorOn(), signal })).toBe(false);
    expect(await open()).toEqual(before);
  });

  it('shows both side by side with what speaks for it; "two courses" is remembered', async () => {
    const page = await ask('/en/operator/duplicates', { as: 'moderator' });
    expect(page.text).toContain('Payroll, for Beginners!');
    expect(page.text).toContain('Same organiser page');
    expect(page.statements.count).toBeLessThanOrEqual(3);
    const cooking = (await open()).find((each) => each.a.startsWith('Cooking'));
    await ask(`/operator/duplicates/${cooking?.id}`, { as: 'moderator', form: { answer: 'different' } });
    expect(await open()).toHaveLength(1);
    await importing(
      db,
      [
        course('2', {
          title: 'Cooking with fire',
          url: 'https://cook.example/fire',
          languages: ['en'],
          level: 'beginner',
        }),
      ],
      {
        platformName: 'alpha',
        partial: true,
        on: 1,
      },
    );
    await compareAll();
    expect(await open()).toHaveLength(1);
  });

  it('merges with one click, keeps the address that was chosen, and leads the other one there', async () => {
    const [pair] = await open();
    const [kept, gone] = [
      await idOf('Payroll, for Beginners!', 'beta'),
      await idOf('Payroll for beginners', 'alpha'),
    ];
    const answer = await ask(`/operator/duplicates/${pair?.id}`, {
      as: 'moderator',
      form: { answer: 'same', keep: kept },
    });
    expect(answer.status).toBe(303);
    const courses = await storedCourses(db);
    expect(courses.find((each) => each.id === gone)?.state).toBe('merged');
    const slug = courses.find((each) => each.id === gone)?.slug;
    expect(await ask(`/en/courses/${slug}`)).toMatchObject({
      status: 301,
      location: `/en/courses/${courses.find((each) => each.id === kept)?.slug}`,
    });
    expect(await open()).toEqual([]);
    expect((await ask('/en/operator/duplicates')).text).toContain('No duplicates to look at');
  });

  it('remembers that two are different through a merge of one of them', async () => {
    await importing(
      db,
      [course('9', { title: 'Cooking with fire', languages: ['en'], providers: [{ name: 'Chef' }] })],
      { platformName: 'gamma' },
    );
    const other = await idOf('Cooking with fire: a course', 'beta');
    const kept = await idOf('Cooking with fire', 'gamma');
    await mergeCourses(db, actorOn(5), { keptId: kept, goneId: await idOf('Cooking with fire', 'alpha') });
    await compareAll();
    expect((await open()).filter((each) => [each.a, each.b].includes('Cooking with fire: a course'))).toEqual(
      [],
    );
    expect(other).not.toBe('');
  });

  it('is for those who look after courses', async () => {
    expect((await ask('/en/operator/duplicates', { as: 'nobody' })).status).toBe(403);
    const id = tools.ids.next();
    expect(
      (await ask(`/operator/duplicates/${id}`, { as: 'nobody', form: { answer: 'different' } })).status,
    ).toBe(403);
    expect((await ask(`/operator/duplicates/${id}`, { form: { answer: 'different' } })).status).toBe(404);
  });
});
