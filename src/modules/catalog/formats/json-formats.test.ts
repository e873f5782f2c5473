import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { courseDocumentSchema } from '../course-document/document-schema.ts';
import { FeedUnreadable, type FeedFormat } from './feed-format.ts';
import { jsonFormats } from './json-formats.ts';
import { documentsOf, readAll } from './read-all.ts';
import { textInput } from './text-input.ts';

/** A record that makes each format look into all its corners; the names are the feeds' own. */
const names = [
  'absolute_url',
  'aside',
  'authoring_organizations',
  'blocks_url',
  'body',
  'categories',
  'certificate_offer',
  'certificates',
  'code',
  'content_language',
  'content_type',
  'course',
  'course_id',
  'course_image',
  'course_pages',
  'course_runs',
  'course_title',
  'courseruns',
  'courses',
  'courseType',
  'courseware_id',
  'cover_image',
  'currency',
  'date_time',
  'datetime',
  'department',
  'description',
  'discipline',
  'domainTypes',
  'duration',
  'duration_in_weeks',
  'educator',
  'effort',
  'end',
  'end_date',
  'end_value',
  'enrollment_count',
  'enrollment_end',
  'enrollment_modes',
  'enrollment_start',
  'enrollment_start_date',
  'entitlements',
  'expected_duration',
  'expected_duration_unit',
  'expected_learning',
  'expected_learning_items',
  'field_course_or_program',
  'field_price',
  'hidden',
  'homepage',
  'hours_per_week',
  'id',
  'image',
  'image_url',
  'instructorIds',
  'instructors',
  'introduction',
  'is_listed',
  'is_self_paced',
  'key',
  'knowledge_level',
  'language',
  'languages',
  'level',
  'level_type',
  'license',
  'live',
  'marketing_url',
  'max_effort',
  'media',
  'min_effort',
  'mode_slug',
  'name',
  'nid',
  'offer',
  'org',
  'organisation',
  'organisations',
  'organization_highlighted',
  'organizations',
  'outcome',
  'overview',
  'owners',
  'pacing',
  'pacing_type',
  'page',
  'page_url',
  'partnerIds',
  'persons',
  'photoUrl',
  'position',
  'prerequisites',
  'prerequisites_raw',
  'price',
  'prices',
  'primaryLanguages',
  'priority',
  'products',
  'published',
  'readable_id',
  'required_knowledge',
  'required_prerequisites',
  'run_tag',
  'runs',
  'seats',
  'short_description',
  'short_url',
  'skill_names',
  'skills',
  'slug',
  'src',
  'staff',
  'start',
  'start_date',
  'start_display',
  'start_type',
  'start_value',
  'startDate',
  'state',
  'status',
  'subjects',
  'subtitle',
  'subtitleLanguages',
  'summary',
  'syllabus',
  'syllabus_raw',
  'teaser_video',
  'thumbnails',
  'time_commitment',
  'title',
  'topics',
  'tracks',
  'trailer',
  'trailer_video',
  'transcript_languages',
  'type',
  'universities',
  'university_name',
  'uri',
  'url',
  'uuid',
  'verifications',
  'video',
  'weeks_to_complete',
  'workload',
];

const leaf = fc.oneof(
  fc.constantFrom(
    null,
    '',
    ' ',
    0,
    -1,
    1e308,
    true,
    false,
    '0',
    '2021-02-31',
    '9999-12-31T00:00:00Z',
    'javascript:alert(1)',
    '<p>x',
    '\u0000',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
);
const { value: anything } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('record'),
  ),
  record: fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 12 }),
}));
const fields = fc.dictionary(fc.constantFrom(...names), anything, { minKeys: 5, maxKeys: 60 });
/** Named and keyed, so that it gets past the first refusals, with lists of hostile things where formats look for lists. */
const hostileRecord = fc
  .tuple(
    fields,
    fc.array(fields, { maxLength: 2 }),
    fc.subarray(['course_runs', 'courseruns', 'runs', 'verifications', 'state']),
  )
  .map(([record, list, lists]) => ({
    ...record,
    ...Object.fromEntries(lists.map((name) => [name, list])),
    ...{ title: 'Tides', name: 'Tides', key: 'k', id: 'k', uuid: 'k', course_id: 'k' },
  }));

