import { FileTooLarge, StorageTrouble } from '../../../platform/files/storage.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { BadMultipart, readUpload } from '../../../platform/http/multipart.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { StoredUpload } from './save-source.ts';

/** The largest feed that can be uploaded; larger ones have an address or come by the command line. */
export const mostFeedBytes = 512 * 1024 * 1024;

export interface UploadedFeed {
  readonly fields: Readonly<Record<string, string>>;
  readonly file: StoredUpload | undefined;
  /** What is wrong with the file; the fields before it are kept. */
  readonly error: MessageKey | undefined;
}

/** Reads a form whose file goes to the storage as it arrives. */
export async function uploadFeed(c: AppContext): Promise<UploadedFeed> {
  const { storage } = c.var.tools;
  let error: MessageKey | undefined;
  try {
    const { fields, file } = await readUpload<StoredUpload>(c.req.raw, {
      fileField: 'feed',
      async store({ filename, contentType, body }) {
        const stored = await storage.put(body, { contentType, maxBytes: mostFeedBytes });
        return { key: stored.key, bytes: stored.bytes, name: filename };
      },
    });
    if (file?.bytes === 0) error = 'catalog.sources.error.file-empty';
    return { fields, file: error ? undefined : file, error };
  } catch (thrown) {
    error = errorOf(thrown);
    if (!error) throw thrown;
    return { fields: {}, file: undefined, error };
  }
}

function errorOf(thrown: unknown): MessageKey | undefined {
  if (thrown instanceof FileTooLarge) return 'catalog.sources.error.file-large';
  if (thrown instanceof StorageTrouble) return 'catalog.sources.error.file-storage';
  if (thrown instanceof BadMultipart) return 'catalog.sources.error.file-broken';
  return undefined;
}
