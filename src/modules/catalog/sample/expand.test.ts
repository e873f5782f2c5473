import { describe, expect, it } from 'vitest';
import { checkDocument } from '../course-document/check-document.ts';
import {
  certificateKinds,
  costKinds,
  courseFormats,
  courseKinds,
  levels,
  type CourseDocument,
} from '../course-document/course-document.ts';
import { courseDocumentSchema } from '../course-document/document-schema.ts';
import { providers, subjects } from './cast.ts';
import { effortOf, sampleCatalogue } from './expand.ts';
import { listingFiles } from './listings.ts';

const someDay = '2026-12-01';
const { platforms, courses } = sampleCatalogue(someDay);
const documents = courses.map(({ document }) => document);

describe('the sample catalogue', () => {
  it('has a few hundred courses in seven languages', () => {
    const count = (language: string) =>
      listingFiles()
        .filter((file) => file.language === language)
        .flatMap(({ listings }) => listings).length;
    expect(courses.length).toBeGreaterThanOrEqual(300);
    expect(count('fr')).toBeGreaterThanOrEqual(110);
    expect(count('en')).toBeGreaterThanOrEqual(70);
    for (const language of ['es', 'pt', 'ru', 'zh', 'ar']) expect(count(language)).toBeGreaterThanOrEqual(10);
  });

  it('is made of valid documents from which nothing has to be dropped', () => {
    for (const document of documents) {
      expect(courseDocumentSchema.safeParse(document).error, document.key).toBeUndefined();
      expect(checkDocument(document), document.key).toMatchObject({ degraded: [] });
    }
  });

  it('names each course once', () => {
    const keys = documents.map(({ key }) => key);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it('says on every platform that it is a sample', () => {
    expect(platforms.map(({ slug }) => slug).filter((slug) => !slug.startsWith('sample-'))).toEqual([]);
    const known = new Set(platforms.map(({ slug }) => slug));
    expect(courses.filter(({ platform }) => !known.has(platform))).toEqual([]);
    expect(new Set(courses.map(({ platform }) => platform))).toEqual(known);
  });

  it('gives every provider and every subject something to show', () => {
    const taught = new Set(documents.flatMap(({ providers: by = [] }) => by.map(({ key }) => key)));
    expect([...providers.keys()].filter((key) => !taught.has(key))).toEqual([]);
    const labels = new Set(documents.flatMap(({ subjects: about = [] }) => about.map(({ label }) => label)));
    const unused = [...subjects.values()].filter(
      ({ label }) => !Object.values(label).some((word) => labels.has(word)),
    );
    expect(unused).toEqual([]);
  });

  it('points to hosts reserved for examples only, and names invented people as such', () => {
    const addresses = JSON.stringify([platforms, documents]).match(/https?:\/\/[^"\s/]+/gu) ?? [];
    expect(addresses.length).toBeGreaterThan(courses.length);
    expect(addresses.filter((one) => !/\.example\.(?:org|net|com)$/u.test(one))).toEqual([]);
    const people = documents.flatMap(({ instructors = [] }) => instructors.map(({ name }) => name));
    expect(people.filter((name) => !name.endsWith(' (sample)'))).toEqual([]);
  });
});

describe('what the facets have to show', () => {
  const values = (of: (document: CourseDocument) => readonly unknown[] | undefined) =>
    new Set(documents.flatMap((document) => of(document) ?? []));

  it('has every level, kind, format, certificate and kind of cost', () => {
    expect(values(({ level }) => [level])).toEqual(new Set(levels));
    expect(values(({ kind }) => [kind])).toEqual(new Set(courseKinds));
    expect(values(({ format }) => [format])).toEqual(new Set(courseFormats));
    expect(values(({ certificate }) => [certificate])).toEqual(new Set(certificateKinds));
    expect(values(({ costs }) => costs?.map(({ kind }) => kind))).toEqual(new Set(costKinds));
    expect(values(({ costs }) => costs?.map(({ per }) => per))).toContain('month');
  });

  it('has short and long, light and heavy, free and paid courses', () => {
    const weeks = [...values(({ effort }) => [effort?.weeks ?? 0])].map(Number);
    expect(Math.max(...weeks)).toBeGreaterThanOrEqual(10);
    expect(weeks).toContain(3);
    const hours = documents.map(({ effort }) => effort?.maxHoursPerWeek ?? 0);
    expect(hours.some((hour) => hour === 1 || hour === 2)).toBe(true);
    expect(hours.some((hour) => hour >= 8)).toBe(true);
    const access = documents.flatMap(({ costs = [] }) => costs.filter(({ kind }) => kind === 'access'));
    expect(access.some(({ amount }) => amount === 0) && access.some(({ amount }) => amount > 0)).toBe(true);
  });

  it('has subtitles in other languages, ratings, courses that need nothing and many subjects', () => {
    const abroad = documents.filter(({ languages, subtitles }) =>
      subtitles?.some((tag) => tag !== languages?.[0]),
    );
    expect(abroad.length).toBeGreaterThan(50);
    expect(documents.filter(({ rating }) => rating).length).toBeGreaterThan(150);
    expect(documents.filter(({ prerequisites }) => prerequisites?.nothing).length).toBeGreaterThan(80);
    const codes = values(({ subjects }) => subjects?.map(({ code }) => code));
    expect(codes.size).toBeGreaterThan(35);
  });

  it('has several themes taught in four languages or more', () => {
    const byCode = Map.groupBy(
      documents.flatMap(({ subjects = [], languages = [] }) =>
        subjects.flatMap(({ code }) => (code ? [{ code, language: languages[0] }] : [])),
      ),
      ({ code }) => code,
    );
    const wide = [...byCode.values()].filter((all) => new Set(all.map(({ language }) => language)).size >= 4);
    expect(wide.length).toBeGreaterThan(10);
  });

  it('lists some courses on two platforms', () => {
    const bases = new Set(documents.map(({ key }) => key));
    const twins = documents.filter(({ key }) => /-[a-i]$/.test(key) && bases.has(key.slice(0, -2)));
    expect(twins.length).toBeGreaterThanOrEqual(8);
  });
});

describe('the way from zero', () => {
  const byAddress = new Map(courses.map(({ document }) => [document.url!, document]));
  const byKey = new Map(
    courses.map((course) => [`${course.platform} ${course.document.key}`, course.document]),
  );
  const platformOf = new Map(courses.map(({ platform, document }) => [document.key, platform]));

  /** How many courses stand before this one, on its longest way; endless ways are cut at 20. */
  const depth = (document: CourseDocument, seen = 0): number => {
    if (seen > 20) return seen;
    const before = (document.prerequisites?.courses ?? []).map(({ key, url }) =>
      key ? byKey.get(`${platformOf.get(document.key)} ${key}`)! : byAddress.get(url!)!,
    );
    return before.length ? 1 + Math.max(...before.map((one) => depth(one, seen + 1))) : 0;
  };

  it('leads through courses that exist, found by key on the same platform and by address on another', () => {
    for (const { platform, document } of courses) {
      for (const { key, url, title } of document.prerequisites?.courses ?? []) {
        const target = key ? byKey.get(`${platform} ${key}`) : byAddress.get(url ?? '');
        expect(target?.title, `${document.key} needs ${key ?? url}`).toBe(title);
      }
    }
  });

  it('never turns in a circle, and is three or four steps long for several courses', () => {
    const depths = documents.map((document) => depth(document));
    expect(Math.max(...depths)).toBeLessThanOrEqual(6);
    expect(depths.filter((steps) => steps >= 2).length).toBeGreaterThanOrEqual(15);
    expect(depths.filter((steps) => steps >= 3).length).toBeGreaterThanOrEqual(4);
  });

  it('never asks for something before a course that needs nothing', () => {
    const both = documents.filter(({ prerequisites: p }) => p?.nothing && p.courses);
    expect(both).toEqual([]);
  });
});

describe('the writing of the French listings', () => {
  const texts = listingFiles()
    .filter(({ language }) => language === 'fr')
    .flatMap(({ listings }) => listings)
    .flatMap(({ t, s, d, plan, can, skills, know }) => [t, s, d, ...plan, ...can, ...skills, know ?? '']);

  it('has curly apostrophes and no-break spaces before tall punctuation', () => {
    expect(texts.filter((text) => /'|"| [:;?!»]|« |[^\s\u00a0][:;?!](?=\s|$)/u.test(text))).toEqual([]);
  });
});

describe('the writing of the English listings', () => {
  const texts = listingFiles()
    .filter(({ language }) => language === 'en')
    .flatMap(({ listings }) => listings)
    .flatMap(({ t, s, d, plan, can, skills, know }) => [t, s, d, ...plan, ...can, ...skills, know ?? '']);

  it('has curly quotes and no doubled space', () => {
    expect(texts.filter((text) => /'|"| {2}|\.{3}/u.test(text))).toEqual([]);
  });
});

describe('all listings together', () => {
  it('never repeat a title, a summary or a description', () => {
    const main = listingFiles()
      .flatMap(({ listings }) => listings)
      .flatMap(({ t, s, d }) => [t, s, d]);
    expect(main.filter((text, at) => main.indexOf(text) !== at)).toEqual([]);
  });
});

describe('an effort', () => {
  it('is read from hours a week and weeks, or from hours in all', () => {
    expect(effortOf('2-3h x 4w')).toEqual({ minHoursPerWeek: 2, maxHoursPerWeek: 3, weeks: 4 });
    expect(effortOf('3h x 5w')).toEqual({ minHoursPerWeek: 3, maxHoursPerWeek: 3, weeks: 5 });
    expect(effortOf('20h')).toEqual({ totalHours: 20 });
  });

  it('is refused when written otherwise', () => {
    expect(() => effortOf('3 hours')).toThrow('2-3h x 4w');
  });
});
