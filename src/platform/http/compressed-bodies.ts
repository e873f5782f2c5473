import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

export type Encoding = 'br' | 'gzip';

/** Compressed bodies are kept up to this many bytes a process, the latest used. */
const mostBytes = 4_000_000;
const kept = new Map<string, Uint8Array<ArrayBuffer>>();
let bytes = 0;

/**
 * A text compressed. Pages that many people see in the same state are the same text, and compressing is a quarter of what
 * such a page costs: the body is kept under the digest of the text. Quality 3 of brotli saves nearly all there is to save.
 */
export function compressedBody(text: string, digest: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const key = `${encoding} ${digest}`;
  const known = kept.get(key);
  const body = known ?? compress(text, encoding);
  keep(key, body, known !== undefined);
  return body;
}

function compress(text: string, encoding: Encoding): Uint8Array<ArrayBuffer> {
  if (encoding === 'gzip') return gzipSync(text, { level: 5 });
  const params = { [constants.BROTLI_PARAM_QUALITY]: 3, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  return brotliCompressSync(text, { params });
}

/** Puts a body behind all others, and drops the one that was not asked for the longest while there are too many. */
function keep(key: string, body: Uint8Array<ArrayBuffer>, wasKept: boolean): void {
  if (wasKept) kept.delete(key);
  else bytes += body.byteLength;
  kept.set(key, body);
  for (const [oldest, { byteLength }] of kept) {
    if (bytes <= mostBytes) return;
    kept.delete(oldest);
    bytes -= byteLength;
  }
}
