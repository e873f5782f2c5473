import { Readable } from 'node:stream';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { boundaryOf, readUpload } from '../../../platform/http/multipart.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { isArticleId } from '../article/article-id.ts';
import { pictureFile } from './pictures.queries.ts';
import { pictureAddress } from './shown-picture.ts';
import { pictureBytes, storePicture } from './store-picture.ts';

const types: Readonly<Record<string, string>> = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpeg: 'image/jpeg',
};

/** A picture never changes: its files are kept for ever. */
export function pictureRoutes(app: App): void {
  app.get('/pictures/news/:id/:file', sendPicture);
  app.post('/editor/pictures', takePicture);
}

async function sendPicture(c: AppContext) {
  const { id = '', file = '' } = c.req.param();
  const found = isArticleId(id) ? await pictureFile(c.var.db, id, file) : undefined;
  const opened = found && (await c.var.tools.storage.open(found.key));
  if (!opened) return c.notFound();
  c.header('Content-Type', types[file.split('.').at(-1) ?? ''] ?? 'application/octet-stream');
  c.header('Content-Length', String(opened.bytes));
  c.header('Cache-Control', 'public, max-age=31536000, immutable');
  return c.body(Readable.toWeb(opened.body) as ReadableStream);
}

const noPicture = () =>
  new Refusal(422, 'editorial.no-picture', 'editorial.picture.none', { field: 'picture' });

/** For the editor's script: a picture alone, answered with its id; what is wrong comes as a sentence. */
async function takePicture(c: AppContext) {
  const { db, actor, tools, t } = c.var;
  try {
    if (boundaryOf(c.req.header('content-type')) === undefined) throw noPicture();
    const { file } = await readUpload(c.req.raw, {
      fileField: 'picture',
      store: ({ body }) => pictureBytes(body as AsyncIterable<Buffer>),
    });
    if (!file) throw noPicture();
    const { id, width, height } = await storePicture(db, actor, { storage: tools.storage, bytes: file });
    return c.json({ id, width, height, src: pictureAddress(id) });
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'picture') throw error;
    return c.json({ problem: t(error.messageKey as 'editorial.picture.broken') }, 422);
  }
}
