import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Readable, Transform } from 'node:stream';
import { createGunzip, createInflateRaw } from 'node:zlib';
import type { FeedInput } from './feed-format.ts';
import { FeedUnreadable } from './feed-format.ts';
import { openedBytesGuard } from './opened-bytes.ts';
import type { OpenedBytesLimits } from './opened-bytes.ts';
import { findZipFeed } from './zip-directory.ts';
import type { ZipEntry } from './zip-directory.ts';

/** 4 GiB unpacked: a quarter of a million courses with long descriptions stay well below. */
export const defaultFileLimits: OpenedBytesLimits = { maxBytes: 4 * 2 ** 30, maxRatio: 250 };

/**
 * A feed in a local file: plain, gzip (.gz) or a .zip that holds one feed; what it is is told by its first bytes, not
 * by its name. It cannot be followed: pages and partners named by the feed are not fetched.
 * Throws FeedUnreadable: no such file, a folder, no permission, empty, a zip with no or several feeds, encrypted.
 * The opened stream fails with FeedUnreadable when the packed data are broken, too large or a bomb.
 */
export async function fileInput(
  path: string,
  limits: OpenedBytesLimits = defaultFileLimits,
): Promise<FeedInput> {
  const location = resolve(path);
  const size = await sizeOf(location);
  if (size === 0) throw new FeedUnreadable(`the file is empty: ${location}`);
  const start = await firstBytes(location);
  if (start[0] === 0x1f && start[1] === 0x8b) {
    const plainName = location.replace(/\.gz$/i, '');
    return {
      location: plainName,
      open: async () => unpacked(createReadStream(location), createGunzip(), limits, location),
    };
  }
  if (start.length >= 4 && start.readUInt32LE(0) === 0x04034b50) {
    const entry = await findZipFeed(location, size);
    return { location: `${location}/${entry.name}`, open: async () => zipStream(location, entry, limits) };
  }
  if (size > limits.maxBytes)
    throw new FeedUnreadable(
      `the file has ${size} bytes, more than the ${limits.maxBytes} allowed: ${location}`,
    );
  return { location, open: async () => createReadStream(location) };
}

async function sizeOf(location: string): Promise<number> {
  try {
    const found = await stat(location);
    if (found.isDirectory()) throw new FeedUnreadable(`this is a folder, not a file: ${location}`);
    if (!found.isFile()) throw new FeedUnreadable(`this is not a regular file: ${location}`);
    return found.size;
  } catch (error) {
    throw explained(error, location);
  }
}

async function firstBytes(location: string): Promise<Buffer> {
  try {
    const handle = await open(location, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw explained(error, location);
  }
}

function explained(error: unknown, location: string): Error {
  if (error instanceof FeedUnreadable) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return new FeedUnreadable(`no such file: ${location}`);
  if (code === 'EACCES' || code === 'EPERM') return new FeedUnreadable(`no permission to read ${location}`);
  if (code === 'ENAMETOOLONG')
    return new FeedUnreadable(`the file name is too long: ${location.slice(0, 200)}`);
  return new FeedUnreadable(
    `cannot read ${location}: ${error instanceof Error ? error.message : String(error)}`,
  );
}

function zipStream(location: string, entry: ZipEntry, limits: OpenedBytesLimits): Readable {
  if (entry.packedBytes === 0) throw new FeedUnreadable(`${entry.name} is empty in ${location}`);
  const packed = createReadStream(location, {
    start: entry.dataStart,
    end: entry.dataStart + entry.packedBytes - 1,
  });
  const unpack = entry.method === 8 ? createInflateRaw() : new PassThrough();
  return unpacked(packed, unpack, limits, `${location}/${entry.name}`);
}

/** Every failure on the way reaches the guard, said in words; a reader that stops early closes the file. */
function unpacked(packed: Readable, unpack: Transform, limits: OpenedBytesLimits, name: string): Readable {
  const { countPacked, guard } = openedBytesGuard(limits, name);
  const fail = (error: Error) =>
    guard.destroy(new FeedUnreadable(`the packed data are broken in ${name}: ${error.message}`));
  packed.on('error', fail).pipe(countPacked).pipe(unpack).on('error', fail).pipe(guard);
  guard.on('close', () => {
    packed.destroy();
    unpack.destroy();
  });
  // A failure before the reader has begun is kept by the stream; without a listener it would end the process.
  guard.on('error', () => undefined);
  return guard;
}
