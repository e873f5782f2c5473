import { describe, expect, it } from 'vitest';
import type { CourseDocument } from '../../course-document/course-document.ts';
import type { FeedInput, FeedRecord } from '../feed-format.ts';
import { textInput } from '../text-input.ts';
import { schemaOrg } from './schema-org.ts';

const today = '2026-11-22';
const page = 'https://learn.example/courses/soil';

async function records(input: FeedInput): Promise<FeedRecord[]> {
  const all: FeedRecord[] = [];
  for await (const record of schemaOrg.read(input, { today })) all.push(record);
  return all;
}

async function course(
  node: object,
  location = page,
): Promise<{ document: CourseDocument; degraded: readonly { field: string; reason: string }[] }> {
  const [record, ...others] = await records(
    textInput(
      JSON.stringify({ '@context': 'https://schema.org', '@type': 'Course', name: 'Soil', ...node }),
      { location },
    ),
  );
  expect(others).toEqual([]);
  if (record?.kind !== 'course') throw new Error(JSON.stringify(record));
  return record;
}

const full = {
  '@context': 'https://schema.org/',
  '@type': 'Course',
  '@id': 'https://learn.example/courses/soil',
  url: 'https://learn.example/courses/soil?utm_source=feed',
  name: 'Living soil',
  description: '<p>What lives in soil &amp; why.</p><ul><li>worms</li></ul>',
  abstract: 'Soil, alive.',
  inLanguage: ['en', 'fr'],
  educationalLevel: 'Beginner',
  timeRequired: 'P6W',
  coursePrerequisites: ['None'],
  teaches: [
    'Tell a clay from a loam',
    { '@type': 'DefinedTerm', name: 'analyse soil', url: 'http://data.europa.eu/esco/skill/abc' },
  ],
  about: [
    { '@type': 'DefinedTerm', name: 'Soil science', termCode: '0532', inDefinedTermSet: 'ISCED-F 2013' },
    'Gardening',
  ],
  syllabusSections: [
    { '@type': 'Syllabus', name: 'Water', position: 2 },
    { '@type': 'Syllabus', name: 'Minerals', position: 1 },
  ],
  provider: {
    '@type': 'CollegeOrUniversity',
    name: 'University of Dalmeny',
    sameAs: 'https://dalmeny.example',
    logo: { '@type': 'ImageObject', url: '/logo.png' },
    address: { addressCountry: 'gb' },
  },
  educationalCredentialAwarded: {
    '@type': 'EducationalOccupationalCredential',
    credentialCategory: 'Certificate',
    offers: { '@type': 'Offer', price: '39.00', priceCurrency: 'GBP' },
  },
  offers: [{ '@type': 'Offer', category: 'Partially Free', price: 0, priceCurrency: 'GBP' }],
  totalHistoricalEnrollment: '12,345',
  aggregateRating: {
    '@type': 'AggregateRating',
    ratingValue: '9',
    bestRating: 10,
    worstRating: 0,
    ratingCount: 210,
  },
  image: ['/soil.jpg'],
  license: 'https://creativecommons.org/licenses/by/4.0/',
  video: { '@type': 'VideoObject', contentUrl: 'https://video.example/1.mp4' },
  hasCourseInstance: [
    {
      '@type': 'CourseInstance',
      courseMode: 'Online',
      startDate: '2027-01-11',
      endDate: '2027-02-21T22:00:00Z',
      courseWorkload: 'PT3H',
      instructor: [{ '@type': 'Person', name: 'Ada Moss', jobTitle: 'Professor' }, 'Iain Fern'],
      offers: { '@type': 'Offer', validFrom: '2026-12-01', validThrough: '2027-01-20' },
    },
    {
      '@type': 'CourseInstance',
      courseMode: 'online',
      startDate: '2027-09-06',
      eventStatus: 'https://schema.org/EventCancelled',
      inLanguage: 'fr',
    },
  ],
};

