import { Readable } from 'node:stream';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { RangeOutside } from '../../../../platform/files/storage.ts';
import { fileOfPackage } from '../unpack/packages.queries.ts';
import { setFramePolicy } from './frame-policy.ts';
import { playerRoutes } from './player.route.ts';

/** GET /packages/:address/PATH: files of a package, under the host for frames; /package-player/...: what plays them. */
export function packageRoutes(app: App): void {
  playerRoutes(app);
  app.get('/packages/:address/*', sendPackageFile);
}

const secret = /^[\w-]{43}$/;

async function sendPackageFile(c: AppContext): Promise<Response> {
  setFramePolicy(c);
  // a script that answers for a whole folder, also later, is no part of a course
  if (c.req.header('service-worker') !== undefined) return c.text('not here', 403);
  const address = c.req.param('address') ?? '';
  const path = pathIn(c.req.path, address);
  const file = secret.test(address) && path !== '' ? await fileOfPackage(c.var.db, address, path) : undefined;
  if (!file) return c.text('not here', 404);
  return send(c, file);
}

/** What stands after the address, as the package calls it. */
function pathIn(path: string, address: string): string {
  const inside = path.slice(path.indexOf(`/${address}/`) + address.length + 2);
  try {
    return decodeURIComponent(inside).normalize('NFC');
  } catch {
    return '';
  }
}

async function send(c: AppContext, file: { readonly key: string; readonly type: string }): Promise<Response> {
  const etag = `"${file.key.slice(0, 32)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, max-age=86400');
  c.header('Accept-Ranges', 'bytes');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  const range = rangeOf(c.req.header('range'));
  try {
    const opened = await c.var.tools.storage.open(file.key, range);
    if (!opened) return c.text('not here', 404);
    const last = Math.min(range?.end ?? opened.bytes - 1, opened.bytes - 1);
    const first = range?.start ?? 0;
    if (range) c.header('Content-Range', `bytes ${first}-${last}/${opened.bytes}`);
    c.header('Content-Type', file.type);
    c.header('Content-Length', String(last - first + 1));
    return c.body(Readable.toWeb(opened.body) as ReadableStream, range ? 206 : 200);
  } catch (error) {
    if (!(error instanceof RangeOutside)) throw error;
    c.header('Content-Range', `bytes */${error.bytes}`);
    return c.body(null, 416);
  }
}

/** One range from a first byte on; films ask for no other. */
function rangeOf(header: string | undefined): { start: number; end?: number } | undefined {
  const [, first, last = ''] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(header ?? '') ?? [];
  if (first === undefined) return undefined;
  const [start, end] = [Number(first), last === '' ? undefined : Number(last)];
  if (end === undefined) return { start };
  return end < start ? undefined : { start, end };
}
