import { join } from 'node:path';
import type { Tools } from '../../../platform/http/environment.ts';
import { openRemote } from '../../../platform/http/fetch/open-remote.ts';
import { fileInput } from '../formats/file-input.ts';
import type { FeedInput } from '../formats/feed-format.ts';

export interface OpenedFeed {
  readonly input: FeedInput;
  readonly etag?: string;
  readonly lastModified?: string;
  /** The server says that nothing changed since the validators that were sent. */
  readonly notModified: boolean;
  close(): Promise<void>;
}

const isAddress = (location: string): boolean => /^https?:\/\//i.test(location);

/** A feed from a file or through the guarded fetcher. */
export async function openFeed(
  { fetcher, config, ids }: Pick<Tools, 'fetcher' | 'config' | 'ids'>,
  location: string,
  validators: { etag?: string; lastModified?: string } = {},
): Promise<OpenedFeed> {
  if (!isAddress(location))
    return { input: await fileInput(location), notModified: false, close: async () => undefined };
  const remote = await openRemote(fetcher, location, {
    ...validators,
    robots: 'feed',
    folder: join(config.dataDir, 'incoming'),
    newId: () => ids.next(),
  });
  return {
    input: remote,
    notModified: remote.notModified,
    ...(remote.etag ? { etag: remote.etag } : {}),
    ...(remote.lastModified ? { lastModified: remote.lastModified } : {}),
    close: () => remote.close(),
  };
}
