import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fileInput } from './file-input.ts';
import { openedxDiscovery } from './openedx-discovery.ts';
import { documentsOf, readAll, readOne } from './read-all.ts';

const run = (more: object = {}) => ({
  key: 'course-v1:Harbour+Tides+2026_T1',
  title: 'Tides',
  status: 'published',
  hidden: false,
  start: '2026-03-02T08:00:00Z',
  end: '2026-06-30T00:00:00Z',
  pacing_type: 'self_paced',
  content_language: 'fr-fr',
  transcript_languages: ['en-us', 'es-419'],
  min_effort: 2,
  max_effort: 4,
  weeks_to_complete: 6,
  marketing_url: 'https://harbour.example/tides?utm_source=feed',
  seats: [
    { type: 'audit', price: '0.00', currency: 'USD' },
    { type: 'verified', price: '49.00', currency: 'USD' },
  ],
  staff: [{ given_name: 'Ada', family_name: 'Example', position: { title: 'Harbour master' } }],
  ...more,
});

const course = (more: object = {}) => ({
  key: 'Harbour+Tides',
  uuid: '0b1c',
  title: 'Tides',
  short_description: '<p>Why the sea comes back.</p>',
  full_description: '<p>One</p><p>Two</p>',
  level_type: 'Introductory',
  subjects: [{ name: 'Oceanography', slug: 'oceanography' }],
  prerequisites: [],
  prerequisites_raw: '<p>None.</p>',
  expected_learning_items: ['Read a tide table'],
  outcome: '<p>ignored when items are there</p>',
  syllabus_raw: '<ul><li>Moon</li><li>Sun</li></ul>',
  owners: [{ key: 'Harbour', name: 'Harbour School', marketing_url: 'https://harbour.example/' }],
  image: { src: 'https://harbour.example/tides.jpg' },
  video: { src: 'https://video.example/1' },
  entitlements: [{ mode: 'verified', price: '49.00', currency: 'USD' }],
  marketing_url: 'https://harbour.example/tides?utm_source=feed',
  enrollment_count: 1234,
  skills: [{ name: 'Navigation' }, { name: 'Navigation' }],
  course_runs: [run()],
  ...more,
});

