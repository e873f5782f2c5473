import { describe, expect, test } from 'vitest';
import { documentsOf, readAll, readOne } from './read-all.ts';
import { richie } from './richie.ts';
import { textInput } from './text-input.ts';

const record = {
  id: '742',
  absolute_url: '/fr/cours/marees/',
  code: '00742',
  title: 'Les marées',
  introduction: 'Pourquoi la mer revient.',
  categories: ['L-0001', 'S-0007', 'X-0009'],
  organizations: ['O-0001', 'O-0002'],
  organization_highlighted: 'École du Port',
  organization_highlighted_cover_image: { src: '/media/port.png', sizes: '100vw', srcset: '' },
  cover_image: { src: '/media/marees.jpg' },
  duration: '6 semaines',
  effort: '3 heures/semaine',
  state: {
    priority: 0,
    datetime: '2026-05-01T00:00:00Z',
    call_to_action: 's’inscrire',
    text: 'fin d’inscription',
  },
  course_runs: [
    {
      start: '2026-03-02T08:00:00Z',
      end: '2026-04-30T22:00:00Z',
      enrollment_start: '2026-01-01T00:00:00Z',
      enrollment_end: '2026-03-31T22:00:00Z',
      languages: ['fr'],
      offer: 'free',
      price: null,
      price_currency: 'EUR',
      certificate_offer: 'paid',
      certificate_price: 60,
    },
    {
      start: '2025-03-02T08:00:00Z',
      end: '9999-12-31T00:00:00Z',
      enrollment_start: '2025-01-01T00:00:00Z',
      enrollment_end: '9999-12-31T00:00:00Z',
      languages: ['en', 'fr'],
    },
  ],
};

const answer = (
  objects: object[],
  meta: object = { count: objects.length, offset: 0, total_count: objects.length },
) => ({
  meta,
  objects,
  filters: {
    levels: { values: [{ key: 'L-0001', human_name: 'Débutant', count: 1 }] },
    subjects: { values: [{ key: 'S-0007', human_name: 'Océanographie', count: 1 }] },
    organizations: {
      values: [
        { key: 'O-0001', human_name: 'École du Port' },
        { key: 'O-0002', human_name: 'Ville de Brest' },
      ],
    },
  },
});

const location = 'https://mooc.example/api/v1.0/courses/?limit=1';
const at = (content: object, pages?: Record<string, string>) =>
  textInput(JSON.stringify(content), { location, ...(pages && { pages }) });

