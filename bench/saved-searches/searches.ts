import type { AskedSearch } from '../../src/modules/catalog/match-searches/read-searches.ts';
import { type Selection, tidySelection } from '../../src/modules/catalog/search-courses/facets.ts';
import { type Chance, chanceFrom } from '../catalogue/chance.ts';
import { benchCourse, vocabularies } from '../catalogue/feed.ts';
import type { BenchLanguage } from '../catalogue/vocabulary.ts';

/** Of a hundred saved searches, so many are of a kind. */
export const shares = {
  'rare word': 20,
  'common word and facet': 15,
  'two words': 25,
  'word and facet': 14,
  'facets only': 12,
  chinese: 5,
  phrase: 5,
  'word without another': 2,
  'unfinished word': 2,
} as const;
export type SearchKind = keyof typeof shares;
export const kinds = Object.keys(shares) as SearchKind[];

export interface BenchSearch extends AskedSearch {
  readonly kind: SearchKind;
}

const latin: readonly BenchLanguage[] = ['en', 'en', 'en', 'es', 'es', 'fr', 'pt', 'ru'];
/** What there is to choose from. */
export interface BenchFacets {
  /** Courses of the catalogue. */
  readonly rows: number;
  readonly subjects: readonly string[];
  readonly providers: readonly string[];
}

const word = (
  chance: Chance,
  from: number,
  to: number,
  language: BenchLanguage = chance.pick(latin),
): string => vocabularies.get(language)?.words[from + chance.below(to - from)] ?? 'course';

/** One to three chosen facets, as people choose them. */
function facetsOf(chance: Chance, most: number, { subjects, providers }: BenchFacets): Selection {
  const choices: readonly (() => Partial<Record<string, string[]>>)[] = [
    () => ({ language: [chance.pick(['en', 'fr', 'es', 'pt', 'ru', 'zh'])] }),
    () => ({ language: ['en', chance.pick(['fr', 'es', 'pt'])] }),
    () => ({ level: [chance.pick(['beginner', 'intermediate', 'advanced'])] }),
    () => ({ subject: [chance.pick(subjects)] }),
    () => ({ platform: [`platform-${chance.below(40)}`] }),
    () => ({ provider: [chance.pick(providers)] }),
    () => ({ certificate: [chance.pick(['free', 'paid', 'credit'])] }),
    () => ({ cost: [chance.pick(['free-certificate', 'free', 'paid'])] }),
    () => ({ start: [chance.pick(['open', 'this-month', 'self-paced'])] }),
    () => ({ rating: ['over-4.5', '4-4.5'] }),
    () => ({ effort: [chance.pick(['under-2', '2-4', '4-8'])] }),
  ];
  const chosen = Array.from({ length: 1 + chance.below(most) }, () => chance.pick(choices)());
  return tidySelection(Object.assign({}, ...chosen));
}

/** Some words in a row out of a course of the catalogue. */
function phraseOf(chance: Chance, rows: number): string {
  const words = (benchCourse(chance.below(rows)).summary ?? '').replace(/[.。"]/g, '').split(' ');
  const from = chance.below(Math.max(1, words.length - 3));
  return `"${words.slice(from, from + 2 + chance.below(2)).join(' ')}"`;
}

function searchOf(kind: SearchKind, chance: Chance, facets: BenchFacets): AskedSearch {
  const plain = (q: string): AskedSearch => ({ q, selection: {} });
  switch (kind) {
    case 'rare word':
      return plain(word(chance, 600, 30_000));
    case 'common word and facet':
      return { q: word(chance, 8, 120), selection: facetsOf(chance, 2, facets) };
    case 'two words': {
      const language = chance.pick(latin);
      return plain(`${word(chance, 20, 2000, language)} ${word(chance, 20, 2000, language)}`);
    }
    case 'word and facet':
      return { q: word(chance, 60, 6000), selection: facetsOf(chance, 1, facets) };
    case 'facets only':
      return { q: '', selection: facetsOf(chance, 4, facets) };
    case 'chinese':
      return plain(word(chance, 5, 1500, 'zh') + (chance.next() < 0.7 ? word(chance, 5, 1500, 'zh') : ''));
    case 'phrase':
      return plain(phraseOf(chance, facets.rows));
    case 'word without another':
      return plain(`${word(chance, 20, 2000, 'en')} -${word(chance, 8, 300, 'en')}`);
    case 'unfinished word':
      return plain(`${word(chance, 40, 4000).slice(0, 5)}*`);
  }
}

/** Searches without end, in the shares of their kinds; the same on every run. They repeat now and then. */
export function* benchSearches(facets: BenchFacets): Iterable<BenchSearch> {
  const chance = chanceFrom(4242);
  const dealt = kinds.flatMap((kind) => Array.from({ length: shares[kind] }, () => kind));
  for (;;) {
    const kind = chance.pick(dealt);
    yield { kind, ...searchOf(kind, chance, facets) };
  }
}