describe('a course of course-discovery', () => {
  test('is read field by field', async () => {
    const { document, degraded } = await readOne(openedxDiscovery, { results: [course()] });
    expect(degraded).toEqual([]);
    expect(document).toEqual({
      key: 'Harbour+Tides',
      title: 'Tides',
      summary: 'Why the sea comes back.',
      description: 'One\n\nTwo',
      syllabus: ['Moon', 'Sun'],
      outcomes: ['Read a tide table'],
      languages: ['fr'],
      subtitles: ['en', 'es-419'],
      level: 'beginner',
      certificate: 'paid',
      costs: [
        { kind: 'access', amount: 0, currency: 'USD', checkedOn: '2026-02-01' },
        { kind: 'certificate', amount: 4900, currency: 'USD', checkedOn: '2026-02-01' },
      ],
      effort: { minHoursPerWeek: 2, maxHoursPerWeek: 4, weeks: 6 },
      providers: [{ name: 'Harbour School', key: 'Harbour', url: 'https://harbour.example/' }],
      instructors: [{ name: 'Ada Example', role: 'Harbour master' }],
      subjects: [{ scheme: 'label', label: 'Oceanography', code: 'oceanography' }],
      skills: [{ label: 'Navigation' }],
      prerequisites: { nothing: true },
      runs: [
        {
          key: 'course-v1:Harbour+Tides+2026_T1',
          pacing: 'self',
          title: 'Tides',
          url: 'https://harbour.example/tides',
          language: 'fr',
          start: { on: '2026-03-02', precision: 'day', at: '2026-03-02T08:00:00.000Z' },
          end: { on: '2026-06-30', precision: 'day', at: '2026-06-30T00:00:00.000Z' },
        },
      ],
      url: 'https://harbour.example/tides',
      imageUrl: 'https://harbour.example/tides.jpg',
      videoUrl: 'https://video.example/1',
      enrolledCount: 1234,
    });
  });

  test('the newest run speaks for prices and effort', async () => {
    const old = run({
      key: 'r-old',
      start: '2020-01-01T00:00:00Z',
      max_effort: 9,
      seats: [{ type: 'verified', price: '99.00', currency: 'USD' }],
    });
    const { document } = await readOne(openedxDiscovery, [
      course({ course_runs: [run(), old], entitlements: [] }),
    ]);
    expect(document.effort?.maxHoursPerWeek).toBe(4);
    expect(document.costs?.map((line) => line.amount)).toEqual([0, 4900]);
    expect(document.runs).toHaveLength(2);
  });

  test('drafts stay out, past runs that were taken down stay as archived', async () => {
    const past = run({ key: 'past', status: 'unpublished', availability: 'Archived' });
    const draft = run({ key: 'draft', status: 'review_by_legal' });
    const { document } = await readOne(openedxDiscovery, [course({ course_runs: [run(), past, draft] })]);
    expect(document.runs?.map((one) => [one.key, one.declared])).toEqual([
      ['course-v1:Harbour+Tides+2026_T1', undefined],
      ['past', 'archived'],
    ]);
    const [refused] = await readAll(openedxDiscovery, [course({ course_runs: [draft] })]);
    expect(refused).toMatchObject({ kind: 'refused', reason: 'none of its runs is published' });
  });

  test.each([
    ['professional', 'access', 'paid'],
    ['credit', 'exam', 'credit'],
    ['masters', 'access', 'diploma'],
  ])('a %s seat sells %s and proves %s', async (type, kind, proof) => {
    const seats = [{ type, price: '300.00', currency: 'EUR' }];
    const { document } = await readOne(openedxDiscovery, [
      course({ course_runs: [run({ seats })], entitlements: [] }),
    ]);
    expect(document.costs).toEqual([{ kind, amount: 30000, currency: 'EUR', checkedOn: '2026-02-01' }]);
    expect(document.certificate).toBe(proof);
  });

  test('effort the wrong way round is put right and told', async () => {
    const { document, degraded } = await readOne(openedxDiscovery, [
      course({ course_runs: [run({ min_effort: 7, max_effort: 5 })] }),
    ]);
    expect(document.effort).toMatchObject({ minHoursPerWeek: 5, maxHoursPerWeek: 7 });
    expect(degraded).toEqual([{ field: 'effort', reason: 'minimum above maximum, exchanged: "7 > 5"' }]);
  });

  test('a record of the run list carries its run under the course that it names', async () => {
    const { document } = await readOne(openedxDiscovery, [
      run({ course: 'Harbour+Tides', short_description: 'Sea.' }),
    ]);
    expect(document).toMatchObject({
      key: 'Harbour+Tides',
      summary: 'Sea.',
      runs: [{ key: 'course-v1:Harbour+Tides+2026_T1' }],
    });
  });

  test.each([
    [
      { uuid: 'u', title: 'Sea trades', type: 'MicroMasters', courses: [course()] },
      'not a course: a program: "MicroMasters"',
    ],
    [
      { readable_id: 'program-v1:X+Y', title: 'Sea trades', courses: [] },
      'not a course: a program: "program-v1:X+Y"',
    ],
    [{ title: 'Sea talk', learning_resource_type: 'podcast' }, 'not a course: a podcast'],
    [{ content_type: 'program', key: 'k', title: 'T' }, 'not a course: a program'],
    [{ title: 'A piece of news', date: '2026-01-01' }, 'not a course: none of the fields of a course'],
  ])('%j is refused', async (raw, reason) => {
    expect(await readAll(openedxDiscovery, [raw])).toMatchObject([{ kind: 'refused', reason }]);
  });
});

