import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileInput } from './file-input.ts';
import { iversity } from './iversity.ts';
import { readAll, readOne } from './read-all.ts';

const record = {
  id: 77,
  title: 'Gezeiten',
  subtitle: 'Warum das Meer zur&uuml;ckkommt.',
  discipline: 'Earth Sciences',
  language: 'German',
  organisations: [{ name: 'Hafenschule', description: 'x', image: 'https://img.example/h.png' }],
  instructors: [{ name: 'Ada Example', biography: '<p>x</p>' }],
  url: 'https://iversity.org/en/courses/gezeiten',
  knowledge_level: 'Beginner',
  image: 'https://img.example/g.png',
  trailer_video: 'https://video.example/1',
  description: '<h4>Plan</h4><table><tr><td>1</td><td>Mond</td></tr></table>',
  start_date: '2026-03-02T00:30:00.000+01:00',
  end_date: null,
  duration: '6',
  ects_available: 'false',
  verifications: [
    { title: 'Audit Track', price: null },
    { title: 'Certificate Track', price: '49 €' },
    { title: 'Pupils', price: '49 €' },
  ],
};

test('a course is read field by field, its tracks as costs', async () => {
  const { document, degraded } = await readOne(iversity, { courses: [record] });
  expect(degraded).toEqual([]);
  expect(document).toEqual({
    key: '77',
    title: 'Gezeiten',
    summary: 'Warum das Meer zurückkommt.',
    description: 'Plan\n\n1 Mond',
    languages: ['de'],
    level: 'beginner',
    certificate: 'paid',
    costs: [
      { kind: 'access', amount: 0, currency: 'EUR', checkedOn: '2026-02-01' },
      { kind: 'certificate', amount: 4900, currency: 'EUR', checkedOn: '2026-02-01' },
    ],
    effort: { weeks: 6 },
    providers: [{ name: 'Hafenschule', logoUrl: 'https://img.example/h.png' }],
    instructors: [{ name: 'Ada Example' }],
    subjects: [{ scheme: 'label', label: 'Earth Sciences' }],
    runs: [
      {
        key: '77',
        pacing: 'scheduled',
        start: { on: '2026-03-02', precision: 'day', at: '2026-03-01T23:30:00.000Z' },
      },
    ],
    url: 'https://iversity.org/en/courses/gezeiten',
    imageUrl: 'https://img.example/g.png',
    videoUrl: 'https://video.example/1',
  });
});

test('a price that cannot be read is told; credits are the best proof', async () => {
  const verifications = [{ title: 'ECTS-Track', price: 'ask us' }];
  const { document, degraded } = await readOne(iversity, { courses: [{ ...record, verifications }] });
  expect(document.certificate).toBe('credit');
  expect(degraded).toEqual([{ field: 'costs', reason: 'not a price: "ask us"' }]);
});

const folder = '../shared/data/catalogues/mammooc';
test.skipIf(!existsSync(folder))('the real files (../shared/data is absent: skipped)', async () => {
  const { document, degraded } = await readOne(iversity, await fileInput(`${folder}/iversity.json`));
  expect(degraded).toEqual([]);
  expect(document).toMatchObject({
    key: '441',
    languages: ['de'],
    certificate: 'credit',
    effort: { weeks: 14 },
  });
  expect(await readAll(iversity, await fileInput(`${folder}/iversity_1.json`))).toEqual([
    { kind: 'refused', reason: 'no title' },
  ]);
});
