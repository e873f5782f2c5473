import { foldText } from './fold-text.ts';

const word = /[\p{L}\p{M}\p{N}]+/gu;
/** Scripts that write no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
/** Longer runs of letters are no words: keys, addresses, noise. */
const longestToken = 48;

/** Names that punctuation belongs to. */
function spelled(text: string): string {
  if (!/[+#]|\.net/.test(text)) return text;
  return text
    .replace(/\b([a-z])\+\+/g, '$1plusplus')
    .replace(/\b([cfj])#/g, '$1sharp')
    .replace(/(^|[^\p{L}\p{N}])\.net\b/gu, '$1dotnet');
}

/** The words of a text, folded, in their order; text without spaces is cut into words by a dictionary. */
export function tokensOf(text: string): string[] {
  const found: string[] = [];
  for (const [run] of spelled(foldText(text)).matchAll(word)) {
    if (unspaced.test(run)) found.push(...segmentsOf(run));
    else if (run.length <= longestToken) found.push(run);
  }
  return found;
}

/** A longer word of a script without spaces is also found by its pairs, since dictionaries do not always cut alike. */
function segmentsOf(run: string): string[] {
  const found: string[] = [];
  for (const { segment } of segmenter.segment(run)) {
    if (segment.length <= longestToken) found.push(segment);
  }
  return found;
}

export const isUnspaced = (token: string): boolean => unspaced.test(token);

/** Pairs of neighbouring letters: 机器学习 -> 机器 器学 学习. */
export function pairsOf(token: string): string[] {
  const letters = [...token];
  return letters.slice(1).map((letter, place) => `${letters[place] ?? ''}${letter}`);
}
