import { createWriteStream } from 'node:fs';
import { mkdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tools } from '../../../platform/http/environment.ts';
import { fileInput } from '../formats/file-input.ts';
import { FeedUnreadable } from '../formats/feed-format.ts';
import { openFeed, type OpenedFeed } from '../import-courses/open-feed.ts';
import type { SourceToImport } from './import-source.queries.ts';

/** Opens what a source names: its address through the guarded fetcher, else the file that was uploaded for it. */
export async function openSource(tools: Tools, source: SourceToImport, anew: boolean): Promise<OpenedFeed> {
  if (source.location !== null) {
    const { etag, lastModified } = source;
    const validators = { ...(etag ? { etag } : {}), ...(lastModified ? { lastModified } : {}) };
    return openFeed(tools, source.location, anew ? {} : validators);
  }
  if (source.fileKey === null) throw new FeedUnreadable('the source has neither an address nor a file');
  return openUpload(tools, source.fileKey, source.fileName ?? 'feed');
}

/** Formats read a feed more than once and look into archives: the stored file comes to this machine first. */
async function openUpload(tools: Tools, key: string, name: string): Promise<OpenedFeed> {
  const stored = await tools.storage.open(key);
  if (!stored) throw new FeedUnreadable('the uploaded file is no longer in the storage: upload it again');
  const folder = join(tools.config.dataDir, 'incoming');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${tools.ids.next()}-${name.replace(/[^\w.-]+/g, '-').slice(-80)}`);
  const close = () => unlink(path).catch(() => undefined);
  try {
    await pipeline(stored.body, createWriteStream(path, { mode: 0o640 }));
    const input = await fileInput(path);
    return { input: { ...input, location: name }, notModified: false, close };
  } catch (error) {
    await close();
    throw error instanceof FeedUnreadable ? new FeedUnreadable(error.message.replaceAll(path, name)) : error;
  }
}
