import { foldText } from './fold-text.ts';

/** So many words in a row make one mark of a text; characters in Chinese. */
export const wordsInARow = 4;
const charactersInARow = 6;
/** Marks kept of a text: the smallest, so that two texts keep the same ones of what they share. */
const kept = 96;
/** Texts with fewer marks say what many would say in the same words. */
export const fewestMarks = 8;

/** Hashes of all word sequences of a text: 32 bit integers. */
export function marksOf(text: string): ReadonlySet<number> {
  const words = foldText(text).text.match(/\p{Script=Han}|[\p{L}\p{N}]+/gu) ?? [];
  const ideograms = words.filter((word) => /\p{Script=Han}/u.test(word)).length;
  const size = ideograms * 2 > words.length ? charactersInARow : wordsInARow;
  const marks = new Set<number>();
  for (let at = 0; at + size <= words.length; at += 1) marks.add(hash(words.slice(at, at + size).join(' ')));
  return marks;
}

/** What is stored of a text to find its copies; empty for texts too short to be copied. */
export function printOf(text: string): number[] {
  const marks = marksOf(text);
  if (marks.size < fewestMarks) return [];
  return [...marks].sort((a, b) => a - b).slice(0, kept);
}

/** How much of the first text stands in the second too, 0 to 1. */
export function shareIn(text: string, other: string): number {
  const [marks, others] = [marksOf(text), marksOf(other)];
  if (marks.size === 0) return 0;
  let common = 0;
  for (const mark of marks) if (others.has(mark)) common += 1;
  return common / marks.size;
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
