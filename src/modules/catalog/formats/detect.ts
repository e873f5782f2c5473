import { shown } from '../course-document/degradation.ts';
import type { FeedFormat, FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { jsonFormats } from './json-formats.ts';
import { linkedFormats } from './linked-formats.ts';
import { tableFormats } from './table-formats.ts';
import { textChunks } from './text-chunks.ts';

export const allFormats: readonly FeedFormat[] = [...jsonFormats, ...tableFormats, ...linkedFormats];

/** The format of that name, or undefined; names are those of feedFormatNames. */
export function formatNamed(name: string): FeedFormat | undefined {
  return allFormats.find((format) => format.name === name);
}

export interface DetectedFormat {
  readonly format: FeedFormat;
  /** 0 to 1, as the format itself says. */
  readonly confidence: number;
  /** What else it could be, the likeliest first. */
  readonly others: readonly { readonly format: FeedFormat; readonly confidence: number }[];
}

const headChars = 65_536;
/** Below it nobody recognised the input; closer than the margin, two did. */
const leastConfidence = 0.5;
const leastMargin = 0.1;

/**
 * Which format an input is of, from its first 64 KiB, its address and content type. Throws FeedUnreadable when the input
 * is empty, when no format recognises it and when two do equally; the message says what was seen and what can be
 * said with --format.
 */
export async function detectFormat(input: FeedInput): Promise<DetectedFormat> {
  const head = await headOf(input);
  if (head === '') throw new FeedUnreadable(`there is nothing in ${input.location}`);
  const ranked = allFormats
    .map((format) => ({ format, confidence: format.detect(head, input) }))
    .filter((one) => one.confidence > 0)
    .toSorted((one, other) => other.confidence - one.confidence);
  const [best, ...others] = ranked;
  if (!best || best.confidence < leastConfidence) throw unrecognised(input, head, ranked);
  if (best.confidence - (others[0]?.confidence ?? 0) < leastMargin) throw unrecognised(input, head, ranked);
  return { ...best, others };
}

async function headOf(input: FeedInput): Promise<string> {
  let head = '';
  for await (const chunk of textChunks(input)) {
    head = (head + chunk).replace(/^[\s\ufeff]+/, '');
    if (head.length >= headChars) break;
  }
  return head.slice(0, headChars);
}

function unrecognised(
  input: FeedInput,
  head: string,
  ranked: readonly { format: FeedFormat; confidence: number }[],
): FeedUnreadable {
  const guesses = ranked
    .slice(0, 3)
    .map((one) => `${one.format.name} (${Math.round(one.confidence * 100)} %)`);
  const guessed = guesses.length > 0 ? `it could be ${guesses.join(' or ')}` : 'no format recognises it';
  const names = allFormats.map((format) => format.name).join(', ');
  return new FeedUnreadable(
    `the format of ${input.location} is not clear: it looks like ${kindOf(head)} that begins with ${shown(head.slice(0, 60))}; ` +
      `${guessed}. Say which it is with --format, one of: ${names}`,
  );
}

function kindOf(head: string): string {
  if (/^[[{]/.test(head)) return 'JSON';
  if (/^<(?:!doctype html|html)/i.test(head)) return 'an HTML page';
  if (head.startsWith('<')) return `XML (<${/<([A-Za-z][\w:.-]*)/.exec(head)?.[1] ?? '?'}>)`;
  return /^[^\n]*[,;\t|][^\n]*(?:\n|$)/.test(head) ? 'a table' : 'text';
}
