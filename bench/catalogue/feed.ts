import type { CourseDocument, RunClaim } from '../../src/modules/catalog/course-document/course-document.ts';
import type { FeedRecord } from '../../src/modules/catalog/formats/feed-format.ts';
import { addDays } from '../../src/platform/time/clock.ts';
import { type Chance, chanceFrom, zipf } from './chance.ts';
import { type BenchLanguage, benchLanguages, type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** The day on which the catalogue of the benchmark is looked at. */
export const benchDay = '2026-11-22';

export const vocabularies = new Map(benchLanguages.map((language) => [language, vocabularyOf(language)]));

const shares: readonly (readonly [BenchLanguage, number])[] = [
  ['en', 0.44],
  ['es', 0.16],
  ['fr', 0.13],
  ['zh', 0.11],
  ['pt', 0.08],
  ['ru', 0.08],
];
const labels =
  'Project management|Marketing|Finance|Accounting|Entrepreneurship|Computer science|Programming|Data science|Artificial intelligence|Cybersecurity|Web development|Networks|Mathematics|Statistics|Physics|Chemistry|Biology|Medicine|Nursing|Public health|Psychology|Education|Teaching|Languages|English|French|Chinese|History|Philosophy|Literature|Music|Art|Design|Photography|Cinema|Law|Political science|Economics|Sociology|Environment|Climate|Energy|Agriculture|Food|Cooking|Engineering|Electronics|Mechanics|Construction|Architecture|Transport|Logistics|Tourism|Hospitality|Sport|Nutrition|Social work|Journalism|Communication|Human resources|Leadership|Personal development'.split(
    '|',
  );

const rankOfWord = zipf(40_000);
const rankOfSign = zipf(4000);
const rankOfProvider = zipf(4000, 0.9);
const rankOfLabel = zipf(labels.length, 0.7);

function languageOf(chance: Chance): BenchLanguage {
  let left = chance.next();
  for (const [language, share] of shares) {
    if (left < share) return language;
    left -= share;
  }
  return 'en';
}

/** Words in a row as a text has them: half of them little ones, a full stop now and then. */
function textOf(chance: Chance, language: BenchLanguage, vocabulary: Vocabulary, length: number): string {
  const isChinese = language === 'zh';
  const rank = isChinese ? rankOfSign : rankOfWord;
  const words: string[] = [];
  for (let place = 0; place < length; place += 1) {
    const word =
      chance.next() < (isChinese ? 0.15 : 0.42)
        ? chance.pick(vocabulary.little)
        : (vocabulary.words[rank(chance)] ?? '');
    words.push(place % 14 === 13 ? `${word}${isChinese ? '。' : '.'}` : word);
  }
  const text = words.join(isChinese ? '' : ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function runsOf(chance: Chance): RunClaim[] {
  const kind = chance.next();
  if (kind < 0.45) return [{ key: 'self', pacing: 'self' }];
  const first = addDays(benchDay, Math.floor(chance.next() * 500) - 350);
  const count = kind < 0.75 ? 1 : 3;
  return Array.from({ length: count }, (_, place) => {
    const start = addDays(first, -365 * place);
    return {
      key: `run-${place}`,
      pacing: 'scheduled',
      start: { on: start, precision: 'day' },
      end: { on: addDays(start, 42), precision: 'day' },
      ...(chance.next() < 0.4 ? { enrolmentEnd: { on: addDays(start, 14), precision: 'day' } } : {}),
    };
  });
}

const often = <T>(chance: Chance, share: number, value: () => T): T | undefined =>
  chance.next() < share ? value() : undefined;

/** The course of this number; the same on every run. */
export function benchCourse(number: number): CourseDocument {
  const chance = chanceFrom(77_000 + number);
  const language = languageOf(chance);
  const vocabulary = vocabularies.get(language) ?? vocabularyOf(language);
  const text = (length: number) => textOf(chance, language, vocabulary, length);
  const isFree = chance.next() < 0.7;
  const provider = rankOfProvider(chance);
  const hours = 1 + chance.below(9);
  const optional = {
    level: often(chance, 0.8, () =>
      chance.pick(['beginner', 'beginner', 'intermediate', 'advanced'] as const),
    ),
    kind: often(chance, 0.9, () => chance.pick(['mooc', 'mooc', 'mooc', 'sooc', 'cooc'] as const)),
    certificate: often(chance, 0.85, () => chance.pick(['free', 'paid', 'paid', 'none', 'credit'] as const)),
    subtitles: often(chance, 0.3, () => [chance.pick(['en', 'fr', 'es', 'pt', 'ar', 'de'])]),
    rating: often(chance, 0.5, () => ({ mean: 3 + chance.next() * 2, count: 1 + chance.below(900) })),
    prerequisites: often(chance, 0.2, () => ({ nothing: true as const })),
    costs: often(chance, 0.9, () => [
      { kind: 'access' as const, amount: isFree ? 0 : 500 * (1 + chance.below(60)), currency: 'EUR' },
    ]),
  };
  return {
    key: `bench-${number}`,
    title: text(3 + chance.below(7)).replace(/[.。]/g, ''),
    summary: text(20 + chance.below(15)),
    description: text(90 + chance.below(160)),
    syllabus: Array.from({ length: 5 }, () => text(6)),
    skills: Array.from({ length: 3 }, () => ({ label: text(2).replace(/[.。]/g, '') })),
    languages: [language === 'pt' ? 'pt-BR' : language],
    providers: [{ name: `Institute ${provider} ${vocabularies.get('en')?.words[provider] ?? ''}` }],
    subjects: [{ scheme: 'label', label: labels[rankOfLabel(chance)] ?? 'Other' }],
    effort: { minHoursPerWeek: hours, maxHoursPerWeek: hours + 1, weeks: 1 + chance.below(14) },
    runs: runsOf(chance),
    url: `https://example.org/courses/${number}`,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
  };
}

/** The courses of one of the platforms, as a feed gives them; numbers are dealt so that the first platforms have most. */
export async function* benchFeed(numbers: Iterable<number>): AsyncIterable<FeedRecord> {
  for (const number of numbers) yield { kind: 'course', document: benchCourse(number), degraded: [] };
}
