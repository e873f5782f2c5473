import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileInput } from '../file-input.ts';
import type { FeedInput, FeedRecord } from '../feed-format.ts';
import { textInput } from '../text-input.ts';
import { moochub } from './moochub.ts';

const today = '2026-11-22';
const real = '../shared/data/catalogues/mammooc/mooin.json';

async function records(input: FeedInput): Promise<FeedRecord[]> {
  const all: FeedRecord[] = [];
  for await (const record of moochub.read(input, { today })) all.push(record);
  return all;
}

const feed = (attributes: unknown, type = 'courses') =>
  JSON.stringify({ links: {}, data: [{ type, id: 'c-1', attributes }] });

async function one(attributes: object, type?: string) {
  const [record] = await records(textInput(feed({ name: 'Wind', ...attributes }, type)));
  if (record?.kind !== 'course') throw new Error(JSON.stringify(record));
  return record;
}

describe('moochub version 1', () => {
  it.skipIf(!existsSync(real))('reads the real feed (../shared/data is absent: skipped)', async () => {
    const [first, second, ...others] = await records(await fileInput(real));
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      kind: 'course',
      degraded: [],
      document: {
        key: '7fb8bf5bcccb7560ab56c02b19d9cb97',
        languages: ['de', 'ar'],
        kind: 'mooc',
        format: 'online',
        effort: { weeks: 6, totalHours: 18 },
        licence: 'https://creativecommons.org/licenses/by/3.0/de/',
        runs: [
          { start: { on: '2016-10-15' }, end: { on: '2016-11-26' }, enrolmentStart: { on: '2016-08-01' } },
        ],
      },
    });
    expect(first?.kind === 'course' && first.document.providers?.map((one) => one.name)).toEqual([
      'Fachhochschule Lübeck',
      'Philipps-Universität Marburg',
      'The Virtual Linguistics Campus',
    ]);
    expect(second).toMatchObject({
      kind: 'course',
      document: { providers: [{ name: 'oncampus GmbH' }], costs: [{ kind: 'access', amount: 0 }] },
      degraded: [{ field: 'runs[0].enrolmentStart', reason: expect.stringMatching(/filler.*1999-11-30/) }],
    });
  });
});

describe('moochub version 2', () => {
  it('reads hours a week, licences, objectives and a free course with a paid certificate', async () => {
    const { document, degraded } = await one({
      courseMode: 'MOOC',
      abstract: '<p>Air that moves.</p>',
      description: '<p>Long <b>text</b></p><p>two</p>',
      languages: ['en-GB', null],
      startDate: '2020-08-16T10:55:00Z',
      endDate: null,
      availableUntil: null,
      workload: 5,
      duration: 'P2M4D',
      image: { url: 'https://x.example/a.png', licenses: [] },
      video: null,
      instructors: [{ name: 'Prof. Dr. A. Boreas', role: 'tutor' }, { name: '' }],
      learningObjectives: ['Know <strong>wind</strong>', ''],
      moocProvider: { name: 'openWind', url: 'https://wind.example/', logo: 'https://wind.example/l.png' },
      partnerInstitutes: [],
      courseLicenses: [{ id: 'CC-BY-4.0', url: 'https://creativecommons.org/licenses/by/4.0/' }],
      access: ['free', 'paid'],
      url: 'https://wind.example/courses/1',
    });
    expect(degraded).toEqual([]);
    expect(document).toMatchObject({
      key: 'c-1',
      summary: 'Air that moves.',
      description: 'Long text\n\ntwo',
      languages: ['en-GB'],
      outcomes: ['Know wind'],
      effort: { minHoursPerWeek: 5, maxHoursPerWeek: 5 },
      providers: [{ name: 'openWind', logoUrl: 'https://wind.example/l.png' }],
      instructors: [{ name: 'Prof. Dr. A. Boreas', role: 'tutor' }],
      licence: 'CC-BY-4.0',
      certificate: 'paid',
      costs: [{ kind: 'access', amount: 0 }],
      imageUrl: 'https://x.example/a.png',
      runs: [
        {
          key: '2020-08-16',
          pacing: 'scheduled',
          start: { on: '2020-08-16', at: '2020-08-16T10:55:00.000Z' },
        },
      ],
    });
  });

  it('says that a course that was taken down is closed', async () => {
    const { document } = await one({ startDate: '2019-01-01', availableUntil: '2020-01-01T00:00:00Z' });
    expect(document.runs?.[0]?.declared).toBe('closed');
  });
});