/** The list that each format streams, so that hostile records reach its reader. */
const listOf: Readonly<Record<string, string>> = {
  richie: 'objects',
  coursera: 'elements',
  udacity: 'courses',
  iversity: 'courses',
};
const feedOf = (format: FeedFormat, records: readonly unknown[]) => {
  const list = listOf[format.name];
  return list === undefined ? records : { [list]: records };
};

describe.each(jsonFormats.map((format) => [format.name, format] as const))('%s', (_name, format) => {
  test('whatever stands in the fields: one answer a record, none fails, documents are of the schema', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileRecord, { minLength: 1, maxLength: 3 }), async (records) => {
        const answers = await readAll(
          format,
          feedOf(format, JSON.parse(JSON.stringify(records)) as unknown[]),
        );
        expect(answers).toHaveLength(records.length);
        expect(JSON.stringify(answers)).not.toContain('could not be read');
        for (const document of documentsOf(answers))
          expect(courseDocumentSchema.safeParse(document).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  test('nulls everywhere are refused for want of a title or as no course', async () => {
    const record = Object.fromEntries(names.map((one) => [one, null]));
    expect(await readAll(format, feedOf(format, [record]))).toMatchObject([
      { kind: 'refused', reason: expect.stringMatching(/^(no title|no key|not a course|none of its runs)/) },
    ]);
  });

  test('a record without a key is refused, its title told', async () => {
    const records = [{ title: 'Tides', name: 'Tides', course_runs: [], homepage: 'https://x.example' }];
    const [answer] = await readAll(format, feedOf(format, records));
    expect(answer).toMatchObject({ kind: 'refused', title: 'Tides' });
  });

  test('junk is unreadable, not a crash', async () => {
    for (const junk of ['', 'x'.repeat(1_000), '<html></html>', '{"a"', '[[[[']) {
      await expect(readAll(format, junk), junk.slice(0, 20)).rejects.toThrow(FeedUnreadable);
    }
  });

  test('50 MB of something else are given up at the beginning', async () => {
    const junk = Buffer.alloc(50_000_000, 'x');
    await expect(readAll(format, textInput(junk))).rejects.toThrow(FeedUnreadable);
  });
});

const folder = '../shared/data/catalogues';
describe.skipIf(!existsSync(folder))('telling real files apart (../shared/data is absent: skipped)', () => {
  test.each([
    ['openedx_courses_api.json', 'openedx'],
    ['mitlearn/test_mitx_course.json', 'openedx-discovery'],
    ['mitlearn/test_oll_courses.json', 'openedx-discovery'],
    ['mitlearn/mitxonline_courses.json', 'openedx-discovery'],
    ['mitlearn/xpro_courses.json', 'openedx-discovery'],
    ['mitlearn/test_mitx_programs.json', 'openedx-discovery'],
    ['mitlearn/prolearn_mitpe_courses.json', 'openedx-discovery'],
    ['mammooc/coursera.json', 'coursera'],
    ['mammooc/future_learn.json', 'futurelearn'],
    ['mammooc/udacity.json', 'udacity'],
    ['mammooc/iversity.json', 'iversity'],
    ['mammooc/mooin.json', undefined],
    ['mitlearn/ol_events.json', undefined],
    ['edx_courses.csv', undefined],
    ['mammooc/edx.xml', undefined],
    ['lheo/exemple-bts-onisep.xml', undefined],
  ])('%s is %s', (file, name) => {
    const head = readFileSync(`${folder}/${file}`, 'utf8').slice(0, 65_536).trimStart();
    const input = textInput('', { location: `/srv/${file}` });
    const scores = jsonFormats
      .map((format) => [format.detect(head, input), format.name] as const)
      .toSorted((a, b) => b[0] - a[0]);
    const sure = scores.filter(([score]) => score >= 0.5);
    expect(sure[0]?.[1]).toBe(name);
    expect(sure.length, JSON.stringify(sure)).toBeLessThanOrEqual(1);
  });
});

test('a feed is told by its names even when its beginning is all that is known', () => {
  const richie =
    '{"meta":{"count":1},"objects":[{"id":"1","absolute_url":"/x","title":"T","state":{"priority":0},"organization_highlighted":"O"';
  const scores = jsonFormats.map((format) => [format.name, format.detect(richie, textInput(''))] as const);
  expect(scores.filter(([, score]) => score > 0).map(([name]) => name)).toEqual(['richie']);
});