describe('a Richie catalogue', () => {
  test('is read field by field, keys told by the filters that follow', async () => {
    const { document, degraded } = await readOne(richie, at(answer([record])));
    expect(degraded).toEqual([]);
    expect(document).toEqual({
      key: '00742',
      title: 'Les marées',
      summary: 'Pourquoi la mer revient.',
      languages: ['fr', 'en'],
      level: 'beginner',
      certificate: 'paid',
      costs: [
        { kind: 'access', amount: 0, currency: 'EUR', checkedOn: '2026-02-01' },
        { kind: 'certificate', amount: 6000, currency: 'EUR', checkedOn: '2026-02-01' },
      ],
      effort: { weeks: 6, minHoursPerWeek: 3, maxHoursPerWeek: 3 },
      providers: [
        { name: 'École du Port', logoUrl: 'https://mooc.example/media/port.png' },
        { name: 'Ville de Brest' },
      ],
      subjects: [{ scheme: 'label', label: 'Océanographie' }],
      runs: [
        {
          key: '2026-03-02',
          pacing: 'scheduled',
          language: 'fr',
          start: { on: '2026-03-02', precision: 'day', at: '2026-03-02T08:00:00.000Z' },
          end: { on: '2026-04-30', precision: 'day', at: '2026-04-30T22:00:00.000Z' },
          enrolmentStart: { on: '2026-01-01', precision: 'day', at: '2026-01-01T00:00:00.000Z' },
          enrolmentEnd: { on: '2026-03-31', precision: 'day', at: '2026-03-31T22:00:00.000Z' },
        },
        {
          key: '2025-03-02',
          pacing: 'self',
          language: 'en',
          start: { on: '2025-03-02', precision: 'day', at: '2025-03-02T08:00:00.000Z' },
          enrolmentStart: { on: '2025-01-01', precision: 'day', at: '2025-01-01T00:00:00.000Z' },
        },
      ],
      url: 'https://mooc.example/fr/cours/marees/',
      imageUrl: 'https://mooc.example/media/marees.jpg',
    });
  });

  test.each([
    [
      { priority: 0, datetime: '2026-05-01T00:00:00Z' },
      { declared: 'open', enrolmentEnd: { on: '2026-05-01' } },
    ],
    [
      { priority: 0, datetime: null },
      { declared: 'open', pacing: 'self' },
    ],
    [{ priority: 1, datetime: '2026-05-01T00:00:00Z' }, { start: { on: '2026-05-01' } }],
    [
      { priority: 2, date_time: '2026-05-01T00:00:00Z' },
      { declared: 'archived', enrolmentEnd: { on: '2026-05-01' } },
    ],
    [
      { priority: 4, datetime: '2026-05-01T00:00:00Z' },
      { declared: 'closed', start: { on: '2026-05-01' } },
    ],
    [{ priority: 6, datetime: null }, { declared: 'archived' }],
    [{ priority: 7, datetime: null }, { declared: 'to-be-announced' }],
  ])('where runs are not told, the state %j tells one', async (state, run) => {
    const { document } = await readOne(richie, at(answer([{ ...record, course_runs: undefined, state }])));
    expect(document.runs).toMatchObject([{ key: 'current', ...run }]);
  });

  test('two runs that start on one day have two keys', async () => {
    const [first] = record.course_runs;
    const { document } = await readOne(richie, at(answer([{ ...record, course_runs: [first, first] }])));
    expect(document.runs?.map((run) => run.key)).toEqual(['2026-03-02', '2026-03-02-2']);
  });

  test('pages follow by offset until the count is reached', async () => {
    const page = (code: string, offset: number) =>
      answer([{ ...record, code }], { count: 1, offset, total_count: 3 });
    const pages = {
      'https://mooc.example/api/v1.0/courses/?limit=1&offset=1': JSON.stringify(page('2', 1)),
      'https://mooc.example/api/v1.0/courses/?limit=1&offset=2': JSON.stringify(page('3', 2)),
    };
    const keys = documentsOf(await readAll(richie, at(page('1', 0), pages))).map((one) => one.key);
    expect(keys).toEqual(['1', '2', '3']);
  });

  test('a file of the first page says that more is to come', async () => {
    const told: string[] = [];
    const content = answer([record], { count: 1, offset: 0, total_count: 240 });
    await readAll(richie, textInput(JSON.stringify(content), { location: '/srv/fun.json' }), told);
    expect(told).toEqual(['there are more pages, which a file cannot follow: "?offset=1"']);
  });

  test('a course that is not listed is refused', async () => {
    const [refused] = await readAll(richie, at(answer([{ ...record, is_listed: false }])));
    expect(refused).toMatchObject({ kind: 'refused', key: '00742', reason: 'not listed by its platform' });
  });
});

test('sessions of the earlier interface, several of one course', async () => {
  const session = {
    key: 'course-v1:port+00742+session02',
    title: 'Les marées',
    short_description: 'La mer.',
    language: 'fr',
    level: 'introduction',
    session_number: 2,
    start_date: '2016-03-02T08:00:00Z',
    end_date: '2016-04-30T22:00:00Z',
    enrollment_start_date: '2016-01-01T00:00:00Z',
    enrollment_end_date: null,
    universities: [{ name: 'École du Port', code: 'port' }],
    subjects: [{ name: 'Océanographie' }],
    thumbnails: { big: 'https://mooc.example/big.png' },
  };
  const { document, degraded } = await readOne(richie, at({ count: 1, next: null, results: [session] }));
  expect(degraded).toEqual([]);
  expect(document).toMatchObject({
    key: 'port+00742',
    level: 'beginner',
    languages: ['fr'],
    providers: [{ name: 'École du Port', key: 'port' }],
    runs: [{ key: 'course-v1:port+00742+session02', start: { on: '2016-03-02' }, end: { on: '2016-04-30' } }],
    imageUrl: 'https://mooc.example/big.png',
  });
});
