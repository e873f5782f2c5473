import { beforeAll, describe, expect, it } from 'vitest';
import { countingStatements } from '../../../platform/db/database.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { type Selection, tidySelection } from './facets.ts';
import { type CourseQuery, searchCourses } from './search-courses.ts';
import { importTestCourses, type TestCourse, testNow } from './testing/small-catalogue.ts';

const { db } = await testDatabase();

const fr = { languages: ['fr'] };
const en = { languages: ['en'] };
const courses: TestCourse[] = [
  { title: 'Électricité du bâtiment', ...fr, summary: 'Installer sans danger.', level: 'beginner' },
  {
    title: 'Gestion de projet',
    ...fr,
    summary: 'Planifier, suivre, conclure.',
    skills: [{ label: 'Budget' }],
  },
  {
    title: 'Chef de chantier',
    ...fr,
    description: 'On y parle aussi de la gestion des projets de construction.',
  },
  { title: 'Managing projects', ...en, summary: 'Plan, follow and close.' },
  { title: 'Project notes', ...en, description: 'How managers keep their notes in order.' },
  { title: 'IT security', ...en, providers: [{ name: 'Université de Lyon' }] },
  { title: 'C++ for engineers', ...en },
  { title: 'Cooking with children', ...en, description: 'A recipe a day; no project to manage.' },
  { title: 'Programación en Python', languages: ['es'], summary: 'Escribir programas útiles.' },
  { title: 'Gestão de projetos sociais', languages: ['pt-BR'] },
  { title: 'Управление проектами', languages: ['ru'], summary: 'Ёлка, сроки и люди. Python.' },
  { title: '项目管理基础', languages: ['zh-Hans'], summary: '学习如何管理项目和机器学习。' },
  { title: 'إدارة المشاريع', languages: ['ar'], summary: 'أساسيّات الإدارة للمبتدئين' },
  { title: 'Grundlagen der Elektrizität', languages: ['de'] },
  { title: 'データ分析入門', languages: ['ja'] },
];

const search = (q: string, more: Partial<CourseQuery> = {}) =>
  searchCourses(db, { q, selection: {}, sort: 'best', page: 1, ...more }, { now: testNow, lang: 'en' });
const titles = async (q: string, more: Partial<CourseQuery> = {}): Promise<string[]> =>
  (await search(q, more)).results.map(({ card }) => card.title);

beforeAll(async () => {
  await importTestCourses(db, courses);
});

describe('finding by words', () => {
  it.each([
    ['electricite', 'Électricité du bâtiment'],
    ['ÉLECTRICITÉ', 'Électricité du bâtiment'],
    ['electricites batiments', 'Électricité du bâtiment'],
    ['gestion de projets', 'Gestion de projet'],
    ['budget', 'Gestion de projet'],
    ['manage project', 'Managing projects'],
    ['programacion', 'Programación en Python'],
    ['programaciones', 'Programación en Python'],
    ['gestao de projeto', 'Gestão de projetos sociais'],
    ['управления проектом', 'Управление проектами'],
    ['ёлки', 'Управление проектами'],
    ['елка', 'Управление проектами'],
    ['项目管理', '项目管理基础'],
    ['机器学习', '项目管理基础'],
    ['إدارة', 'إدارة المشاريع'],
    ['ادارة المشاريع', 'إدارة المشاريع'],
    ['elektrizitat', 'Grundlagen der Elektrizität'],
    ['分析', 'データ分析入門'],
    ['IT', 'IT security'],
    ['c++', 'C++ for engineers'],
    ['universite lyon', 'IT security'],
    ['l’électricité', 'Électricité du bâtiment'],
  ])('"%s" finds %s', async (q, title) => {
    expect((await titles(q))[0]).toBe(title);
  });

  it('reads a query in every language at once', async () => {
    expect(await titles('python')).toEqual(
      expect.arrayContaining(['Programación en Python', 'Управление проектами']),
    );
  });

  it('wants all the words', async () => {
    expect(await titles('cooking security')).toEqual([]);
  });

  it('puts a title before a description', async () => {
    expect(await titles('gestion projet')).toEqual(['Gestion de projet', 'Chef de chantier']);
  });

  it('keeps words in a row together', async () => {
    expect(await titles('"gestion de projet"')).toEqual(['Gestion de projet', 'Chef de chantier']);
    expect(await titles('"projets de construction"')).toEqual(['Chef de chantier']);
    expect(await titles('"projet de gestion"')).toEqual([]);
    expect(await titles('"notes in order"')).toEqual(['Project notes']);
  });

  it('leaves out what is not wanted', async () => {
    expect(await titles('project -notes')).toEqual(expect.not.arrayContaining(['Project notes']));
    expect(await titles('project -"manage"')).toEqual([]);
    expect((await search('-python')).total).toBe(courses.length);
  });

  it('goes on with a word that is not finished', async () => {
    expect(await titles('electri')).toContain('Électricité du bâtiment');
    expect(await titles('secur')).toEqual(['IT security']);
    expect(await titles('управ')).toEqual(['Управление проектами']);
    expect(await titles('progra*')).toEqual(['Programación en Python']);
    expect(await titles('secur ')).toEqual(['IT security']);
  });
});

