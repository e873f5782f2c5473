import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergeDocuments } from '../course-document/merge-documents.ts';
import { fileInput } from './file-input.ts';
import { openedx } from './openedx.ts';
import { documentsOf, readAll, readOne } from './read-all.ts';
import { textInput } from './text-input.ts';

const record = {
  blocks_url:
    'https://lms.example.org/api/courses/v2/blocks/?course_id=course-v1%3AHarbour%2BTides%2B2026_T1',
  effort: '4:30',
  end: '2026-06-30T21:59:00Z',
  enrollment_start: null,
  enrollment_end: '2026-05-01T00:00:00+02:00',
  id: 'course-v1:Harbour+Tides+2026_T1',
  course_id: 'course-v1:Harbour+Tides+2026_T1',
  media: {
    course_image: { uri: '/asset-v1:Harbour+Tides+2026_T1+type@asset+block@tides.jpg' },
    course_video: { uri: null },
  },
  name: 'Tides &amp; harbours',
  number: 'Tides',
  org: 'Harbour',
  short_description: '<p>Why the sea comes back.</p>',
  overview: '<h2>About</h2><p>Six weeks by the sea.</p>',
  start: '2026-03-02T08:00:00Z',
  start_display: 'March 2, 2026',
  start_type: 'timestamp',
  pacing: 'instructor',
  mobile_available: true,
  hidden: false,
  invitation_only: false,
  license: 'creative-commons: ver=4.0 BY SA',
};

describe('an Open edX course list', () => {
  test('each record is a run of the course that its id names', async () => {
    const { document, degraded } = await readOne(openedx, [record]);
    expect(degraded).toEqual([]);
    expect(document).toEqual({
      key: 'Harbour+Tides',
      title: 'Tides & harbours',
      summary: 'Why the sea comes back.',
      description: 'About\n\nSix weeks by the sea.',
      effort: { minHoursPerWeek: 4.5, maxHoursPerWeek: 4.5 },
      providers: [{ name: 'Harbour', key: 'Harbour' }],
      runs: [
        {
          key: 'course-v1:Harbour+Tides+2026_T1',
          pacing: 'scheduled',
          title: 'Tides & harbours',
          url: 'https://lms.example.org/courses/course-v1:Harbour+Tides+2026_T1/about',
          start: { on: '2026-03-02', precision: 'day', at: '2026-03-02T08:00:00.000Z' },
          end: { on: '2026-06-30', precision: 'day', at: '2026-06-30T21:59:00.000Z' },
          enrolmentEnd: { on: '2026-05-01', precision: 'day', at: '2026-04-30T22:00:00.000Z' },
        },
      ],
      url: 'https://lms.example.org/courses/course-v1:Harbour+Tides+2026_T1/about',
      imageUrl: 'https://lms.example.org/asset-v1:Harbour+Tides+2026_T1+type@asset+block@tides.jpg',
      licence: 'CC-BY-SA-4.0',
    });
  });

  test('several runs of one course have one key, and merge into one course', async () => {
    const later = { ...record, id: 'course-v1:Harbour+Tides+2026_T2', start: '2026-09-01T08:00:00Z' };
    const [first, second] = documentsOf(await readAll(openedx, { results: [record, later], next: null }));
    const course = mergeDocuments(first!, second!);
    expect(course.key).toBe('Harbour+Tides');
    expect(course.runs?.map((run) => run.key)).toEqual([
      'course-v1:Harbour+Tides+2026_T1',
      'course-v1:Harbour+Tides+2026_T2',
    ]);
  });

  test.each([
    ['MITx/6.002x/2012_Fall', 'MITx+6.002x'],
    ['course-v1:Org+1+R', 'Org+1'],
    ['ccx-v1:Org+1+R+ccx@3', 'ccx-v1:Org+1+R+ccx@3'],
    ['odd id', 'odd id'],
  ])('the id %s is of the course %s', async (id, key) => {
    expect((await readOne(openedx, [{ ...record, id }])).document.key).toBe(key);
  });

  test('a start that nobody has set is to be announced, an advertised month is a month', async () => {
    const runOf = async (more: object) =>
      (await readOne(openedx, [{ ...record, ...more }])).document.runs?.[0];
    expect(await runOf({ start: '2030-01-01T00:00:00Z' })).toMatchObject({ declared: 'to-be-announced' });
    expect(await runOf({ start: '2030-01-01T00:00:00Z' })).not.toHaveProperty('start');
    expect(await runOf({ start_type: 'empty' })).toMatchObject({ declared: 'to-be-announced' });
    const autumn = { start_type: 'string', start_display: 'September 2026', start: '2026-09-30T00:00:00Z' };
    expect(await runOf(autumn)).toMatchObject({ start: { on: '2026-09-01', precision: 'month' } });
    expect(await runOf({ ...autumn, start_display: 'Soon!' })).toMatchObject({ start: { on: '2026-09-30' } });
  });

  test('hidden courses are refused, private ones are private', async () => {
    const [hidden, invited] = await readAll(openedx, [
      { ...record, hidden: true },
      { ...record, invitation_only: true },
    ]);
    expect(hidden).toEqual({
      kind: 'refused',
      key: record.id,
      title: 'Tides & harbours',
      reason: 'hidden by its platform',
    });
    expect(invited).toMatchObject({ document: { kind: 'spoc' } });
  });

  test('a wrong date is told and the rest stays', async () => {
    const { document, degraded } = await readOne(openedx, [{ ...record, end: '2021-02-31T00:00:00Z' }]);
    expect(document.runs?.[0]).not.toHaveProperty('end');
    expect(degraded).toEqual([
      { field: 'runs[0].end', reason: 'not a calendar day: "2021-02-31T00:00:00Z"' },
    ]);
  });

  test('pages follow each other in both ways of paging', async () => {
    const location = 'https://lms.example.org/api/courses/v1/courses/';
    const page = (n: number, next: string | null) => ({
      results: [{ ...record, id: `course-v1:O+${n}+R` }],
      pagination: { next, count: 3 },
    });
    const pages = {
      [`${location}?page=2`]: JSON.stringify(page(2, `${location}?page=3`)),
      [`${location}?page=3`]: JSON.stringify({ results: [{ ...record, id: 'course-v1:O+3+R' }], next: null }),
    };
    const input = textInput(JSON.stringify(page(1, `${location}?page=2`)), { location, pages });
    expect(documentsOf(await readAll(openedx, input)).map((one) => one.key)).toEqual(['O+1', 'O+2', 'O+3']);
  });
});

const real = '../shared/data/catalogues/openedx_courses_api.json';
test.skipIf(!existsSync(real))('the real list (../shared/data is absent: skipped)', async () => {
  const records = await readAll(openedx, await fileInput(real));
  expect(records.map((one) => one.kind)).toEqual(['course', 'course', 'refused']);
  expect(documentsOf(records).map((one) => [one.key, one.runs?.[0]?.pacing])).toEqual([
    ['MITx+0.111x', 'self'],
    ['KyotoUx+000x', 'scheduled'],
  ]);
});
