import type { Readable } from 'node:stream';

/** A file inside an archive. Its path is relative, with `/`, without `..`, NFC, and occurs once. */
export interface ArchiveEntry {
  readonly path: string;
  /** Unpacked. */
  readonly bytes: number;
}

/** A zip, a tar.gz or a folder, opened for reading; nothing of it is written to a path that it names. */
export interface Archive {
  readonly entries: readonly ArchiveEntry[];
  has(path: string): boolean;
  /** @throws ArchiveRefused when there is no such file, or it is larger than `most` bytes (default 50 MB) */
  read(path: string, most?: number): Promise<Buffer>;
  /** @throws ArchiveRefused when there is no such file */
  open(path: string): Promise<Readable>;
  close(): Promise<void>;
}

/**
 * The archive is broken or hostile: a bomb, a path that leads out, a link, a name that stands twice. `code` is one of few;
 * `path` is the entry's, as far as it may be shown.
 */
export class ArchiveRefused extends Error {
  override name = 'ArchiveRefused';
  readonly code:
    | 'broken'
    | 'no-archive'
    | 'too-large'
    | 'bomb'
    | 'too-many'
    | 'leads-out'
    | 'link'
    | 'encrypted'
    | 'twice'
    | 'missing';
  readonly path: string | undefined;
  constructor(code: ArchiveRefused['code'], path?: string) {
    super(path === undefined ? code : `${code}: ${path}`);
    this.code = code;
    this.path = path;
  }
}
