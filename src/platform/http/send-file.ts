import { Readable } from 'node:stream';
import { RangeOutside, type Storage } from '../files/storage.ts';
import type { AppContext } from './environment.ts';

export interface FileToSend {
  /** In the storage. */
  readonly key: string;
  /** What the person's copy is called. */
  readonly name: string;
  readonly type: string;
  /** Shown in the browser, or downloaded. */
  readonly inPlace: boolean;
  /** `public, max-age=...` or `private, ...`. */
  readonly cache: string;
}

/** What an uploaded file may do when it is opened by itself: nothing. */
const filePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; media-src 'self'; sandbox";

/** Sends a stored file, or the part of it that was asked for (RFC 9110, one range); 404 when its bytes are gone. */
export async function sendFile(c: AppContext, storage: Storage, file: FileToSend): Promise<Response> {
  const tag = `"${file.key.slice(0, 32)}"`;
  c.header('ETag', tag);
  c.header('Cache-Control', file.cache);
  if (c.req.header('if-none-match') === tag) return c.body(null, 304);
  const range = rangeOf(c.req.header('range'), c.req.header('if-range'), tag);
  c.header('Accept-Ranges', 'bytes');
  try {
    return await opened(c, storage, file, range);
  } catch (error) {
    if (!(error instanceof RangeOutside)) throw error;
    c.header('Content-Range', `bytes */${error.bytes}`);
    return c.body(null, 416);
  }
}

interface Range {
  readonly start: number;
  readonly end?: number;
  /** Counted from the end. */
  readonly last?: number;
}

async function opened(
  c: AppContext,
  storage: Storage,
  file: FileToSend,
  asked: Range | undefined,
): Promise<Response> {
  const range = asked?.last === undefined ? asked : await lastBytes(storage, file.key, asked.last);
  const found = await storage.open(
    file.key,
    range && { start: range.start, ...(range.end !== undefined && { end: range.end }) },
  );
  if (!found) return c.notFound();
  const { body, bytes } = found;
  const start = range?.start ?? 0;
  const end = Math.min(range?.end ?? bytes - 1, bytes - 1);
  c.header('Content-Type', file.type);
  c.header('Content-Length', String(end - start + 1));
  c.header('Content-Disposition', disposition(file));
  c.header('Content-Security-Policy', filePolicy);
  c.header('Cross-Origin-Resource-Policy', 'same-origin');
  if (range) c.header('Content-Range', `bytes ${start}-${end}/${bytes}`);
  if (c.req.method === 'HEAD') {
    body.destroy();
    return c.body(null, range ? 206 : 200);
  }
  return c.body(Readable.toWeb(body) as ReadableStream, range ? 206 : 200);
}

async function lastBytes(storage: Storage, key: string, last: number): Promise<Range | undefined> {
  const whole = await storage.open(key);
  whole?.body.destroy();
  return whole && { start: Math.max(0, whole.bytes - last) };
}

/** Only one range of bytes is understood; anything else gets the whole file, as the standard allows. */
function rangeOf(header: string | undefined, ifRange: string | undefined, tag: string): Range | undefined {
  if (ifRange !== undefined && ifRange !== tag) return undefined;
  const [, first = '', last = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === '') return last === '' ? undefined : { start: 0, last: Number(last) };
  const [start, end] = [Number(first), last === '' ? undefined : Number(last)];
  if (end !== undefined && end < start) return undefined;
  return end === undefined ? { start } : { start, end };
}

/** Names with accents by RFC 6266. */
function disposition({ name, inPlace }: FileToSend): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/[^\x20-\x7e]/g, '')
      .replace(/["\\]/g, '') || 'file';
  const full = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${inPlace ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${full}`;
}
