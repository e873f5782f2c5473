import { describe, expect, it } from 'vitest';
import type { AuthoredListing, AuthoredRun } from './authored-listing.ts';
import { platforms, providerDescriptions, providers } from './cast.ts';
import { listingFiles } from './listings.ts';

/** The letters of each language's script, how many listings it has at least, and foreign names it may keep. */
const languages = {
  es: { letter: /\p{Script=Latin}/gu, listings: 35 },
  pt: { letter: /\p{Script=Latin}/gu, listings: 25 },
  ru: { letter: /\p{Script=Cyrillic}/gu, listings: 25 },
  zh: { letter: /\p{Script=Han}/gu, listings: 25 },
  ar: { letter: /\p{Script=Arabic}/gu, listings: 15 },
} as const;
type Language = keyof typeof languages;
const tags = Object.keys(languages) as Language[];
const everyTag = ['fr', 'en', ...tags];

/** Names that every script keeps in Latin letters. */
const keptInLatin = /\b(?:Python|HTML|CSS)\b/gu;
const placeholder =
  /lorem|ipsum|placeholder|\bTODO\b|\bTBD\b|\bXXX\b|\?\?\?|\[[^\]]*\]|\{[^}]*\}|undefined|null/u;

const listingsIn = (language: string): AuthoredListing[] =>
  listingFiles()
    .filter((file) => file.language === language)
    .flatMap((file) => file.listings);

/** Every text a visitor reads, with where it stands. */
const textsOf = (listing: AuthoredListing): [string, string][] =>
  [
    ['t', listing.t],
    ['s', listing.s],
    ['d', listing.d],
    ...listing.plan.map((line) => ['plan', line]),
    ...listing.can.map((line) => ['can', line]),
    ...listing.skills.map((line) => ['skills', line]),
    ...(listing.know === undefined ? [] : [['know', listing.know]]),
  ].map(([where, text]) => [`${listing.k} ${where}: ${text}`, text!]);

/** Texts of a language in which another script's letters stand, names kept in Latin aside. */
const foreign = (language: Language, texts: readonly [string, string][]) =>
  texts
    .filter(([, text]) => {
      const letters = text.replace(keptInLatin, '').match(/\p{L}/gu) ?? [];
      return letters.join('').replace(languages[language].letter, '') !== '';
    })
    .map(([label]) => label);

const kindOf = (run: AuthoredRun) => {
  if (typeof run === 'string') return run;
  if ('at' in run) return run.at > 0 ? 'to come' : 'started';
  return 'every' in run ? 'history' : 'other';
};

