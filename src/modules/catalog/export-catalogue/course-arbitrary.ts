import fc from 'fast-check';
import type { CostLine, CourseDocument, RunClaim } from '../course-document/course-document.ts';
import type { ExportCourse } from './export-course.ts';

/** Day on which the tests import. */
export const importDay = '2026-11-22';

const words = [
  ...[
    'soil',
    'énergie',
    'Überblick',
    '数据',
    'почва',
    'بيانات',
    "l'eau",
    '"quoted"',
    'R&D',
    'C++',
    '100 %',
    'a;b',
    'x,y',
  ],
  ...[
    'naïve',
    'œuvre',
    '5 > 3',
    'e=mc²',
    '😀',
    'São',
    '（全角）',
    'end.',
    'why?',
    '#1',
    '(b)',
    "'tis",
    'A/B',
  ],
];
/** Beginnings that a spreadsheet would calculate. */
const formulas = ['=SUM(A1)', '+33', '@home', '=cmd|x', "'=1", '＝2'];

const word = fc.constantFrom(...words);
const phrase = fc.array(word, { minLength: 2, maxLength: 7 }).map((all) => all.join(' '));
const text = fc.oneof(
  { weight: 5, arbitrary: phrase },
  fc.tuple(fc.constantFrom(...formulas), phrase).map((all) => all.join(' ')),
);
const paragraphs = fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n\n'));
const label = fc
  .tuple(fc.constantFrom('Art, design', 'Sols', 'Data & law', 'Земля', '土壤', 'A-B C'), fc.nat(99))
  .map(([name, n]) => `${name} ${n}`);
const labels = fc.uniqueArray(label, { minLength: 1, maxLength: 4 });
/** An entry without a letter is a mark of some list and no entry. */
const lines = fc.uniqueArray(
  phrase.map((one) => `Sols ${one}`),
  { minLength: 1, maxLength: 4 },
);
const address = fc.nat(9999).map((n) => `https://site.example/c/${n}?a=1&b=%C3%A9`);
const tags = fc.uniqueArray(fc.constantFrom('fr', 'en', 'es', 'pt-BR', 'zh-Hans', 'ar', 'ru'), {
  minLength: 1,
  maxLength: 3,
});

const dayAfter = (days: number): string => new Date(Date.UTC(2024, 0, 1 + days)).toISOString().slice(0, 10);
const day = (days: number) => ({ on: dayAfter(days), precision: 'day' as const });

const amount = fc.integer({ min: 0, max: 99_999 });
const currency = fc.constantFrom('EUR', 'USD', 'JPY', 'BHD');
const costs: fc.Arbitrary<readonly CostLine[]> = fc
  .record({
    access: fc.option(fc.tuple(amount, currency)),
    certificate: fc.option(fc.tuple(amount, currency)),
    subscription: fc.option(fc.tuple(fc.integer({ min: 1, max: 9999 }), currency)),
    per: fc.constantFrom('month', 'year'),
  })
  .map(({ access, certificate, subscription, per }): CostLine[] => [
    ...(access
      ? [{ kind: 'access' as const, amount: access[0], currency: access[1], checkedOn: importDay }]
      : []),
    ...(certificate
      ? [
          {
            kind: 'certificate' as const,
            amount: certificate[0],
            currency: certificate[1],
            checkedOn: importDay,
          },
        ]
      : []),
    ...(subscription
      ? [
          {
            kind: 'subscription' as const,
            amount: subscription[0],
            currency: subscription[1],
            per,
            checkedOn: importDay,
          },
        ]
      : []),
  ])
  .filter((all) => all.length > 0);