describe('typing mistakes', () => {
  it('are mended, and said', async () => {
    const found = await search('gestoin de projte');
    expect(found.results[0]?.card.title).toBe('Gestion de projet');
    expect(found.corrected).toEqual([
      { typed: 'gestoin', meant: 'gestion' },
      { typed: 'projte', meant: 'projet' },
    ]);
  });

  it('stay when one insists, and are then proposed', async () => {
    const found = await search('gestoin', { exact: true });
    expect(found.total).toBe(0);
    expect(found.corrected).toEqual([]);
    expect(found.proposals.words).toContainEqual({ typed: 'gestoin', meant: 'gestion' });
  });

  it('are not seen where there are results', async () => {
    expect((await search('notes')).corrected).toEqual([]);
  });

  it('leave a word alone that resembles nothing', async () => {
    const found = await search('xqzwvkjh');
    expect(found).toMatchObject({ total: 0, corrected: [], proposals: { words: [], loosen: [] } });
  });
});

describe('when nothing is left', () => {
  it('says which choice stands in the way and what it hides', async () => {
    const selection = tidySelection({ language: ['ru'], level: ['beginner'] });
    const found = await search('électricité', { selection });
    expect(found.total).toBe(0);
    expect(found.corrected).toEqual([]);
    const one = await search('électricité', { selection: { language: ['ru'] } });
    expect(one.proposals.loosen).toEqual([{ facet: 'language', count: 1 }]);
  });
});

describe('hostile queries', () => {
  it.each([
    "'; drop table catalog.course; --",
    "') or 1=1 --",
    'a & | ! <-> :* <2>',
    '((((',
    "'''",
    '\\',
    '"unclosed',
    '%_%',
    '\u0000\u0001\u0007',
    '\ud800 lonely',
    '𝕏 emoji 🎉',
    '-'.repeat(500),
    'mot '.repeat(4000),
    'é'.repeat(10_000),
    Array.from({ length: 800 }, (_, n) => `word${n}`).join(' '),
    '"'.repeat(99),
    ':A &', // a weight and an operator
    'ﷺ',
    '机'.repeat(300),
  ])('%j are answered', async (q) => {
    const found = await search(q);
    expect(found.total).toBeLessThanOrEqual(courses.length);
    expect((await search('')).total).toBe(courses.length);
  });

  it('do not pass through facets either', async () => {
    const selection = tidySelection({
      language: ["fr'; --", 'x'.repeat(200), '\u0000'],
      level: ['beginner', 'drop'],
      provider: ["o'hara"],
    });
    expect(selection).toEqual({ language: ["fr'; --"], level: ['beginner'], provider: ["o'hara"] });
    expect((await search('', { selection })).total).toBe(0);
  });

  it.each([0, -3, 1e9, Number.NaN, 2.7])('page %s is a page', async (page) => {
    expect((await search('', { page })).page).toBeGreaterThanOrEqual(1);
  });
});

describe('order and pages', () => {
  const many = Array.from({ length: 130 }, (_, place): TestCourse => ({
    title: `Repeated course ${place}`,
    languages: [place % 3 === 0 ? 'en' : 'fr'],
    platform: 'many',
    rating: { mean: 3 + (place % 20) / 10, count: 50 },
    effort: { totalHours: 1 + (place % 7) },
  }));
  beforeAll(() => importTestCourses(db, many));

  const leaf = async (q: string, sort: CourseQuery['sort'], selection: Selection = {}): Promise<string[]> => {
    const seen: string[] = [];
    for (let page = 1; ; page += 1) {
      const found = await search(q, { page, sort, selection });
      seen.push(...found.results.map(({ card }) => card.title));
      if (page >= found.pageCount) return seen;
    }
  };

  it.each(['best', 'rating', 'starts', 'newest', 'shortest'] as const)(
    'by %s every course comes once, in the same order each time',
    async (sort) => {
      const first = await leaf('repeated', sort);
      expect(new Set(first).size).toBe(130);
      expect(first).toHaveLength(130);
      expect(await leaf('repeated', sort)).toEqual(first);
      expect(new Set(await leaf('', sort, { platform: ['many'] })).size).toBe(130);
    },
  );

  it('puts the visitor’s own language first where words do not decide', async () => {
    const found = await search('', { selection: { platform: ['many'] } });
    expect(found.results.slice(0, 20).every(({ card }) => card.language === 'en')).toBe(true);
  });

  it('asks the same number of questions for one result and for many', async () => {
    const statements = async (q: string, selection: Selection = {}) => {
      const tally = { count: 0, milliseconds: 0 };
      await countingStatements(tally, () => search(q, { selection }));
      return tally.count;
    };
    await search('repeated security');
    expect(await statements('security')).toBe(await statements('repeated'));
    expect(await statements('repeated')).toBeLessThanOrEqual(2);
    expect(await statements('gestoin')).toBeLessThanOrEqual(4);
    expect(await statements('', { language: ['fr'] })).toBeLessThanOrEqual(2);
  });
});
