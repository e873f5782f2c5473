import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coursera } from './coursera.ts';
import { fileInput } from './file-input.ts';
import { documentsOf, readAll, readOne } from './read-all.ts';
import { textInput } from './text-input.ts';

const element = {
  id: 'abc',
  slug: 'tides',
  name: 'Tides',
  courseType: 'v2.ondemand',
  description: 'Why the sea comes back.',
  workload: '4 weeks of study, 2-5 hours/week',
  primaryLanguages: ['pt-BR'],
  subtitleLanguages: ['zh-CN', 'en'],
  partnerIds: ['7', '404'],
  instructorIds: ['1', '2'],
  certificates: ['VerifiedCert', 'Specialization'],
  domainTypes: [{ domainId: 'physical-science', subdomainId: 'earth-science' }],
  startDate: 1772438400000,
  photoUrl: 'https://img.example/tides.png',
};

const page = (elements: object[], next?: string) => ({
  elements,
  paging: { ...(next && { next }), total: 2 },
  linked: {
    'partners.v1': [
      {
        id: '7',
        name: 'Harbour School',
        links: { website: 'http://harbour.example' },
        location: { country: 'FR' },
      },
    ],
    'instructors.v1': [
      { id: '1', fullName: '', prefixName: 'Dr', firstName: 'Ada', lastName: 'Example', title: 'Reader' },
      { id: '2', fullName: 'Bo Sample', firstName: 'x' },
    ],
  },
});

describe('the Coursera catalogue', () => {
  test('is read field by field, with partners and instructors that stand behind', async () => {
    const { document, degraded } = await readOne(coursera, page([element]));
    expect(degraded).toEqual([]);
    expect(document).toEqual({
      key: 'abc',
      title: 'Tides',
      description: 'Why the sea comes back.',
      languages: ['pt-BR'],
      subtitles: ['zh-Hans', 'en'],
      certificate: 'paid',
      effort: { weeks: 4, minHoursPerWeek: 2, maxHoursPerWeek: 5 },
      providers: [{ name: 'Harbour School', key: '7', url: 'http://harbour.example/', country: 'FR' }],
      instructors: [{ name: 'Dr Ada Example', role: 'Reader' }, { name: 'Bo Sample' }],
      subjects: [
        { scheme: 'label', code: 'physical-science', label: 'Physical science' },
        { scheme: 'label', code: 'earth-science', label: 'Earth science' },
      ],
      runs: [
        {
          key: 'on-demand',
          pacing: 'self',
          start: { on: '2026-03-02', precision: 'day', at: '2026-03-02T08:00:00.000Z' },
        },
      ],
      url: 'https://www.coursera.org/learn/tides',
      imageUrl: 'https://img.example/tides.png',
    });
  });

  test('sessions of old have a date or no run, and a page of their own kind', async () => {
    const { document } = await readOne(
      coursera,
      page([{ ...element, courseType: 'v1.session', startDate: undefined, certificates: [] }]),
    );
    expect(document).toMatchObject({ url: 'https://www.coursera.org/course/tides', certificate: 'none' });
    expect(document).not.toHaveProperty('runs');
  });

  test('pages follow by start, each with its own partners', async () => {
    const location = 'https://api.coursera.org/api/courses.v1?limit=1&includes=partnerIds';
    const second = page([{ ...element, id: 'def' }]);
    const pages = { [`${location}&start=1`]: JSON.stringify(second) };
    const records = await readAll(
      coursera,
      textInput(JSON.stringify(page([element], '1')), { location, pages }),
    );
    expect(documentsOf(records).map((one) => [one.key, one.providers?.[0]?.name])).toEqual([
      ['abc', 'Harbour School'],
      ['def', 'Harbour School'],
    ]);
  });

  test('a specialization is no course', async () => {
    const [refused] = await readAll(coursera, page([{ ...element, courseIds: ['a'] }]));
    expect(refused).toMatchObject({ kind: 'refused', key: 'abc', reason: 'not a course: a specialization' });
  });
});

const real = '../shared/data/catalogues/mammooc/coursera.json';
test.skipIf(!existsSync(real))('the real page (../shared/data is absent: skipped)', async () => {
  const told: string[] = [];
  const documents = documentsOf(await readAll(coursera, await fileInput(real), told));
  expect(documents.map((one) => [one.key, one.providers?.length, one.instructors?.length])).toEqual([
    ['v1-228', 1, 3],
    ['69Bku0KoEeWZtA4u62x6lQ', 1, 1],
  ]);
  expect(told).toHaveLength(1);
});