describe.each(tags)('the sample listings in %s', (language) => {
  const listings = listingsIn(language);
  const texts = listings.flatMap(textsOf);
  const { letter } = languages[language];

  it('are as many as promised', () => {
    expect(listings.length).toBeGreaterThanOrEqual(languages[language].listings);
  });

  it('are written in the script of their language', () => {
    const unscripted = texts.filter(([label, text]) => !label.includes(' skills: ') && !text.match(letter));
    expect(unscripted.map(([label]) => label)).toEqual([]);
    expect(foreign(language, texts)).toEqual([]);
  });

  it('hold no placeholder, no doubled space and no straight apostrophe', () => {
    const wrong = texts.filter(([, text]) => placeholder.test(text) || / {2}|'|"|\.{3}/u.test(text));
    expect(wrong.map(([label]) => label)).toEqual([]);
  });

  it('never repeat a title, a summary or a description', () => {
    const main = listings.flatMap(({ t, s, d }) => [t, s, d]);
    expect(main.filter((text, at) => main.indexOf(text) !== at)).toEqual([]);
  });

  it('have a summary of one sentence and a description of two or three', () => {
    const sentences = (text: string) => text.match(/[.!?。！？؟](?=\s|$|\p{L}|”)/gu)?.length ?? 0;
    const wrong = listings.filter(({ s, d }) => sentences(s) !== 1 || sentences(d) < 2 || sentences(d) > 4);
    expect(wrong.map(({ k }) => k)).toEqual([]);
  });

  it('show runs of every kind, free and paid courses, and a chain of prerequisites', () => {
    const kinds = new Set(listings.flatMap(({ runs }) => runs.map(kindOf)));
    expect([...kinds]).toEqual(expect.arrayContaining(['self', 'tba', 'to come', 'started', 'history']));
    expect(new Set(listings.map(({ cert }) => cert)).size).toBeGreaterThanOrEqual(3);
    const paid = ({ cost }: AuthoredListing) => (cost.access ?? 0) + (cost.month ?? 0) > 0;
    expect(new Set(listings.map(paid)).size).toBe(2);
    expect(listings.some(({ needs }) => Array.isArray(needs))).toBe(true);
    expect(listings.some(({ needs }) => needs === 'nothing')).toBe(true);
  });

  it('cover many subjects', () => {
    expect(new Set(listings.flatMap(({ subj }) => subj)).size).toBeGreaterThanOrEqual(10);
  });
});

describe('the check of scripts', () => {
  it('finds a word left in another script, and keeps the names of languages of computers', () => {
    expect(foreign('ru', [['mixed', 'Курс placeholder']])).toEqual(['mixed']);
    expect(foreign('ar', [['mixed', 'دورة course']])).toEqual(['mixed']);
    expect(foreign('zh', [['mixed', '课程 course']])).toEqual(['mixed']);
    expect(foreign('zh', [['kept', 'Python 入门']])).toEqual([]);
  });
});

describe('Spanish and Portuguese', () => {
  it('are not mixed up', () => {
    const notSpanish = /ção|ções|[ãõ]/u;
    const notPortuguese = /ción|[ñ¿¡]/u;
    const labels = (language: Language, never: RegExp) =>
      listingsIn(language)
        .flatMap(textsOf)
        .filter(([, text]) => never.test(text))
        .map(([label]) => label);
    expect(labels('es', notSpanish)).toEqual([]);
    expect(labels('pt', notPortuguese)).toEqual([]);
  });
});

describe('Chinese and Arabic punctuation', () => {
  it('is full width between Chinese characters', () => {
    const wrong = listingsIn('zh').flatMap(textsOf);
    expect(
      wrong.filter(([, text]) => /\p{Script=Han}[,.:;!?()]/u.test(text)).map(([label]) => label),
    ).toEqual([]);
  });

  it('is Arabic after Arabic letters', () => {
    const wrong = listingsIn('ar').flatMap(textsOf);
    expect(wrong.filter(([, text]) => /\p{Script=Arabic}[,;?]/u.test(text)).map(([label]) => label)).toEqual(
      [],
    );
  });
});

describe('the platforms and providers of the sample', () => {
  it('describe themselves in seven languages, each in its script', () => {
    const described = [
      ...[...platforms].map(([key, { description }]) => [key, description] as const),
      ...providerDescriptions,
    ];
    for (const [key, description] of described) {
      expect(Object.keys(description).toSorted(), key).toEqual(everyTag.toSorted());
      for (const language of tags) {
        expect(foreign(language, [[key, description[language]!]]), `${key} ${language}`).toEqual([]);
      }
    }
  });

  it('describe every provider, and no other', () => {
    expect([...providerDescriptions.keys()].toSorted()).toEqual([...providers.keys()].toSorted());
  });

  it('say that they are examples and live under example domains', () => {
    const saysSo = /exemple|example|ejemplo|exemplo|пример|示例|مثال/iu;
    for (const { name, url } of platforms.values()) {
      expect(name).toMatch(saysSo);
      expect(new URL(url).hostname).toMatch(/\.example\.(?:org|net|com)$/u);
    }
    for (const { name, host } of providers.values()) {
      expect(name).toMatch(saysSo);
      expect(host).toMatch(/\.example\.(?:org|net|com)$/u);
    }
  });
});
