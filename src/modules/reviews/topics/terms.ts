import { foldText } from '../examine-review/fold-text.ts';
import { stopWords } from './stop-words.ts';

/** A word or a phrase of two, where it stands. */
export interface Term {
  /** What different forms of it have in common: "exercice", "gestion projet". */
  readonly key: string;
  /** As it is written, in lower case. */
  readonly label: string;
}

interface Word {
  readonly stem: string;
  readonly from: number;
  readonly to: number;
  readonly isStop: boolean;
}

/** So many little words may stand inside a phrase: "gestion de projet". */
const littleBetween = 1;

/** Words and phrases of a sentence that may be topics. */
export function termsOf(sentence: string, lang: string): Term[] {
  const text = sentence.normalize('NFC');
  const words = wordsIn(text, lang);
  const label = (first: Word, last: Word) => text.slice(first.from, last.to).toLocaleLowerCase(lang);
  return words.flatMap((word, at) => {
    if (word.isStop) return [];
    const single = { key: word.stem, label: label(word, word) };
    const next = words.slice(at + 1, at + 2 + littleBetween).find((each) => !each.isStop);
    if (!next || /[.,;:!?()\n،؛。，；：！？]/u.test(text.slice(word.to, next.from))) return [single];
    return [single, { key: `${word.stem} ${next.stem}`, label: label(word, next) }];
  });
}

/** Languages whose words are not parted by spaces. */
const unspaced = new Set(['zh', 'ja', 'th']);
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string, granularity: 'word' | 'sentence'): Intl.Segmenter {
  const key = `${lang} ${granularity}`;
  const known = segmenters.get(key);
  if (known) return known;
  const made = new Intl.Segmenter(lang, { granularity });
  segmenters.set(key, made);
  return made;
}

function wordsIn(text: string, lang: string): Word[] {
  const isUnspaced = unspaced.has(lang);
  const stops = stopWords[lang];
  return (isUnspaced ? unspacedSpots(text, lang) : spacedSpots(text)).map(({ segment, index }) => {
    const folded = foldText(segment).text;
    const isStop = folded.length < (isUnspaced ? 2 : 3) || (stops?.has(folded) ?? false);
    return { stem: stemOf(folded, lang), from: index, to: index + segment.length, isStop };
  });
}

interface Spot {
  readonly segment: string;
  readonly index: number;
}

const spacedSpots = (text: string): Spot[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)].map((match) => ({ segment: match[0], index: match.index }));

/** Words as the dictionary parts them; single characters in a row that it does not know are one word ("编程"). */
function unspacedSpots(text: string, lang: string): Spot[] {
  const spots: Spot[] = [];
  let wasSingle = false;
  for (const { segment, index, isWordLike } of segmenterOf(lang, 'word').segment(text)) {
    const isSingle = isWordLike === true && segment.length === 1 && !stopWords[lang]?.has(segment);
    const last = spots.at(-1);
    if (isSingle && wasSingle && last)
      spots[spots.length - 1] = { segment: last.segment + segment, index: last.index };
    else if (isWordLike) spots.push({ segment, index });
    wasSingle = isSingle;
  }
  return spots;
}

const russianEnds =
  /(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ам|ям|ах|ях|ой|ей|ый|ий|ая|яя|ое|ее|ые|ие|ом|ем|ую|юю|а|я|ы|и|е|у|ю|о|ь)$/u;

/** What is left when number and case are taken off; rough, and enough to count forms together. */
function stemOf(word: string, lang: string): string {
  if (lang === 'ru') return word.length > 5 ? word.replace(russianEnds, '').replace(/[иь]$/u, '') : word;
  if (lang === 'ar') return word.replace(/^(?:و)?ال/u, '').replace(/(?:ات|ين|ون)$/u, '');
  if (['fr', 'en', 'es', 'pt'].includes(lang) && word.length > 4) return word.replace(/(?:[sx])$/u, '');
  return word;
}

/** A text in sentences, without the space around them. */
export const sentencesOf = (text: string, lang: string): string[] =>
  [...segmenterOf(lang, 'sentence').segment(text)]
    .flatMap(({ segment }) => segment.split(/\n+/))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
