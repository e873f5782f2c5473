import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { FeedUnreadable } from './feed-format.ts';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflate. */
  readonly method: 0 | 8;
  readonly packedBytes: number;
  /** Offset of the first data byte in the file. */
  readonly dataStart: number;
}

interface ListedEntry {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly headerAt: number;
}

const feedEndings = /\.(json|jsonl|ndjson|csv|tsv|txt|xml|rss|atom|html?)$/i;
const maxDirectoryBytes = 8 * 2 ** 20;

/**
 * The one feed inside a zip file, by its central directory (the end of the file says where it is; PKWARE APPNOTE
 * 4.3). Folders, hidden files and the resource folder of macOS are not counted; beside a read-me, the only file
 * with the ending of a feed is taken. Throws FeedUnreadable for none, several, encrypted or zip64.
 */
export async function findZipFeed(location: string, size: number): Promise<ZipEntry> {
  const handle = await open(location, 'r');
  try {
    const entries = (await listEntries(handle, size, location)).filter((entry) => isContent(entry.name));
    const chosen = choose(entries, location);
    if (chosen.flags & 1) throw new FeedUnreadable(`${chosen.name} is encrypted in ${location}`);
    if (chosen.method !== 0 && chosen.method !== 8) {
      throw new FeedUnreadable(
        `${chosen.name} is packed by method ${chosen.method}, only deflate is known: ${location}`,
      );
    }
    const header = await readAt(handle, chosen.headerAt, 30);
    if (header.length < 30 || header.readUInt32LE(0) !== 0x04034b50) throw broken(location);
    const dataStart = chosen.headerAt + 30 + header.readUInt16LE(26) + header.readUInt16LE(28);
    if (dataStart + chosen.packedBytes > size) throw broken(location);
    return { name: chosen.name, method: chosen.method, packedBytes: chosen.packedBytes, dataStart };
  } finally {
    await handle.close();
  }
}

function choose(entries: readonly ListedEntry[], location: string): ListedEntry {
  const feeds = entries.filter(
    (entry) => feedEndings.test(entry.name) && !/(^|\/)(readme|licen[cs]e)\b/i.test(entry.name),
  );
  const chosen = entries.length === 1 ? entries[0] : feeds.length === 1 ? feeds[0] : undefined;
  if (chosen) return chosen;
  if (entries.length === 0) throw new FeedUnreadable(`the zip holds no file: ${location}`);
  const names = entries.slice(0, 5).map((entry) => entry.name);
  const more = entries.length > 5 ? ', ...' : '';
  throw new FeedUnreadable(
    `the zip holds ${entries.length} files (${names.join(', ')}${more}); unpack it and give one: ${location}`,
  );
}

function isContent(name: string): boolean {
  return !name.endsWith('/') && !name.startsWith('__MACOSX/') && !/(^|\/)\.[^/]*$/.test(name);
}

async function listEntries(handle: FileHandle, size: number, location: string): Promise<ListedEntry[]> {
  const tailBytes = Math.min(size, 65_557);
  const tail = await readAt(handle, size - tailBytes, tailBytes);
  const endAt = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (endAt < 0 || tail.length - endAt < 22) throw broken(location);
  const count = tail.readUInt16LE(endAt + 10);
  const directoryBytes = tail.readUInt32LE(endAt + 12);
  const directoryAt = tail.readUInt32LE(endAt + 16);
  if (count === 0xffff || directoryAt === 0xffffffff)
    throw new FeedUnreadable(`zip64 is not supported: ${location}`);
  if (directoryBytes > maxDirectoryBytes || directoryAt + directoryBytes > size) throw broken(location);
  return parseDirectory(await readAt(handle, directoryAt, directoryBytes), count, location);
}

function parseDirectory(bytes: Buffer, count: number, location: string): ListedEntry[] {
  const entries: ListedEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw broken(location);
    const nameBytes = bytes.readUInt16LE(at + 28);
    const packedBytes = bytes.readUInt32LE(at + 20);
    if (packedBytes === 0xffffffff) throw new FeedUnreadable(`zip64 is not supported: ${location}`);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameBytes),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packedBytes,
      headerAt: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameBytes + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function broken(location: string): FeedUnreadable {
  return new FeedUnreadable(`the zip file is broken or cut off: ${location}`);
}
