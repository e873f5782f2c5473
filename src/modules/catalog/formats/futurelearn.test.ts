import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileInput } from './file-input.ts';
import { futurelearn } from './futurelearn.ts';
import { readAll, readOne } from './read-all.ts';

const record = {
  uuid: 'c-1',
  name: ' Tides ',
  introduction: 'Why the sea comes back.',
  description: '<p>One</p><p>Two</p>',
  url: 'https://www.futurelearn.com/courses/tides?utm_source=courses-feed',
  image_url: 'https://img.example/tides.jpg',
  trailer: '//video.example/1',
  language: 'en',
  hours_per_week: '3',
  has_certificates: true,
  categories: { '0': 'Nature', '1': 'Science' },
  educator: 'Ada Example (Lead Educator, School of the Sea), Bo Sample',
  organisation: { uuid: 'o-1', name: 'Harbour School', url: 'http://harbour.example', logo_url: '' },
  runs: [
    { uuid: 'r-1', start_date: '2025-09-01', duration_in_weeks: 4 },
    { uuid: 'r-2', start_date: null, duration_in_weeks: 4 },
  ],
};

test('a record is read field by field; the end follows from start and length', async () => {
  const { document, degraded } = await readOne(futurelearn, [record]);
  expect(degraded).toEqual([]);
  expect(document).toEqual({
    key: 'c-1',
    title: 'Tides',
    summary: 'Why the sea comes back.',
    description: 'One\n\nTwo',
    languages: ['en'],
    certificate: 'paid',
    effort: { minHoursPerWeek: 3, maxHoursPerWeek: 3, weeks: 4 },
    providers: [{ name: 'Harbour School', key: 'o-1', url: 'http://harbour.example/' }],
    instructors: [{ name: 'Ada Example', role: 'Lead Educator, School of the Sea' }, { name: 'Bo Sample' }],
    subjects: [
      { scheme: 'label', label: 'Nature' },
      { scheme: 'label', label: 'Science' },
    ],
    runs: [
      {
        key: 'r-1',
        pacing: 'scheduled',
        start: { on: '2025-09-01', precision: 'day' },
        end: { on: '2025-09-28', precision: 'day' },
      },
      { key: 'r-2', pacing: 'scheduled', declared: 'to-be-announced' },
    ],
    url: 'https://www.futurelearn.com/courses/tides',
    imageUrl: 'https://img.example/tides.jpg',
    videoUrl: 'https://video.example/1',
  });
});

test('a program is no course', async () => {
  const [refused] = await readAll(futurelearn, [
    { ...record, total_week_count: 20, courses: [{ uuid: 'c-1' }] },
  ]);
  expect(refused).toMatchObject({ kind: 'refused', key: 'c-1', reason: 'not a course: a program' });
});

test('a length of millions of weeks makes no end', async () => {
  const { document } = await readOne(futurelearn, [
    { ...record, runs: [{ uuid: 'r', start_date: '2025-09-01', duration_in_weeks: 1e12 }] },
  ]);
  expect(document.runs).toEqual([
    { key: 'r', pacing: 'scheduled', start: { on: '2025-09-01', precision: 'day' } },
  ]);
});

const real = '../shared/data/catalogues/mammooc/future_learn.json';
test.skipIf(!existsSync(real))('the real feed (../shared/data is absent: skipped)', async () => {
  const { document, degraded } = await readOne(futurelearn, await fileInput(real));
  expect(degraded).toEqual([]);
  expect(document.runs).toHaveLength(3);
});
