import { buffer } from 'node:stream/consumers';
import { transact } from '../../../platform/db/transact.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import {
  type EncodedPicture,
  encodePicture,
  pictureCaps,
  PictureRefused,
  type Rendition,
} from '../../../platform/pictures/encode.ts';
import { pictureKeyOf } from './picture-key.ts';
import { type NewPicture, saveFailure, savePicture, triesOf } from './fetch-pictures.queries.ts';

const hourMs = 3_600_000;
/** After so many failures of the network a picture is given up. */
const mostTries = 5;

/** An hour, then four times as long each time. */
const pauseAfter = (tries: number): number => hourMs * 4 ** tries;

/** Fetches one picture, makes ours of it and shows it on its courses; a failure is remembered. Never throws for theirs. */
export async function fetchPicture(
  { tools, db, signal }: { readonly tools: Tools; readonly db: Db; readonly signal: AbortSignal },
  url: string,
): Promise<boolean> {
  try {
    const answer = await tools.fetcher.fetch(url, {
      accept: 'image/avif,image/webp,image/*;q=0.8',
      maxBytes: pictureCaps.bytes,
      attempts: 2,
      signal,
    });
    const bytes = await buffer(answer.body);
    const picture = await storePicture(tools, bytes, await encodePicture(bytes));
    await transact(db, (inner) => savePicture(inner, url, picture, tools.clock.now()));
    return true;
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof FetchFailed || error instanceof FetchRefused || error instanceof PictureRefused))
      throw error;
    await remember({ tools, db }, url, error);
    return false;
  }
}

async function remember({ tools, db }: { tools: Tools; db: Db }, url: string, error: Error): Promise<void> {
  const now = tools.clock.now();
  const tries = await triesOf(db, url);
  const again = error instanceof FetchFailed && error.retryable && tries + 1 < mostTries;
  const nextAt = again ? new Date(now.getTime() + pauseAfter(tries)) : null;
  await saveFailure(db, url, { error: error.message, nextAt, now });
}

const extensions: Readonly<Record<Rendition['format'], string>> = { avif: 'avif', webp: 'webp', jpeg: 'jpg' };

async function storePicture(tools: Tools, bytes: Uint8Array, encoded: EncodedPicture): Promise<NewPicture> {
  const files: Record<string, string> = {};
  for (const rendition of encoded.renditions) {
    const stored = await tools.storage.put(rendition.bytes, { contentType: rendition.contentType });
    files[`${rendition.width}.${extensions[rendition.format]}`] = stored.key;
  }
  const largest = encoded.renditions.reduce((a, b) => (b.width > a.width ? b : a));
  return { key: pictureKeyOf(bytes), files, width: largest.width, height: largest.height };
}
