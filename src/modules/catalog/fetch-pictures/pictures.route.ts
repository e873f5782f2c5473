import { Readable } from 'node:stream';
import type { App } from '../../../platform/http/environment.ts';
import { pictureFiles } from './fetch-pictures.queries.ts';
import { fileFor } from './picture-key.ts';

const types: Readonly<Record<string, string>> = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' };

/** Our own renditions of pictures that came from outside; their names never mean anything else, so they are kept for ever. */
export function pictureRoutes(app: App): void {
  app.get('/pictures/:key/:file', async (c) => {
    const { key, file } = c.req.param();
    const files = /^[0-9a-f]{32}$/.test(key) ? await pictureFiles(c.var.db, key) : undefined;
    const stored = files && fileFor(files, file);
    const opened = stored === undefined ? undefined : await c.var.tools.storage.open(stored);
    if (!opened) return c.notFound();
    c.header('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
    c.header('Content-Length', String(opened.bytes));
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('X-Content-Type-Options', 'nosniff');
    return c.body(Readable.toWeb(opened.body) as ReadableStream);
  });
}
