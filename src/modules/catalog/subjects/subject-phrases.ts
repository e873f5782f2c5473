import { foldSubjectText } from './subject-fold.ts';
import { subjectWords } from './subject-words.ts';

/** A phrase of the word lists found in a text. */
export interface PhraseMatch {
  readonly subjectId: string;
  /** The words of the text that it stands for, folded. */
  readonly phrase: string;
  /** Where it starts, in words (Chinese: in characters). */
  readonly at: number;
}

interface Node {
  readonly words: Map<string, Node>;
  /** Stems by their letters; looked up by each length that occurs. */
  readonly stems: Map<string, Node>;
  /** The longest first, so that "farmac*" is tried before "farm*". */
  readonly stemLengths: number[];
  subjectId?: string;
}

const newNode = (): Node => ({ words: new Map(), stems: new Map(), stemLengths: [] });

function childOf(node: Node, word: string): Node {
  const isStem = word.endsWith('*');
  const key = isStem ? word.slice(0, -1) : word;
  const among = isStem ? node.stems : node.words;
  if (isStem && !node.stemLengths.includes(key.length)) {
    node.stemLengths.push(key.length);
    node.stemLengths.sort((one, other) => other - one);
  }
  const known = among.get(key);
  if (known) return known;
  const made = newNode();
  among.set(key, made);
  return made;
}

/** Folds a phrase of the lists word by word, keeping its stars. */
function phraseWords(phrase: string): string[] {
  return phrase
    .trim()
    .split(/\s+/)
    .flatMap((word) => {
      const star = word.endsWith('*');
      const parts = foldSubjectText(word).split(' ').filter(Boolean);
      return star ? [...parts.slice(0, -1), `${parts.at(-1) ?? ''}*`] : parts;
    });
}

interface Lists {
  readonly root: Node;
  /** Chinese phrases by their first character, the longest first. */
  readonly han: ReadonlyMap<string, readonly (readonly [string, string])[]>;
}

function addPhrase(root: Node, phrase: string, subjectId: string): void {
  const words = phraseWords(phrase);
  if (words.length === 0) return;
  let node = root;
  for (const word of words) node = childOf(node, word);
  node.subjectId ??= subjectId;
}

function build(): Lists {
  const root = newNode();
  const han = new Map<string, (readonly [string, string])[]>();
  for (const [subjectId, languages] of Object.entries(subjectWords)) {
    for (const [language, phrases] of Object.entries(languages)) {
      for (const phrase of phrases.split(',')) {
        if (language !== 'zh') addPhrase(root, phrase, subjectId);
        else addHan(han, phrase.trim().toLowerCase(), subjectId);
      }
    }
  }
  for (const list of han.values()) list.sort(([one], [other]) => other.length - one.length);
  return { root, han };
}

function addHan(han: Map<string, (readonly [string, string])[]>, phrase: string, subjectId: string): void {
  const first = phrase.charAt(0);
  const list = han.get(first) ?? [];
  if (!list.some(([known]) => known === phrase)) list.push([phrase, subjectId]);
  han.set(first, list);
}

let lists: Lists | undefined;
const readLists = (): Lists => (lists ??= build());

interface Found {
  readonly subjectId: string;
  readonly length: number;
}

/** The longest phrase that starts at a word. */
function longestAt(node: Node, words: readonly string[], at: number, length = 0): Found | undefined {
  const own: Found | undefined =
    node.subjectId === undefined || length === 0 ? undefined : { subjectId: node.subjectId, length };
  const word = words[at];
  if (word === undefined) return own;
  let best = own;
  const consider = (next: Node | undefined): void => {
    const found = next && longestAt(next, words, at + 1, length + 1);
    if (found && (best === undefined || found.length > best.length)) best = found;
  };
  consider(node.words.get(word));
  for (const stemLength of node.stemLengths) {
    if (stemLength <= word.length) consider(node.stems.get(word.slice(0, stemLength)));
  }
  return best;
}

function hanMatches(text: string, han: Lists['han']): PhraseMatch[] {
  const matches: PhraseMatch[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const found = han.get(text.charAt(at))?.find(([phrase]) => text.startsWith(phrase, at));
    if (!found) continue;
    matches.push({ subjectId: found[1], phrase: found[0], at });
    at += found[0].length - 1;
  }
  return matches;
}

const hanText = /\p{Script=Han}/u;

/** Every phrase of the word lists in a text, in its order; at each place the longest one. */
export function phrasesIn(text: string): readonly PhraseMatch[] {
  const folded = foldSubjectText(text);
  const { root, han } = readLists();
  if (hanText.test(folded)) return hanMatches(folded.replaceAll(' ', ''), han);
  const words = folded.split(' ');
  const matches: PhraseMatch[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const found = longestAt(root, words, at);
    if (!found) continue;
    const phrase = words.slice(at, at + found.length).join(' ');
    matches.push({ subjectId: found.subjectId, phrase, at });
    at += found.length - 1;
  }
  return matches;
}
