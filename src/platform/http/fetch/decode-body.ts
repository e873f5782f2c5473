import { pipeline, Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFailed, FetchRefused } from './fetch-errors.ts';

export interface DecodeCaps {
  /** Decoded bytes. */
  readonly maxBytes: number;
  /** Decoded bytes for each byte received. */
  readonly maxRatio: number;
}

/** Below this a ratio says nothing: small texts of blanks compress a thousandfold and hurt nobody. */
const ratioFrom = 1024 * 1024;

/**
 * The bytes of a body as they were before compression for the way, never more than the caps allow.
 * @param encoding the Content-Encoding header, possibly several names, last applied last
 * @throws FetchRefused `too-large`, `too-dense`; FetchFailed `bad-encoding` (while reading)
 */
export async function* decodeBody(
  raw: Readable,
  encoding: string,
  caps: DecodeCaps,
  host: string,
): AsyncGenerator<Buffer> {
  let received = 0;
  let decoded = 0;
  const counted = Readable.from(
    (async function* () {
      for await (const chunk of raw as AsyncIterable<Buffer>) {
        received += chunk.length;
        yield chunk;
      }
    })(),
    { objectMode: false },
  );
  for await (const chunk of await unpacked(counted, encoding, host)) {
    decoded += chunk.length;
    if (decoded > caps.maxBytes) throw tooLarge(host, caps.maxBytes);
    if (decoded > ratioFrom && decoded > received * caps.maxRatio)
      throw new FetchRefused(
        'too-dense',
        `"${host}" sent a body that grows more than ${caps.maxRatio} times when unpacked: not read further.`,
      );
    yield chunk;
  }
}

/** The refusal of a body beyond its cap. */
export function tooLarge(host: string, maxBytes: number): FetchRefused {
  const size = maxBytes >= 1024 * 1024 ? `${Math.round(maxBytes / 1024 / 1024)} MB` : `${maxBytes} bytes`;
  return new FetchRefused('too-large', `The answer of "${host}" is larger than ${size}: not read further.`);
}

async function unpacked(body: Readable, encoding: string, host: string): Promise<AsyncIterable<Buffer>> {
  const names = encoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (names.length > 2) throw badEncoding(host, encoding);
  let stream: Readable = body;
  for (const name of names.reverse()) {
    const [peeked, head] = name === 'deflate' ? await peek(stream) : [stream, undefined];
    const transform = unpacker(name, head);
    if (!transform) throw badEncoding(host, name);
    // Errors travel down the chain by destroying it; the reader at its end is the one who hears them.
    stream = pipeline(peeked, transform, () => undefined);
  }
  return stream as AsyncIterable<Buffer>;
}

function unpacker(name: string, head: Buffer | undefined): Transform | undefined {
  if (name === 'gzip' || name === 'x-gzip') return createGunzip();
  if (name === 'br') return createBrotliDecompress();
  if (name !== 'deflate') return undefined;
  // "deflate" means zlib, but some servers send the bare stream: the low half of zlib's first byte is always 8.
  const bare = head !== undefined && head.length > 0 && ((head[0] ?? 0) & 0x0f) !== 8;
  return bare ? createInflateRaw() : createInflate();
}

/** Gives the first piece of a stream and the stream from its start. */
export async function peek(stream: Readable): Promise<[Readable, Buffer]> {
  const iterator = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  const first = await iterator.next();
  const head = first.done === true ? Buffer.alloc(0) : first.value;
  const whole = (async function* (): AsyncGenerator<Buffer> {
    try {
      yield head;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next())
        yield next.value;
    } finally {
      await iterator.return?.();
    }
  })();
  return [Readable.from(whole, { objectMode: false }), head];
}

function badEncoding(host: string, encoding: string): FetchFailed {
  return new FetchFailed(
    'bad-encoding',
    `"${host}" compressed its answer in an unknown way ("${encoding}").`,
    false,
  );
}
