import { foldText, written } from './fold-text.ts';
import { insultsAnywhere, insultWords } from './insult-words.ts';
import { withoutOverlaps } from './find-links.ts';

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Signs and figures that stand for letters inside a word. */
const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '|': 'i',
  '€': 'e',
};
/** Latin letters that look like Cyrillic ones. */
const cyrillic: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  u: 'и',
  ё: 'е',
};
const wordPattern = /[\p{L}\p{N}@$](?:[\p{L}\p{N}@$!|€*]*[\p{L}\p{N}@$])?/gu;
/** "c o n n a r d", "c.o.n.n.a.r.d": at least four letters with the same sign between them. */
const spacedPattern = /(?<![\p{L}\p{N}])\p{L}([ ._-])\p{L}(?:\1\p{L}){2,}(?![\p{L}\p{N}])/gu;
const longest = 5;

/**
 * Where a text insults, by the list of its language and the few words that insult anywhere. Whole words after folding;
 * figures for letters, stretched, spaced and starred letters are seen through. Positions in UTF-16 units as written.
 */
export function findInsults(text: string, lang: string): { from: number; to: number }[] {
  const folded = foldText(text);
  const list = listFor(lang, folded.text);
  const words = [...folded.text.matchAll(wordPattern)].map((match) => ({
    text: match[0],
    from: match.index,
    to: match.index + match[0].length,
  }));
  const found = [...phrasesIn(words, list), ...spacedIn(folded.text, list), ...ideogramsIn(folded.text)];
  return withoutOverlaps(found.map(({ from, to }) => written(folded, from, to)));
}

interface List {
  readonly exact: ReadonlySet<string>;
  /** As `exact`, each run of one letter made one. */
  readonly squeezed: ReadonlySet<string>;
}

const lists = new Map<string, List>();

/** The list of the text's language; words of other scripts are known by their letters. */
function listFor(lang: string, text: string): List {
  const scripts = [
    /\p{Script=Cyrillic}/u.test(text) ? 'ru' : '',
    /\p{Script=Arabic}/u.test(text) ? 'ar' : '',
  ];
  const names = [...new Set([lang.split('-')[0] ?? '', ...scripts])].filter(
    (name) => name in insultWords && name !== 'zh',
  );
  const key = names.join(' ');
  const known = lists.get(key);
  if (known) return known;
  const all = [...names.flatMap((name) => insultWords[name] ?? []), ...insultsAnywhere];
  const made = { exact: new Set(all), squeezed: new Set(all.map(squeeze)) };
  lists.set(key, made);
  return made;
}

const squeeze = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');
const isStretched = (word: string): boolean => /(\p{L})\1\1/u.test(word);

/** A word as it may stand in the list: itself, with letters for figures, with Cyrillic letters for Latin ones. */
function* readings(word: string): Generator<string> {
  yield word;
  if (/\p{Script=Cyrillic}/u.test(word)) yield [...word].map((letter) => cyrillic[letter] ?? letter).join('');
  if (/\p{Script=Arabic}/u.test(word)) yield word.replace(/^(?:و|ف|ب|ل|يا)?ال/u, '');
  if (/\p{L}/u.test(word) && /[0-9@$!|€]/.test(word))
    yield [...word].map((sign) => leet[sign] ?? sign).join('');
}

function isListed(phrase: string, list: List): boolean {
  for (const reading of readings(phrase)) {
    if (list.exact.has(reading)) return true;
    if (isStretched(reading) && list.squeezed.has(squeeze(reading))) return true;
  }
  return phrase.includes('*') && isStarred(phrase, list);
}

/** "c*nnard": as many letters as stars, at least half of them to be read. */
function isStarred(word: string, list: List): boolean {
  const stars = word.split('*').length - 1;
  if (word.length < 4 || stars * 2 > word.length) return false;
  const pattern = new RegExp(`^${word.replace(/[^\p{L}*]/gu, '').replaceAll('*', '\\p{L}')}$`, 'u');
  return [...list.exact].some((listed) => pattern.test(listed));
}

function* phrasesIn(words: readonly Word[], list: List): Generator<Word> {
  for (let first = 0; first < words.length; first += 1) {
    let phrase = '';
    for (const word of words.slice(first, first + longest)) {
      phrase = phrase === '' ? word.text : `${phrase} ${word.text}`;
      if (isListed(phrase, list)) yield { text: phrase, from: words[first]?.from ?? word.from, to: word.to };
    }
  }
}

function* spacedIn(text: string, list: List): Generator<Word> {
  for (const match of text.matchAll(spacedPattern)) {
    const joined = match[0].replaceAll(match[1] ?? ' ', '');
    if (isListed(joined, list)) yield { text: joined, from: match.index, to: match.index + match[0].length };
  }
}

/** Chinese has no spaces: its insults are looked for anywhere, signs between their characters left out. */
function* ideogramsIn(text: string): Generator<Word> {
  if (!/\p{Script=Han}/u.test(text)) return;
  for (const insult of insultWords['zh'] ?? []) {
    const pattern = new RegExp([...insult].join('[\\s.*·_-]?'), 'gu');
    for (const match of text.matchAll(pattern))
      yield { text: insult, from: match.index, to: match.index + match[0].length };
  }
}
