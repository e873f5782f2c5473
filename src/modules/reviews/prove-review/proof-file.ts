import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Storage } from '../../../platform/files/storage.ts';

/** Certificates are a page or two. */
export const mostFileBytes = 5 * 1024 * 1024;
/** Files are named by their content: with these before it, nobody else's file is the same, and it can be removed. */
const saltBytes = 16;
const pdfBegins = Buffer.from('%PDF-');

/** What was uploaded is no PDF. */
export class NoPdf extends Error {
  override name = 'NoPdf';
}

/** Keeps a PDF for a moderator; returns its key. @throws NoPdf, FileTooLarge, StorageTrouble */
export async function keepProofFile(storage: Storage, body: AsyncIterable<Buffer>): Promise<string> {
  const stored = await storage.put(Readable.from(salted(body), { objectMode: false }), {
    contentType: 'application/octet-stream',
    maxBytes: mostFileBytes + saltBytes,
  });
  return stored.key;
}

async function* salted(body: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield randomBytes(saltBytes);
  let head = Buffer.alloc(0);
  let isPdf = false;
  for await (const chunk of body) {
    if (isPdf) yield chunk;
    else {
      head = Buffer.concat([head, chunk]);
      if (head.length < pdfBegins.length) continue;
      if (!head.subarray(0, pdfBegins.length).equals(pdfBegins)) throw new NoPdf();
      isPdf = true;
      yield head;
    }
  }
  if (!isPdf) throw new NoPdf();
}

/** The PDF as it was uploaded; undefined once it is gone. */
export async function openProofFile(storage: Storage, key: string): Promise<Readable | undefined> {
  return (await storage.open(key, { start: saltBytes }))?.body;
}
