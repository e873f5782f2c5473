import { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { type Entry, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { type Archive, ArchiveRefused } from './archive.ts';
import { type ArchiveLimits, tallyOf } from './archive-limits.ts';
import { entryPath, utf8Name } from './entry-path.ts';
import { archiveOf, type FoundFile } from './found-files.ts';

/** @throws ArchiveRefused */
export async function openZip(path: string, limits: ArchiveLimits): Promise<Archive> {
  const zip = await openPromise(path, { autoClose: false, decodeStrings: false }).catch(() => {
    throw new ArchiveRefused('broken');
  });
  try {
    const files = await filesOf(zip, limits);
    return archiveOf(files, async () => zip.close());
  } catch (error) {
    zip.close();
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused('broken');
  }
}

async function filesOf(zip: ZipFile, limits: ArchiveLimits): Promise<Map<string, FoundFile>> {
  if (zip.entryCount > limits.entries) throw new ArchiveRefused('too-many');
  const tally = tallyOf(limits, zip.fileSize);
  const files = new Map<string, FoundFile>();
  const places: Place[] = [];
  for await (const entry of zip.eachEntry()) {
    tally.entry();
    const raw = nameOf(entry);
    const path = entryPath(raw);
    places.push(placeOf(entry));
    refuseOdd(entry, path);
    if (path === undefined || /[/\\]$/.test(raw)) continue;
    if (files.has(path)) throw new ArchiveRefused('twice', path);
    tally.unpacked(entry.uncompressedSize, path);
    refuseDense(entry, path, limits);
    files.set(path, { path, bytes: entry.uncompressedSize, open: () => opened(zip, entry, path) });
  }
  refuseOverlap(places);
  return files;
}

/** Without the mark for UTF-8 the name should be CP437; most writers who forget the mark mean UTF-8. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw;
  const marked = (entry.generalPurposeBitFlag & 0x800) !== 0;
  const told = entry.extraFields.some((field) => field.id === 0x7075);
  const utf8 = marked || told ? undefined : utf8Name(raw);
  return utf8 ?? getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, true);
}

const kindOfFile = 0xf000;
const plainKinds = new Set([0, 0x8000, 0x4000]);

function refuseOdd(entry: Entry, path: string | undefined): void {
  const mode = entry.externalFileAttributes >>> 16;
  if (!plainKinds.has(mode & kindOfFile)) throw new ArchiveRefused('link', path);
  // Bit 0: encrypted; 6: strongly; 13: names are masked.
  if ((entry.generalPurposeBitFlag & 0x2041) !== 0) throw new ArchiveRefused('encrypted', path);
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8)
    throw new ArchiveRefused('broken', path);
}

function refuseDense(entry: Entry, path: string, limits: ArchiveLimits): void {
  const { uncompressedSize, compressedSize } = entry;
  if (uncompressedSize > limits.ratioFrom && uncompressedSize > limits.ratio * compressedSize)
    throw new ArchiveRefused('bomb', path);
}

/** First byte of an entry, and the least that may come after it. */
type Place = readonly [start: number, end: number];

const localHeaderBytes = 30;

function placeOf(entry: Entry): Place {
  const start = entry.relativeOffsetOfLocalHeader;
  return [start, start + localHeaderBytes + entry.fileNameLength + entry.compressedSize];
}

/** Entries that share their bytes make a small file unpack to a very large one. */
function refuseOverlap(places: Place[]): void {
  places.sort(([a], [b]) => a - b);
  let end = 0;
  for (const place of places) {
    if (place[0] < end) throw new ArchiveRefused('bomb');
    end = place[1];
  }
}

async function opened(zip: ZipFile, entry: Entry, path: string): Promise<Readable> {
  const packed = await zip.openReadStreamPromise(entry).catch(() => {
    throw new ArchiveRefused('broken', path);
  });
  return Readable.from(checked(packed, entry, path), { objectMode: false });
}

/** What the header says of size and sum must be so; more bytes than it says are never handed on. */
async function* checked(packed: Readable, entry: Entry, path: string): AsyncGenerator<Buffer> {
  let bytes = 0;
  let sum = 0;
  try {
    for await (const chunk of packed as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > entry.uncompressedSize) throw new ArchiveRefused('bomb', path);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw error instanceof ArchiveRefused ? error : new ArchiveRefused('broken', path);
  } finally {
    packed.destroy();
  }
  if (bytes !== entry.uncompressedSize || sum !== entry.crc32) throw new ArchiveRefused('broken', path);
}
