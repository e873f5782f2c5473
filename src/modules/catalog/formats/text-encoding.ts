/**
 * Bytes to text when nobody can be trusted about the encoding: the bytes decide, then the byte order mark, then what
 * the document declares of itself. Streams; holds back at most a few bytes between two chunks.
 */

/** What the first bytes tell about the encoding. */
interface Evidence {
  readonly label: string;
  readonly markBytes: number;
}

const byteOrderMarks: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function byteOrderMark(bytes: Uint8Array): Evidence | undefined {
  for (const [mark, label] of byteOrderMarks) {
    if (mark.every((byte, index) => bytes[index] === byte)) return { label, markBytes: mark.length };
  }
  return undefined;
}

/** UTF-16 without a mark: in Latin or XML text every other byte of the start is zero. */
function utf16Evidence(bytes: Uint8Array): Evidence | undefined {
  const length = Math.min(bytes.length, 1024) & ~1;
  if (length < 8) return undefined;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const most = length / 2;
  if (odd > most * 0.6 && even < most * 0.1) return { label: 'utf-16le', markBytes: 0 };
  if (even > most * 0.6 && odd < most * 0.1) return { label: 'utf-16be', markBytes: 0 };
  return undefined;
}

/** The length of the UTF-8 sequence that a byte opens; 0 when it cannot open one. */
function sequenceLength(byte: number): number {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  if (byte >= 0xf0 && byte <= 0xf4) return 4;
  return 0;
}

interface Utf8Count {
  /** Well-formed sequences of several bytes. */
  readonly good: number;
  /** Bytes above 0x7F outside such a sequence. */
  readonly bad: number;
  /** Bytes at the end that may open a sequence which the next chunk completes. */
  readonly tail: number;
}

function continuationBytes(bytes: Uint8Array, from: number, wanted: number): number {
  let found = 0;
  while (found < wanted && ((bytes[from + found] ?? 0) & 0xc0) === 0x80) found += 1;
  return found;
}

/** Counts what is, and what is not, UTF-8 beyond ASCII. */
function countUtf8(bytes: Uint8Array): Utf8Count {
  let good = 0;
  let bad = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const length = sequenceLength(byte);
    if (length === 0) {
      bad += 1;
      continue;
    }
    const found = continuationBytes(bytes, at + 1, length - 1);
    if (found === length - 1) {
      good += 1;
      at += found;
    } else if (at + 1 + found >= bytes.length) return { good, bad, tail: bytes.length - at };
    else bad += 1;
  }
  return { good, bad, tail: 0 };
}

/** The encoding that an XML declaration, the content type or an HTML meta element names, where Node can decode it. */
function declaredEncoding(bytes: Uint8Array, contentType = ''): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1024));
  const label =
    /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    /\bcharset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ??
    /<meta[^>]+charset\s*=\s*["']?([\w.:-]+)/i.exec(start)?.[1];
  if (label === undefined) return undefined;
  try {
    const name = new TextDecoder(label).encoding;
    return name.startsWith('utf-') ? undefined : name;
  } catch {
    return undefined;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** Decides once, at the first byte beyond ASCII, and keeps to it. */
class EncodingDecision {
  readonly #fallback: string;
  #decoder: TextDecoder | undefined;
  #held: Uint8Array = new Uint8Array(0);

  constructor(fallback: string, decided: string | undefined) {
    this.#fallback = fallback;
    if (decided !== undefined) this.#decoder = new TextDecoder(decided, { ignoreBOM: true });
  }

  decode(chunk: Uint8Array): string {
    if (this.#decoder !== undefined) return this.#decoder.decode(chunk, { stream: true });
    const bytes = joined(this.#held, chunk);
    const { good, bad, tail } = countUtf8(bytes);
    this.#held = new Uint8Array(0);
    if (good + bad > 0) {
      this.#decoder = new TextDecoder(good >= bad ? 'utf-8' : this.#fallback, { ignoreBOM: true });
      return this.#decoder.decode(bytes, { stream: true });
    }
    this.#held = bytes.slice(bytes.length - tail);
    return new TextDecoder('latin1').decode(bytes.subarray(0, bytes.length - tail));
  }

  end(): string {
    if (this.#decoder !== undefined) return this.#decoder.decode();
    return new TextDecoder(this.#fallback).decode(this.#held);
  }
}

function decisionFor(
  start: Uint8Array,
  contentType: string | undefined,
): { decision: EncodingDecision; markBytes: number } {
  const evidence = byteOrderMark(start) ?? utf16Evidence(start);
  const fallback = declaredEncoding(start, contentType) ?? 'windows-1252';
  return {
    decision: new EncodingDecision(fallback, evidence?.label),
    markBytes: evidence?.markBytes ?? 0,
  };
}

/**
 * The text of a byte stream, piece by piece, without its byte order mark.
 * UTF-8 and UTF-16 (with or without mark) are seen from the bytes, whatever the document declares; other bytes are
 * read in the encoding that the document or its content type declares, else as Windows-1252. Bytes that mean nothing become U+FFFD.
 */
export async function* decodedText(
  source: AsyncIterable<Uint8Array | string>,
  contentType?: string,
): AsyncGenerator<string> {
  let decision: EncodingDecision | undefined;
  let start: Uint8Array = new Uint8Array(0);
  for await (const piece of source) {
    const bytes = typeof piece === 'string' ? new TextEncoder().encode(piece) : piece;
    if (decision !== undefined) {
      yield decision.decode(bytes);
      continue;
    }
    start = joined(start, bytes);
    if (start.length < 1024) continue;
    const decided = decisionFor(start, contentType);
    decision = decided.decision;
    yield decision.decode(start.subarray(decided.markBytes));
  }
  if (decision === undefined) {
    const decided = decisionFor(start, contentType);
    decision = decided.decision;
    yield decision.decode(start.subarray(decided.markBytes));
  }
  yield decision.end();
}
