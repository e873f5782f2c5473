export type StarsReading = { readonly stars: number } | { readonly problem: string };

/** "4", "4.0", "4,5", "8/10", "8 out of 10", "80 %", "★★★★☆", "4 stars". */
const pattern =
  /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:(?:\/|out of|sur|de|von|из)\s*(\d{1,3})|(%)|\p{L}*[★⭐]*\p{L}*)?$/iu;
const drawn = /^([★⭐]️?){0,5}☆{0,5}$/u;

/**
 * Stars from 1 to 5 out of what a feed writes. A number without a scale is out of `outOf`; halves go up, the lowest mark of
 * any scale is one star. A number beyond its scale and words are refused: what they mean is not guessed.
 */
export function readStars(text: string, outOf: number): StarsReading {
  if (/^[★⭐]/u.test(text) && drawn.test(text)) return { stars: text.match(/[★⭐]/gu)?.length ?? 1 };
  const match = pattern.exec(text);
  if (!match) return { problem: 'the rating is no number' };
  const value = Number(match[1]?.replace(',', '.'));
  const scale = match[3] ? 100 : match[2] ? Number(match[2]) : outOf;
  if (scale < 2) return { problem: 'the rating is out of less than 2' };
  if (value > scale) return { problem: `the rating is more than ${scale} (say --out-of 10, 20 or 100)` };
  if (value === 0 && scale === 5) return { problem: 'no stars were given' };
  return { stars: Math.max(1, Math.round((value * 5) / scale)) };
}