describe('cousins of course-discovery', () => {
  test('courseruns, with products for the certificate where one may audit', async () => {
    const { document, degraded } = await readOne(openedxDiscovery, [
      {
        title: 'Tides',
        readable_id: 'course-v1:Harbour+Tides',
        time_commitment: '5-7 hours per week',
        duration: '6 weeks',
        max_weeks: 7,
        certificate_type: 'Certificate of Completion',
        required_prerequisites: false,
        availability: 'anytime',
        page: {
          live: true,
          page_url: 'https://mit.example/courses/1',
          description: '<p>Sea</p>',
          instructors: [{ name: 'Ada Example', description: '' }],
        },
        topics: [{ name: 'Oceanography' }],
        courseruns: [
          {
            courseware_id: 'course-v1:Harbour+Tides+1',
            start_date: '2026-01-01T00:00:00Z',
            is_self_paced: false,
            live: true,
            enrollment_modes: [{ mode_slug: 'audit' }],
            products: [
              { price: '75.00', is_active: true },
              { price: '1.00', is_active: false },
            ],
          },
          { courseware_id: 'course-v1:Harbour+Tides+2', start_date: '2026-09-01T00:00:00Z', live: false },
        ],
      },
    ]);
    expect(degraded).toEqual([]);
    expect(document).toMatchObject({
      key: 'Harbour+Tides',
      certificate: 'paid',
      costs: [
        { kind: 'access', amount: 0 },
        { kind: 'certificate', amount: 7500, currency: 'USD' },
      ],
      effort: { minHoursPerWeek: 5, maxHoursPerWeek: 7, weeks: 7 },
      prerequisites: { nothing: true },
      instructors: [{ name: 'Ada Example' }],
      runs: [{ key: 'course-v1:Harbour+Tides+1', pacing: 'scheduled' }],
    });
  });

  test('a search of professional courses, with epoch seconds and dollars', async () => {
    const documents = [
      {
        title: 'Tides',
        nid: '7',
        url: '/tides',
        field_course_or_program: 'course',
        start_value: [1670932800],
        end_value: [1671192000],
        department: 'Sea School',
        department_url: 'https://sea.example',
        field_price: '$3,500',
        field_duration: '4 Days',
        format_name: 'In person',
        ucc_name: 'Sea',
        body: '<p>x</p>',
      },
      { title: 'Sea trades', nid: '8', field_course_or_program: 'program' },
    ];
    const [first, second] = await readAll(openedxDiscovery, { data: { searchAPISearch: { documents } } });
    expect(first).toMatchObject({
      degraded: [],
      document: {
        key: '7',
        format: 'on-site',
        url: 'https://sea.example/tides',
        costs: [{ kind: 'access', amount: 350000 }],
        runs: [{ key: '2022-12-13' }],
      },
    });
    expect(second).toMatchObject({ kind: 'refused', key: '8', reason: 'not a course: a program' });
  });
});

const folder = '../shared/data/catalogues/mitlearn';
describe.skipIf(!existsSync(folder))('real files (../shared/data is absent: skipped)', () => {
  const kindsOf = async (file: string) =>
    (await readAll(openedxDiscovery, await fileInput(join(folder, file)))).map((one) => one.kind);

  test.each([
    ['test_mitx_course.json', ['course', 'refused']],
    ['test_non_mitx_course.json', ['course']],
    ['test_oll_courses.json', ['course']],
    ['mitxonline_courses.json', ['course', 'course', 'course']],
    ['xpro_courses.json', ['course', 'course']],
    ['bootcamps.json', ['course', 'course', 'course']],
    ['prolearn_mitpe_courses.json', ['course', 'course', 'course', 'course']],
    ['test_ocw_parsed.json', ['course']],
  ])('%s', async (file, kinds) => {
    expect(await kindsOf(file)).toEqual(kinds);
  });

  test.each([
    'test_mitx_programs.json',
    'xpro_programs.json',
    'mitxonline_programs.json',
    'mitxonline_program_children_loader.json',
    'prolearn_csail_programs.json',
    'ol_events.json',
    'mitpe_news.json',
    'ovs_videos.json',
  ])('nothing in %s is a course', async (file) => {
    expect(new Set(await kindsOf(file))).toEqual(new Set(['refused']));
  });

  test('no file of the folder makes it fail, and no document comes without a title', async () => {
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
      const records = await readAll(openedxDiscovery, await fileInput(join(folder, file)));
      for (const document of documentsOf(records)) expect(document.title, file).not.toBe('');
      expect(JSON.stringify(records), file).not.toMatch(/could not be read/);
    }
  });
});
