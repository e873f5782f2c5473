import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { localStorage } from './local-storage.ts';
import { s3Storage } from './s3-storage.ts';
import type { Storage } from './storage.ts';

/** STORAGE_URL has a value that cannot be used; the message is one line that names it. */
export class StorageUrlWrong extends Error {
  override name = 'StorageUrlWrong';
}

/**
 * The storage that STORAGE_URL names: nothing for the folder `files` of the data folder, `file:///folder` (or an
 * absolute path) for another folder, `s3://KEY:SECRET@host:port/bucket?region=...` for an S3-compatible storage.
 * Nothing is touched yet.
 * @throws StorageUrlWrong
 */
export function storageFromUrl(storageUrl: string | undefined, dataDir: string): Storage {
  const text = storageUrl?.trim() ?? '';
  try {
    if (text === '') return localStorage(join(dataDir, 'files'));
    if (isAbsolute(text)) return localStorage(text);
    if (/^file:/i.test(text)) return localStorage(fileURLToPath(text));
    if (/^s3:/i.test(text)) return s3Storage(text, { incoming: join(dataDir, 'files', 'incoming') });
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
  throw wrong('it begins neither with s3:// nor with file:///');
}

function wrong(why: string): StorageUrlWrong {
  return new StorageUrlWrong(
    `STORAGE_URL cannot be used: ${why}. Expected file:///folder or s3://KEY:SECRET@host:port/bucket?region=eu-west-1&tls=1`,
  );
}
