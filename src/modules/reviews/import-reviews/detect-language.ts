import type { Lang } from '../../../platform/i18n/languages.ts';

/** Small words that are frequent in one language and rare in the others. */
const smallWords: Readonly<Partial<Record<Lang, string>>> = {
  en: 'the and is was very this with for have i it course not but you are of to',
  fr: 'le la les des est très ce cette avec pour je mais pas un une cours et que qui du j ai',
  es: 'el los las es muy este esta con para pero un una curso y que del lo me ha más',
  pt: 'o os as é muito este esta com para mas um uma curso e que do da não foi mais eu',
};

const wordSets = Object.entries(smallWords).map(
  ([lang, words]) => [lang, new Set(words.split(' '))] as const,
);

/** Below so many small words more than the next language, a guess would be a coin's. */
const leastLead = 2;

/** The language that a text is written in, told by its script and its small words; undefined where it cannot be told. */
export function detectLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 2) return undefined;
  const share = (script: RegExp) => (text.match(script)?.length ?? 0) / letters;
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) > 0.1) return 'ja';
  if (share(/\p{Script=Han}/gu) > 0.3) return 'zh';
  if (share(/\p{Script=Arabic}/gu) > 0.5) return 'ar';
  if (share(/\p{Script=Cyrillic}/gu) > 0.5) return 'ru';
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const scores = wordSets
    .map(([lang, set]) => ({ lang, hits: words.filter((word) => set.has(word)).length }))
    .sort((one, other) => other.hits - one.hits);
  const [first, second] = scores;
  if (!first || first.hits - (second?.hits ?? 0) < leastLead) return undefined;
  return first.lang;
}
