import { foldText, written } from './fold-text.ts';

/** Names of techniques that look like addresses. */
const names = new Set([
  'node.js',
  'vue.js',
  'next.js',
  'asp.net',
  'ado.net',
  'vb.net',
  'ml.net',
  'socket.io',
  'draw.io',
]);
/** Ends that are hardly ever the beginning of the next sentence ("bien.De plus" is no address). */
const ends =
  'com|net|org|info|biz|online|site|shop|store|club|xyz|top|link|app|dev|edu|ru|cn|fr|io|uk|ly|gg|рф';
const withScheme = /\b(?:https?|ftp|hxxps?):\/\/\S+/gu;
const withWww = /(?<![\p{L}\p{N}.])www\d?\.[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*(?:\/\S*)?/gu;
const bare = new RegExp(
  `(?<![\\p{L}\\p{N}@./-])(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]*\\.)+(?:${ends})(?![\\p{L}\\p{N}-])(?:/\\S*)?`,
  'gu',
);
/** "example [dot] com", "example (point) fr" */
const spelled = new RegExp(
  `[\\p{L}\\p{N}-]+\\s*[[({]\\s*(?:\\.|dot|point|punto|ponto|точка|点|نقطة|نقطه)\\s*[\\])}]\\s*(?:${ends})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** Any domain with a path is an address, whatever it ends with. */
const withPath =
  /(?<![\p{L}\p{N}@./-])(?:[\p{L}\p{N}][\p{L}\p{N}-]*\.)+[a-z]{2,}\/[\p{L}\p{N}][\p{L}\p{N}?=_/-]*/gu;

/** Where a text leads elsewhere. Positions in UTF-16 units of the text as written, in order, without overlaps. */
export function findLinks(text: string): { from: number; to: number }[] {
  const folded = foldText(text);
  const found = [withScheme, withWww, spelled, withPath, bare]
    .flatMap((pattern) => [...folded.text.matchAll(pattern)])
    .filter((match) => !names.has(match[0]))
    .map((match) => written(folded, match.index, match.index + trimmed(match[0]).length));
  return withoutOverlaps(found);
}

/** The sentence's own full stop is no part of an address. */
const trimmed = (address: string): string => address.replace(/[.,;:!?)\]»"'…。，]+$/u, '');

export function withoutOverlaps<T extends { readonly from: number; readonly to: number }>(
  found: readonly T[],
): T[] {
  const sorted = [...found].sort((a, b) => a.from - b.from || b.to - a.to);
  return sorted.filter((spot, at) => !sorted.slice(0, at).some((earlier) => earlier.to > spot.from));
}
