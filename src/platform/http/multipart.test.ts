import type { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BadMultipart, boundaryOf, readUpload } from './multipart.ts';

const boundary = '----b0undary';
const part = (name: string, content: string | Uint8Array, filename?: string) =>
  Buffer.concat([
    Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"`),
    Buffer.from(filename === undefined ? '' : `; filename="${filename}"\r\nContent-Type: text/csv`),
    Buffer.from('\r\n\r\n'),
    Buffer.from(content as Uint8Array),
    Buffer.from('\r\n'),
  ]);
const end = Buffer.from(`--${boundary}--\r\n`);

/** A request whose body comes in pieces of that size. */
function request(body: Buffer, piece: number) {
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (at >= body.length) return controller.close();
      controller.enqueue(body.subarray(at, (at += piece)));
    },
  });
  return {
    body: stream,
    headers: new Headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }),
  };
}

const whole = {
  fileField: 'feed',
  store: async ({ filename, body }: { filename: string; body: Readable }) => ({
    filename,
    bytes: await buffer(body),
  }),
};

describe('readUpload', () => {
  it('gives back fields and file byte for byte, however the body is cut into pieces', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.constantFrom(`\r\n--${boundary.slice(0, 5)}`, '\r\n\r\n--', '\r').map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        content,
        fc.string({ maxLength: 40 }),
        fc.integer({ min: 1, max: 90 }),
        async (bytes, text, piece) => {
          const body = Buffer.concat([part('a', text), part('feed', bytes, 'f.csv'), part('z', 'last'), end]);
          const { fields, file } = await readUpload(request(body, piece), whole);
          expect(fields).toEqual({ a: text.toWellFormed(), z: 'last' });
          expect(file?.bytes.equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('takes the base of a file name only, and no file where none was chosen', async () => {
    const nasty = Buffer.concat([part('feed', 'x', '..\\..\\etc/passwd'), end]);
    expect((await readUpload(request(nasty, 7), whole)).file?.filename).toBe('passwd');
    const none = Buffer.concat([part('feed', '', ''), end]);
    expect((await readUpload(request(none, 7), whole)).file).toBeUndefined();
  });

  it.each([
    ['breaks off in a file', Buffer.concat([part('feed', 'half of', 'f.csv')]).subarray(0, -2)],
    ['has no end', part('a', 'b')],
    [
      'has a part without a name',
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${boundary}--`),
    ],
    ['has headers without end', Buffer.from(`--${boundary}\r\n${'x'.repeat(40_000)}`)],
    ['has a field of a megabyte', Buffer.concat([part('a', 'x'.repeat(1_000_000)), end])],
    [
      'has a thousand fields',
      Buffer.concat([...Array.from({ length: 1000 }, (_, n) => part(`f${n}`, 'x')), end]),
    ],
    ['is no form', Buffer.from('{"a":1}')],
    ['is empty', Buffer.alloc(0)],
  ])('refuses a body that %s', async (_what, body) => {
    await expect(readUpload(request(body, 1000), whole)).rejects.toThrow(BadMultipart);
  });

  it('passes on what the store throws, without reading the rest', async () => {
    const body = Buffer.concat([part('feed', 'x'.repeat(100_000), 'f.csv'), end]);
    const refusing = { fileField: 'feed', store: () => Promise.reject(new Error('too large')) };
    await expect(readUpload(request(body, 1000), refusing)).rejects.toThrow('too large');
  });

  it('streams: a large file is never whole in memory', async () => {
    let left = 64;
    const chunk = Buffer.alloc(1024 * 1024, 7);
    const stream = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left === 64) controller.enqueue(part('feed', '', 'f').subarray(0, -2));
        if (left-- > 0) controller.enqueue(chunk);
        else {
          controller.enqueue(Buffer.concat([Buffer.from('\r\n'), end]));
          controller.close();
        }
      },
    });
    let largest = 0;
    const hash = createHash('sha256');
    const { file } = await readUpload(
      { body: stream, headers: new Headers({ 'content-type': `multipart/form-data; boundary=${boundary}` }) },
      {
        fileField: 'feed',
        async store({ body }) {
          let bytes = 0;
          for await (const piece of body as AsyncIterable<Buffer>) {
            bytes += piece.length;
            largest = Math.max(largest, piece.length);
            hash.update(piece);
          }
          return bytes;
        },
      },
    );
    expect(file).toBe(64 * 1024 * 1024);
    expect(largest).toBeLessThan(3 * 1024 * 1024);
  });
});

describe('boundaryOf', () => {
  it('knows forms with files from everything else', () => {
    expect(boundaryOf('multipart/form-data; boundary=abc')).toBe('abc');
    expect(boundaryOf('multipart/form-data; charset=utf-8; boundary="a b"')).toBe('a b');
    expect(boundaryOf('multipart/mixed; boundary=abc')).toBeUndefined();
    expect(boundaryOf('application/x-www-form-urlencoded')).toBeUndefined();
    expect(boundaryOf(undefined)).toBeUndefined();
  });
});
