import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { PackedFile } from './packed-file.ts';

/** Bytes that are packed already do not get smaller. */
const packedAlready =
  /\.(7z|avif|docx|epub|gif|gz|jpe?g|m4a|mp[34]|odt|og[agv]|png|pptx|webm|webp|xlsx|zip)$/i;

/** The first moment that a zip can tell, in local time as zips tell it: the same course gives the same bytes. */
const nobodysTime = new Date(1980, 0, 1);

const optionsOf = (path: string) => ({
  mtime: nobodysTime,
  mode: 0o100644,
  forceDosTimestamp: true,
  compress: !packedAlready.test(path),
});

function add(zip: ZipFile, { path, content }: PackedFile): void {
  if (typeof content === 'string') {
    zip.addBuffer(Buffer.from(content, 'utf8'), path, optionsOf(path));
    return;
  }
  zip.addReadStreamLazy(path, optionsOf(path), (give) => {
    content().then(
      (stream) => give(null, stream),
      (fault: unknown) => give(fault, Readable.from([])),
    );
  });
}

/**
 * Streams a zip; the same files give the same bytes. Ends the sink.
 * @throws whatever a file or the sink fails with
 */
export async function writeZip(files: Iterable<PackedFile>, sink: Writable): Promise<void> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (fault: Error) => out.destroy(fault));
  for (const file of files) add(zip, file);
  zip.end();
  await pipeline(out, sink);
}
