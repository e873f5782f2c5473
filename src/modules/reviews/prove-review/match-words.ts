import { foldText } from '../examine-review/fold-text.ts';

/** Words of a text, folded: without case, accents and signs. */
export const wordsOf = (text: string): string[] =>
  foldText(text).text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];

/** A name of one word fits too many people to prove anything. */
export const isTellingName = (name: string): boolean => wordsOf(name).length >= 2;

/** So many other words may stand between the parts of a name ("Diallo, Mme Awa"). */
const wordsBetween = 1;

/** Whether all parts of a name stand close together, in whatever order. */
export function namesPerson(text: readonly string[], name: string): boolean {
  const parts = wordsOf(name);
  return parts.length > 0 && standTogether(text, parts, parts.length, parts.length + wordsBetween);
}

const littleWords = new Set(
  'a an and the of in on to for with by de la le les du des et en un une pour dans aux au el los las y del con para por o os as e do da dos das em и в на с для по'.split(
    ' ',
  ),
);
/** Platforms shorten titles, and print them with the number of the session. */
const enough = 0.8;

/** Whether a text names a course: its title as it is, or most of its telling words close together. */
export function namesCourse(text: readonly string[], title: string): boolean {
  const words = wordsOf(title);
  if (words.length === 0) return false;
  if (` ${text.join(' ')} `.includes(` ${words.join(' ')} `)) return true;
  const telling = [...new Set(words.filter((word) => !littleWords.has(word)))];
  if (telling.length < 3) return false;
  return standTogether(text, telling, Math.ceil(telling.length * enough), words.length + 4);
}

/** Whether at least `least` of these words stand within so many words in a row. */
function standTogether(
  text: readonly string[],
  wanted: readonly string[],
  least: number,
  within: number,
): boolean {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let found = 0;
  const shift = (word: string | undefined, by: 1 | -1) => {
    const count = word === undefined ? undefined : left.get(word);
    if (word === undefined || count === undefined) return;
    if (by === 1 ? count > 0 : count >= 0) found += by;
    left.set(word, count - by);
  };
  for (let at = 0; at < text.length; at += 1) {
    shift(text[at], 1);
    if (at >= within) shift(text[at - within], -1);
    if (found >= least) return true;
  }
  return false;
}
