/** Languages whose words PostgreSQL reduces to their stems, with the name of its dictionary. */
export const stemmers = {
  en: 'english_stem',
  fr: 'french_stem',
  es: 'spanish_stem',
  pt: 'portuguese_stem',
  ru: 'russian_stem',
  ar: 'arabic_stem',
} as const;
export type StemLanguage = keyof typeof stemmers;
export const stemLanguages = Object.keys(stemmers) as StemLanguage[];

/** The language whose stemmer a text of this BCP 47 tag goes through; undefined where its words stay whole. */
export function stemLanguageOf(tag: string | undefined): StemLanguage | undefined {
  const base = tag?.split('-')[0] ?? '';
  return base in stemmers ? (base as StemLanguage) : undefined;
}

const scripts: readonly (readonly [StemLanguage, RegExp])[] = [
  ['ru', /\p{Script=Cyrillic}/u],
  ['ar', /\p{Script=Arabic}/u],
];
const latin = /^[\p{Script=Latin}\p{M}]+$/u;

/**
 * The stemmer for one word in a text of a language: only words written in the language's own script have stems there
 * ("python" in a Russian text stays whole, and so it is found by whoever writes it).
 */
export function stemmerFor(token: string, language: StemLanguage | undefined): StemLanguage | undefined {
  if (language === undefined) return undefined;
  const own = scripts.find(([name]) => name === language);
  if (own) return own[1].test(token) ? language : undefined;
  return latin.test(token) ? language : undefined;
}

export const isLatin = (token: string): boolean => latin.test(token);

/** The stemmer that goes with the script alone. */
export function scriptLanguageOf(token: string): StemLanguage | undefined {
  return scripts.find(([, script]) => script.test(token))?.[0];
}