describe('moochub version 3', () => {
  const name = (text: string, german = text) => [
    { inLanguage: 'de', name: german },
    { inLanguage: 'en', name: text },
  ];

  it('reads its names and shapes', async () => {
    const { document, degraded } = await one(
      {
        learningResourceType: { identifier: 'https://w3id.org/kim/hcrt/course', type: 'Concept' },
        courseMode: ['online', 'asynchronous'],
        inLanguage: ['en'],
        startDate: ['2027-01-13T08:00:00Z', '2027-09-01T08:00:00Z'],
        endDate: ['2027-11-01T08:00:00Z', '2027-02-27T20:00:00Z'],
        applicationStartDate: '2027-06-01T00:00:00Z',
        applicationDeadline: '2027-09-15T00:00:00Z',
        trailer: { contentUrl: 'https://v.example/1', type: 'VideoObject', license: [] },
        image: { contentUrl: 'https://v.example/1.png' },
        instructor: [
          {
            name: 'Chione Nix',
            honorificPrefix: 'Dr.',
            honorificSuffix: 'PhD',
            type: 'Person',
            jobTitle: 'Reader',
          },
        ],
        creator: [
          { name: 'A Person', type: 'Person' },
          {
            name: 'Aeolian University',
            type: 'Organization',
            image: { contentUrl: 'https://a.example/l.png' },
          },
        ],
        contributor: [{ name: 'Wind Agency', type: 'Organization' }],
        publisher: { name: 'openWind', type: 'Organization' },
        teaches: [
          {
            name: name('read charts', 'Karten lesen'),
            educationalFramework: 'ESCO',
            targetUrl: 'http://data.europa.eu/esco/skill/x',
          },
          { name: name('privacy'), educationalFramework: 'DigComp', shortCode: '4.2' },
        ],
        educationalAlignment: [
          { educationalFramework: 'ISCED-F', shortCode: '0611', name: name('Computer use') },
        ],
        educationalLevel: [{ name: [{ inLanguage: 'en', name: 'INTERMEDIATE' }], shortCode: '4' }],
        keywords: ['wind', 'Computer use'],
        workload: { timeValue: 13, timeUnit: 'h/month' },
        duration: 'P6W',
        license: [{ identifier: 'proprietary', url: null }],
        access: ['free'],
        offer: [
          { price: 0, priceCurrency: 'EUR', paymentFrequency: 'other', category: 'course' },
          { price: 49.5, priceCurrency: 'EUR', paymentFrequency: 'one-time', category: 'certificate' },
        ],
        educationalCredentialsAwarded: ['certificate'],
        competencyRequired: [
          { educationalFramework: 'Course_ID', targetUrl: 'https://wind.example/c/0', name: name('Calm') },
          { educationalFramework: 'ESCO', name: name('algebra') },
        ],
      },
      'Course',
    );
    expect(degraded).toEqual([]);
    expect(document).toMatchObject({
      format: 'online',
      languages: ['en'],
      level: 'intermediate',
      effort: { weeks: 6, minHoursPerWeek: 3, maxHoursPerWeek: 3 },
      instructors: [{ name: 'Dr. Chione Nix PhD', role: 'Reader' }],
      providers: [
        { name: 'Aeolian University', logoUrl: 'https://a.example/l.png' },
        { name: 'Wind Agency' },
      ],
      skills: [
        { label: 'read charts', scheme: 'esco', code: 'http://data.europa.eu/esco/skill/x' },
        { label: 'privacy' },
      ],
      subjects: [
        { scheme: 'isced-f', code: '0611', label: 'Computer use' },
        { scheme: 'label', label: 'wind' },
      ],
      certificate: 'paid',
      costs: [
        { kind: 'access', amount: 0 },
        { kind: 'certificate', amount: 4950, currency: 'EUR' },
      ],
      prerequisites: { text: '- algebra', courses: [{ url: 'https://wind.example/c/0', title: 'Calm' }] },
      licence: 'proprietary',
      videoUrl: 'https://v.example/1',
      runs: [
        { start: { on: '2027-01-13' }, end: { on: '2027-02-27' } },
        {
          start: { on: '2027-09-01' },
          end: { on: '2027-11-01' },
          enrolmentStart: { on: '2027-06-01' },
          enrolmentEnd: { on: '2027-09-15' },
        },
      ],
    });
  });

  it('reads a course without days as self-paced only when it says so', async () => {
    expect((await one({ courseMode: ['asynchronous'], startDate: null })).document.runs).toEqual([
      { key: 'self-paced', pacing: 'self' },
    ]);
    expect((await one({ courseMode: ['onsite'] })).document).not.toHaveProperty('runs');
  });

  it.each([
    ['weekly', undefined],
    ['monthly', { kind: 'subscription', amount: 900, per: 'month' }],
    ['yearly', { kind: 'subscription', amount: 900, per: 'year' }],
  ])('reads a price paid %s', async (paymentFrequency, line) => {
    const { document, degraded } = await one({
      offer: [{ price: 9, priceCurrency: 'EUR', category: 'course', paymentFrequency }],
    });
    expect(document.costs?.[0]).toEqual(line && { ...line, currency: 'EUR', checkedOn: today });
    expect(degraded.length).toBe(line ? 0 : 1);
  });
});
