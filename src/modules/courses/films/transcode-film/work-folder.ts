import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Tools } from '../../../../platform/http/environment.ts';
import { MediaTrouble } from '../../../../platform/media/media-trouble.ts';

/** Where films are worked on; nothing in it is needed after the work. */
export const workFolder = (dataDir: string): string => join(dataDir, 'films', 'work');

/** Brings a film from the storage to the disk, where ffmpeg can read it. @throws MediaTrouble when its bytes are gone */
export async function fetchSource(
  { tools, signal }: { readonly tools: Tools; readonly signal: AbortSignal },
  key: string,
  path: string,
): Promise<void> {
  const opened = await tools.storage.open(key);
  if (!opened) throw new MediaTrouble('broken', 'its bytes are gone from the storage');
  await pipeline(opened.body, createWriteStream(path), { signal });
}
