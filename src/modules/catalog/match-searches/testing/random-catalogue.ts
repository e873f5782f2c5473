import fc from 'fast-check';
import { tidySelection } from '../../search-courses/facets.ts';
import type { TestCourse } from '../../search-courses/testing/small-catalogue.ts';
import type { AskedSearch } from '../read-searches.ts';

/** Few words, so that random searches find random courses; forms of one word, little words, several scripts. */
const words: Readonly<Record<string, string>> = {
  fr: 'gestion gestions projet projets électricité bâtiment paie le la de des et sécurité à',
  en: 'project projects managing manager manage security pay the of and it building',
  es: 'gestión proyectos programación programar seguridad el de y',
  pt: 'gestão projeto projetos segurança a de e',
  ru: 'управление проектами проект безопасность и на ёлка',
  zh: '项目管理 机器学习 学习 管理 数据分析 的',
  ar: 'إدارة المشاريع الإدارَةُ أمن في',
  de: 'Elektrizität Grundlagen der die Projekt',
};
const languages = Object.keys(words);
const wordOf = (language: string) => fc.constantFrom(...(words[language] ?? '').split(' '));
const textOf = (language: string, most: number) =>
  fc
    .array(wordOf(language), { minLength: 1, maxLength: most })
    .map((some) => some.join(language === 'zh' ? '' : ' '));

const day = (on: string) => ({ on, precision: 'day' as const });
const scheduled = fc.tuple(fc.integer({ min: 1, max: 12 }), fc.boolean()).map(([month, closes]) => {
  const at = String(month).padStart(2, '0');
  return {
    key: 'run',
    pacing: 'scheduled' as const,
    start: day(`2027-${at}-10`),
    end: day(`2027-${at}-25`),
    ...(closes ? { enrolmentEnd: day(`2027-${at}-15`) } : {}),
  };
});
const runs = fc.oneof(
  fc.constant(undefined),
  fc.constant([{ key: 'self', pacing: 'self' as const }]),
  scheduled.map((run) => [run]),
);
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

/** What a source may say of the course of a key, now one thing and now another. */
export const randomCourse: fc.Arbitrary<TestCourse> = fc.constantFrom(...languages).chain((language) =>
  fc
    .record({
      key: fc.integer({ min: 0, max: 40 }).map((key) => `course-${key}`),
      title: textOf(language, 4),
      summary: perhaps(textOf(language, 6)),
      description: perhaps(textOf(language, 12)),
      level: perhaps(fc.constantFrom('beginner' as const, 'advanced' as const)),
      certificate: perhaps(fc.constantFrom('free' as const, 'paid' as const)),
      providers: perhaps(fc.constantFrom('Lyon', 'Rabat', 'Lima').map((name) => [{ name }])),
      subjects: perhaps(
        fc
          .constantFrom('Statistics', 'Project management', 'Nursing')
          .map((label) => [{ scheme: 'label' as const, label }]),
      ),
      subtitles: perhaps(fc.constantFrom(['fr'], ['fr', 'en'])),
      effort: perhaps(fc.constantFrom({ totalHours: 5 }, { totalHours: 50, weeks: 5 })),
      rating: perhaps(fc.constantFrom({ mean: 3, count: 300 }, { mean: 4.9, count: 300 })),
      prerequisites: perhaps(fc.constant({ nothing: true as const })),
      runs,
      platform: fc.constantFrom('one', 'two'),
    })
    .map((course) => tidy({ ...course, languages: [language] })),
);

const tidy = (course: Record<string, unknown>): TestCourse =>
  Object.fromEntries(
    Object.entries(course).filter(([, value]) => value !== undefined),
  ) as unknown as TestCourse;

const anyWord = fc.constantFrom(...languages).chain(wordOf);
const begun = anyWord.map((word) => word.slice(0, 4));
const piece = fc.oneof(
  { weight: 6, arbitrary: anyWord },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...languages)
      .chain((language) => textOf(language, 3))
      .map((row) => `"${row}"`),
  },
  { weight: 2, arbitrary: anyWord.map((word) => `-${word}`) },
  { weight: 1, arbitrary: textOf('fr', 2).map((row) => `-"${row}"`) },
  { weight: 2, arbitrary: begun },
  { weight: 2, arbitrary: begun.map((word) => `${word}*`) },
  { weight: 1, arbitrary: fc.string({ maxLength: 12, unit: 'binary' }) },
);
const typed = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(' '));

const some = (...values: string[]) =>
  perhaps(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }));
const selection = fc
  .record({
    language: some('fr', 'en', 'zh', 'xx'),
    level: some('beginner', 'advanced', 'intermediate'),
    certificate: some('free', 'paid'),
    subject: some('business', 'business.project-management', 'health', 'mathematics'),
    platform: some('one', 'two'),
    provider: some('lyon', 'rabat', 'nobody'),
    subtitles: some('fr', 'en'),
    start: some('open', 'self-paced', 'this-month'),
    rating: some('over-4.5', 'under-3.5'),
    length: some('under-10', '30-80'),
    needs: some('nothing'),
  })
  .chain((all) =>
    fc
      .uniqueArray(fc.constantFrom(...(Object.keys(all) as (keyof typeof all)[])), { maxLength: 2 })
      .map((chosen) =>
        tidySelection(
          Object.fromEntries(chosen.flatMap((facet) => (all[facet] ? [[facet, all[facet]]] : []))),
        ),
      ),
  );

/** Words, phrases, exclusions, beginnings and noise in any mixture, with up to two facets. */
export const randomSearch: fc.Arbitrary<AskedSearch> = fc.record({ q: typed, selection });