describe('schemaOrg.read of one JSON-LD course', () => {
  it('reads every field', async () => {
    const [record] = await records(textInput(JSON.stringify(full), { location: page }));
    expect(record).toEqual({
      kind: 'course',
      degraded: [],
      document: {
        key: page,
        url: page,
        title: 'Living soil',
        summary: 'Soil, alive.',
        description: 'What lives in soil & why.\n\n- worms',
        languages: ['en', 'fr'],
        level: 'beginner',
        format: 'online',
        effort: { weeks: 6, totalHours: 3 },
        prerequisites: { nothing: true },
        outcomes: ['Tell a clay from a loam'],
        skills: [{ label: 'analyse soil', scheme: 'esco', code: 'http://data.europa.eu/esco/skill/abc' }],
        subjects: [
          { scheme: 'isced-f', code: '0532', label: 'Soil science' },
          { scheme: 'label', label: 'Gardening' },
        ],
        syllabus: ['Minerals', 'Water'],
        providers: [
          {
            name: 'University of Dalmeny',
            url: 'https://dalmeny.example/',
            logoUrl: 'https://learn.example/logo.png',
            country: 'GB',
          },
        ],
        certificate: 'paid',
        costs: [
          { kind: 'access', amount: 0, currency: 'GBP', checkedOn: today },
          { kind: 'certificate', amount: 3900, currency: 'GBP', checkedOn: today },
        ],
        enrolledCount: 12345,
        rating: { mean: 4.6, count: 210 },
        imageUrl: 'https://learn.example/soil.jpg',
        videoUrl: 'https://video.example/1.mp4',
        licence: 'https://creativecommons.org/licenses/by/4.0/',
        instructors: [{ name: 'Ada Moss', role: 'Professor' }, { name: 'Iain Fern' }],
        runs: [
          {
            key: '2027-01-11',
            pacing: 'scheduled',
            start: { on: '2027-01-11', precision: 'day' },
            end: { on: '2027-02-21', precision: 'day', at: '2027-02-21T22:00:00.000Z' },
            enrolmentStart: { on: '2026-12-01', precision: 'day' },
            enrolmentEnd: { on: '2027-01-20', precision: 'day' },
          },
          {
            key: '2027-09-06',
            pacing: 'scheduled',
            language: 'fr',
            start: { on: '2027-09-06', precision: 'day' },
            declared: 'cancelled',
          },
        ],
      },
    });
  });

  it('reads texts where things are due and things where texts are due', async () => {
    const { document } = await course({
      provider: 'Dalmeny College',
      inLanguage: { '@type': 'Language', name: 'Français', alternateName: 'fr' },
      educationalLevel: { '@type': 'DefinedTerm', name: 'Avancé' },
      description: ['One.'],
      offers: { '@type': 'AggregateOffer', lowPrice: 49.9, priceCurrency: 'EUR' },
      image: { '@id': 'https://img.example/a.png' },
    });
    expect(document).toMatchObject({
      providers: [{ name: 'Dalmeny College' }],
      languages: ['fr'],
      level: 'advanced',
      description: 'One.',
      costs: [{ kind: 'access', amount: 4990, currency: 'EUR' }],
      imageUrl: 'https://img.example/a.png',
    });
  });

  it('reads titles and descriptions in several languages', async () => {
    const { document } = await course({
      name: [
        { '@value': 'Sols', '@language': 'fr' },
        { '@value': 'Soils', '@language': 'en' },
      ],
      description: { fr: 'La terre.', en: 'Earth.' },
      inLanguage: 'en',
    });
    expect(document).toMatchObject({
      title: 'Soils',
      description: 'Earth.',
      translations: { fr: { title: 'Sols', description: 'La terre.' } },
    });
  });

  it.each([
    [
      { offers: { price: 19, priceCurrency: 'EUR', priceSpecification: { billingDuration: 'P1M' } } },
      { kind: 'subscription', amount: 1900, per: 'month' },
    ],
    [
      {
        offers: {
          category: 'Subscription',
          priceSpecification: { price: 120, priceCurrency: 'USD', referenceQuantity: { unitCode: 'ANN' } },
        },
      },
      { kind: 'subscription', amount: 12000, per: 'year' },
    ],
    [{ offers: { category: 'Free' } }, { kind: 'access', amount: 0 }],
    [{ isAccessibleForFree: true }, { kind: 'access', amount: 0 }],
    [{ offers: { price: '49,90 €' } }, { kind: 'access', amount: 4990, currency: 'EUR' }],
    [
      { offers: { name: 'Proctored exam', price: '60', priceCurrency: 'EUR' } },
      { kind: 'exam', amount: 6000 },
    ],
    [{ offers: { price: '500', priceCurrency: 'JPY' } }, { kind: 'access', amount: 500, currency: 'JPY' }],
  ])('reads the price of %j', async (node, line) => {
    expect((await course(node)).document.costs).toMatchObject([line]);
  });

  it.each([
    [{ educationalCredentialAwarded: 'Bachelor degree' }, 'diploma'],
    [{ educationalCredentialAwarded: 'Certificate', numberOfCredits: 5 }, 'credit'],
    [{ educationalCredentialAwarded: 'Certificate', offers: { price: 30, priceCurrency: 'EUR' } }, 'paid'],
    [{ educationalCredentialAwarded: 'Free badge' }, 'free'],
    [{ educationalCredentialAwarded: 'Certificate' }, undefined],
  ])('reads the proof of %j', async (node, certificate) => {
    expect((await course(node)).document.certificate).toBe(certificate);
  });

  it('reads weekly work from a schedule', async () => {
    const { document } = await course({
      hasCourseInstance: {
        '@type': 'CourseInstance',
        courseMode: 'Onsite',
        courseSchedule: {
          duration: 'PT3H',
          repeatFrequency: 'Weekly',
          repeatCount: 8,
          startDate: '2027-03-01',
          endDate: '2027-04-26',
        },
      },
    });
    expect(document.effort).toEqual({ minHoursPerWeek: 3, maxHoursPerWeek: 3, weeks: 8 });
    expect(document.runs).toMatchObject([
      { pacing: 'scheduled', start: { on: '2027-03-01' }, end: { on: '2027-04-26' } },
    ]);
    expect(document.format).toBe('on-site');
  });

  it('notes what cannot be used and keeps the rest', async () => {
    const { document, degraded } = await course({
      url: 'javascript:alert(1)',
      inLanguage: 'Klingonese',
      offers: { price: 'ask us', priceCurrency: 'EUR' },
      aggregateRating: { ratingValue: 11, bestRating: 5, ratingCount: 3 },
      provider: 'https://only.example/address',
      hasCourseInstance: [{ startDate: '2021-02-31' }, { startDate: '1970-01-01T00:00:00Z' }],
    });
    expect(document.url).toBe(page);
    expect(document.runs?.map((run) => run.key)).toEqual(['self-paced', 'self-paced-2']);
    expect(degraded.map((one) => one.field)).toEqual(
      expect.arrayContaining([
        'url',
        'languages',
        'costs[0]',
        'rating',
        'providers[0]',
        'runs[0].start',
        'runs[1].start',
      ]),
    );
  });

  it('refuses a course without a name', async () => {
    const [record] = await records(textInput('{"@type":"Course","url":"https://learn.example/x"}'));
    expect(record).toEqual({ kind: 'refused', key: 'https://learn.example/x', reason: 'no title' });
  });

  it('keeps an own key for each course of a page without addresses', async () => {
    const list = [
      { '@type': 'Course', name: 'A', courseCode: 'a1' },
      { '@type': 'Course', name: 'B' },
      { '@type': 'Course', name: 'C', url: '/' },
    ];
    const found = await records(textInput(JSON.stringify(list), { location: page }));
    expect(found.map((one) => one.kind === 'course' && one.document.key)).toEqual([
      'a1',
      `${page}#b`,
      'https://learn.example/',
    ]);
  });
});
