import type { z } from 'zod';

/** What an attribute holds as JSON, or as Python would write it; undefined where it is neither or of another shape. */
export function jsonIn<T>(text: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  for (const attempt of [text, pythonAsJson(text)]) {
    try {
      const read = shape.safeParse(JSON.parse(attempt));
      if (read.success) return read.data;
    } catch {
      continue; // the next way of writing
    }
  }
  return undefined;
}

const pythonAsJson = (text: string): string =>
  text
    .replace(/'((?:[^'\\]|\\.)*)'/g, (_, inside: string) => JSON.stringify(inside.replaceAll("\\'", "'")))
    .replace(/\bu(?=")/g, '')
    .replace(/\bTrue\b/g, 'true')
    .replace(/\bFalse\b/g, 'false')
    .replace(/\bNone\b/g, 'null');

export const isTrue = (text: string | undefined): boolean =>
  /^\s*["']?(true|1|yes)["']?\s*$/i.test(text ?? '');

/** A number that is written there; undefined for `null`, nothing and words. */
export function numberIn(text: string | undefined): number | undefined {
  const plain = (text ?? '').trim().replace(/^["']|["']$/g, '');
  const number = plain === '' ? Number.NaN : Number(plain);
  return Number.isFinite(number) ? number : undefined;
}
