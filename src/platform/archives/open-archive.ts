import { open, stat } from 'node:fs/promises';
import { type Archive, ArchiveRefused } from './archive.ts';
import { type ArchiveLimits, usualLimits } from './archive-limits.ts';
import { openFolder } from './folder-archive.ts';
import { openTar } from './tar-archive.ts';
import { openZip } from './zip-archive.ts';

/** What a caller may set otherwise. */
export interface OpeningOptions {
  readonly limits?: Partial<ArchiveLimits>;
  /** Where a tar waits unpacked; the system's temporary folder by default. */
  readonly temporary?: string;
}

/**
 * Opens a zip, a tar, a tar.gz or a folder; which of them it is, its bytes tell, not its name. Close it when done.
 * @throws ArchiveRefused for what is broken, hostile or no archive; what the disk throws (ENOENT) goes through
 */
export async function openArchive(path: string, options: OpeningOptions = {}): Promise<Archive> {
  const limits = { ...usualLimits, ...options.limits };
  if ((await stat(path)).isDirectory()) return openFolder(path, limits);
  const kind = kindOf(await beginningOf(path));
  if (kind === undefined) throw new ArchiveRefused('no-archive');
  return kind === 'zip' ? openZip(path, limits) : openTar(path, kind === 'gzip', limits, options.temporary);
}

const tarBlock = 512;

async function beginningOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(tarBlock), 0, tarBlock, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

function kindOf(start: Buffer): 'zip' | 'gzip' | 'tar' | undefined {
  const signature = start.subarray(0, 4).toString('latin1');
  if (signature === 'PK\u0003\u0004' || signature === 'PK\u0005\u0006') return 'zip';
  if (signature.startsWith('\u001f\u008b')) return 'gzip';
  return start.length === tarBlock && isTarHeader(start) ? 'tar' : undefined;
}

/** The header's sum is reckoned with eight spaces in its own place. */
function isTarHeader(block: Buffer): boolean {
  const told = Number.parseInt(block.toString('latin1', 148, 156).replace(/\0.*$/, '').trim(), 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return told === sum;
}