/** Runs one after another, or a single one at one's own pace. */
const runs: fc.Arbitrary<readonly RunClaim[]> = fc.oneof(
  fc.constant([{ key: 'self', pacing: 'self' as const }]),
  fc
    .array(
      fc.record({
        gap: fc.integer({ min: 40, max: 200 }),
        length: fc.integer({ min: 1, max: 30 }),
        enrols: fc.boolean(),
        declared: fc.constantFrom(undefined, 'open' as const, 'closed' as const),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => {
      let at = 0;
      return all.map(({ gap, length, enrols, declared }, index): RunClaim => {
        at += gap;
        const enrolment = enrols ? { enrolmentStart: day(at - 20), enrolmentEnd: day(at + 1) } : {};
        return {
          key: `run-${index}`,
          pacing: 'scheduled',
          start: day(at),
          end: day(at + length),
          ...enrolment,
          ...(declared ? { declared } : {}),
        };
      });
    }),
);

const subjects = fc
  .tuple(
    labels,
    fc.subarray(['31088', '44540']),
    fc.subarray(['K2111', 'M1805']),
    fc.subarray(['312', '326']),
    fc.subarray(['0611', '0532']),
  )
  .map(([names, formacode, rome, nsf, isced]) => [
    ...names.map((name) => ({ scheme: 'label' as const, label: name })),
    ...formacode.map((code) => ({ scheme: 'formacode' as const, code })),
    ...rome.map((code) => ({ scheme: 'rome' as const, code })),
    ...nsf.map((code) => ({ scheme: 'nsf' as const, code })),
    ...isced.map((code) => ({ scheme: 'isced-f' as const, code, label: `ISCED ${code}` })),
  ]);

const hours = fc.integer({ min: 1, max: 9 });
const effort = fc
  .record(
    {
      weeks: fc.integer({ min: 1, max: 50 }),
      totalHours: fc.integer({ min: 1, max: 300 }),
      minHoursPerWeek: hours,
    },
    { requiredKeys: ['weeks'] },
  )
  .map((one) =>
    one.minHoursPerWeek === undefined
      ? one
      : { ...one, maxHoursPerWeek: one.minHoursPerWeek + (one.weeks % 3) },
  );

const provider = fc.record(
  { name: label, key: fc.constant('63445123124916'), url: address, logoUrl: address },
  { requiredKeys: ['name'] },
);
const instructor = fc.record(
  { name: label.map((one) => `Dr. ${one}`), role: phrase, url: address },
  { requiredKeys: ['name'] },
);
const skill = fc.oneof(
  label.map((one) => ({ label: one })),
  label.map((one) => ({
    label: one,
    scheme: 'esco' as const,
    code: `http://data.europa.eu/esco/skill/${one.length}`,
  })),
);
const byName = { minLength: 1, maxLength: 3, selector: (one: { name: string }) => one.name };

const documents: fc.Arbitrary<CourseDocument> = fc.record(
  {
    key: fc.constant('source-key'),
    title: text,
    summary: phrase,
    description: paragraphs,
    syllabus: lines,
    outcomes: lines,
    languages: tags,
    subtitles: tags,
    level: fc.constantFrom('beginner', 'intermediate', 'advanced'),
    kind: fc.constantFrom('mooc', 'cooc', 'spoc', 'sooc'),
    format: fc.constantFrom('online', 'blended', 'on-site'),
    certificate: fc.constantFrom('none', 'free', 'paid', 'credit', 'diploma'),
    costs,
    effort,
    providers: fc.uniqueArray(provider, byName),
    instructors: fc.uniqueArray(instructor, byName),
    subjects,
    skills: fc.uniqueArray(skill, { minLength: 1, maxLength: 3, selector: (one) => one.label }),
    prerequisites: fc.oneof(
      fc.constant({ nothing: true as const }),
      phrase.map((one) => ({ text: one })),
      fc.record({ key: fc.constant('k-1'), url: address, title: phrase }).map((one) => ({ courses: [one] })),
    ),
    runs,
    url: address,
    imageUrl: address,
    videoUrl: address,
    licence: fc.constantFrom('CC-BY-4.0', 'https://licence.example/own'),
    rating: fc.record({
      mean: fc.integer({ min: 10, max: 50 }).map((n) => n / 10),
      count: fc.integer({ min: 1, max: 99_999 }),
    }),
    enrolledCount: fc.integer({ min: 1, max: 9_999_999 }),
  },
  { requiredKeys: ['key', 'title'] },
);

/** Courses as the catalogue holds them: hard words, all fields now there and now not. */
export const exportCourses: fc.Arbitrary<ExportCourse> = fc
  .tuple(documents, fc.nat(9999))
  .map(([document, n]) => ({
    ...document,
    id: `0190a5d8-0000-7000-8000-${String(n).padStart(12, '0')}`,
    slug: `course-${n}`,
    pageUrl: `https://catalogue.example/fr/courses/course-${n}`,
    platform: { slug: 'site', name: 'Site', url: 'https://site.example/' },
    updatedAt: '2026-11-20T10:00:00.000Z',
  }));
