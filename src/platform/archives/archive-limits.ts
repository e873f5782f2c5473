import { ArchiveRefused } from './archive.ts';

/** How much an archive may hold once unpacked. */
export interface ArchiveLimits {
  /** Bytes of all files together. */
  readonly bytes: number;
  readonly entries: number;
  /** Unpacked bytes to packed ones; looked at from `ratioFrom` unpacked bytes on, since small texts pack very well. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const gigabyte = 1024 ** 3;

export const usualLimits: ArchiveLimits = {
  bytes: 4 * gigabyte,
  entries: 50_000,
  ratio: 200,
  ratioFrom: 20 * 1024 ** 2,
};

/** Counts while an archive is read, and says no as soon as it is too much. */
export interface Tally {
  /** Entries so far. */
  readonly entries: number;
  /** One more entry, folders and what is left out included. */
  entry(): void;
  /** So many more unpacked bytes. @throws ArchiveRefused */
  unpacked(bytes: number, path?: string): void;
}

/** @param packed size of the archive in bytes */
export function tallyOf(limits: ArchiveLimits, packed: number): Tally {
  let entries = 0;
  let bytes = 0;
  return {
    get entries() {
      return entries;
    },
    entry() {
      entries += 1;
      if (entries > limits.entries) throw new ArchiveRefused('too-many');
    },
    unpacked(more, path) {
      bytes += more;
      if (bytes > limits.bytes) throw new ArchiveRefused('too-large', path);
      if (bytes > limits.ratioFrom && bytes > limits.ratio * packed) throw new ArchiveRefused('bomb', path);
    },
  };
}
