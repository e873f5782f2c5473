import type { Selection } from '../../src/modules/catalog/search-courses/facets.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { vocabularies } from './feed.ts';
import type { BenchLanguage } from './vocabulary.ts';

export const kinds = ['rare', 'common', 'two-word', 'prefix', 'typo', 'chinese', 'browse'] as const;
export type Kind = (typeof kinds)[number];

export interface Question {
  readonly kind: Kind;
  readonly q: string;
  readonly selection: Selection;
}

const latin: readonly BenchLanguage[] = ['en', 'en', 'en', 'es', 'es', 'fr', 'pt', 'ru'];

function word(chance: Chance, from: number, to: number, language = chance.pick(latin)): string {
  return vocabularies.get(language)?.words[from + chance.below(to - from)] ?? 'course';
}

/** Two letters exchanged somewhere inside a word that is long enough to be recognised. */
function mistyped(chance: Chance): string {
  let typed = word(chance, 60, 6000);
  while (typed.length < 7) typed = word(chance, 60, 6000);
  const at = 2 + chance.below(typed.length - 4);
  return typed.slice(0, at) + (typed[at + 1] ?? '') + (typed[at] ?? '') + typed.slice(at + 2);
}

const choices: readonly Selection[] = [
  {},
  {},
  { language: ['fr'] },
  { cost: ['free-certificate'] },
  { level: ['beginner'] },
  { start: ['open'] },
  { platform: ['platform-3'] },
  { language: ['pt'], level: ['beginner'] },
];

function questionOf(kind: Kind, chance: Chance): Question {
  const plain = (q: string): Question => ({ kind, q, selection: {} });
  switch (kind) {
    case 'rare':
      return plain(word(chance, 3000, 30_000));
    case 'common':
      return plain(word(chance, 8, 60));
    case 'two-word': {
      const language = chance.pick(latin);
      return plain(`${word(chance, 40, 800, language)} ${word(chance, 40, 800, language)}`);
    }
    case 'prefix':
      return plain(word(chance, 40, 4000).slice(0, 4 + chance.below(2)));
    case 'typo':
      return plain(mistyped(chance));
    case 'chinese':
      return plain(word(chance, 5, 150, 'zh') + (chance.next() < 0.5 ? word(chance, 5, 150, 'zh') : ''));
    case 'browse':
      return { kind, q: '', selection: chance.pick(choices) };
  }
}

/** So many questions of each kind; the same on every run. */
export function questions(each: number): Question[] {
  const chance = chanceFrom(42);
  return kinds.flatMap((kind) => Array.from({ length: each }, () => questionOf(kind, chance)));
}
