import type { Readable } from 'node:stream';

/** First and last byte wanted, both included; without `end` to the end of the file. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

export interface StoredFile {
  /** SHA-256 of the bytes, 64 lower-case hexadecimal digits. */
  readonly key: string;
  readonly bytes: number;
}

export interface OpenedFile {
  /** The bytes asked for; destroy it when it is not read to its end. */
  readonly body: Readable;
  /** Size of the whole file. */
  readonly bytes: number;
  /** As given to put, where the storage keeps it; whoever owns the file knows better. */
  readonly contentType?: string;
}

export interface PutOptions {
  readonly contentType: string;
  /** More bytes than this are refused with FileTooLarge. Default: no cap. */
  readonly maxBytes?: number;
}

/**
 * Where files live. A file is named by its content, never changes, and is complete as soon as its key is known. The
 * same content put twice is one file: whoever removes must know that nobody else owns it.
 */
export interface Storage {
  /** Keeps the bytes. @throws FileTooLarge, StorageTrouble */
  put(content: Uint8Array | Readable, options: PutOptions): Promise<StoredFile>;
  /** Undefined when there is no such file (or the key is none). @throws RangeOutside, StorageTrouble */
  open(key: string, range?: ByteRange): Promise<OpenedFile | undefined>;
  /** Harmless when there is no such file. @throws StorageTrouble */
  remove(key: string): Promise<void>;
  /** Every file, in the order of keys. @throws StorageTrouble */
  list(): AsyncIterable<StoredFile>;
  /**
   * Removes what interrupted puts left behind more than an hour ago.
   * @param now milliseconds since 1970
   * @returns how many leftovers were removed
   */
  sweep(now: number): Promise<number>;
  /** Writes, reads and removes a small file. @throws StorageTrouble with a sentence that says what to do */
  check(): Promise<void>;
  /** For operators, without secrets: `folder /var/lib/passerelle/files`. */
  readonly description: string;
}

/** More bytes than the caller takes. */
export class FileTooLarge extends Error {
  override name = 'FileTooLarge';
  readonly maxBytes: number;
  constructor(maxBytes: number) {
    super(`the file is larger than ${maxBytes} bytes`);
    this.maxBytes = maxBytes;
  }
}

/** The range begins beyond the end of the file, which is this long. */
export class RangeOutside extends Error {
  override name = 'RangeOutside';
  readonly bytes: number;
  constructor(bytes: number) {
    super(`the range begins beyond the ${bytes} bytes of the file`);
    this.bytes = bytes;
  }
}

/** The storage does not do what it should; the message is a sentence for operators. */
export class StorageTrouble extends Error {
  override name = 'StorageTrouble';
}

const keyForm = /^[0-9a-f]{64}$/;

/** Whether a text can be a key; everything else must never become part of a path. */
export function isKey(text: string): boolean {
  return keyForm.test(text);
}
