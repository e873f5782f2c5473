import { z } from 'zod';
import { transact } from '../../../../platform/db/transact.ts';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { urlFor } from '../../../../platform/http/site.ts';
import { Refusal } from '../../../../platform/refusal.ts';
import { uploadNotFound } from '../film-refusals.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { partId } from '../../content/identifiers.ts';
import { beginUpload, endUpload, forgetUpload } from './resumable-upload.ts';
import { bytesOfFile } from '../../course-files/files.queries.ts';
import { filmOfUpload } from './take-film.ts';
import { takeForm } from './take-form.ts';
import { findUpload, noteMoved, type UploadRow } from './upload-film.queries.ts';
import { isUploadId, uploadStore } from './upload-store.ts';

/**
 * Films come in here: piece by piece (tus 1.0: POST, then HEAD and PATCH at the address that it gives), or as one plain
 * form. Addresses with `uploads` are no transactions of their own: it is opened when the bytes are here.
 */
export function uploadFilmRoutes(app: App): void {
  app.post('/teach/courses/:id/films/uploads', begin);
  app.post('/teach/courses/:id/films/uploads/form', takeForm);
  app.get('/teach/courses/:id/films/uploads/:upload', tellOffset);
  app.patch('/teach/courses/:id/films/uploads/:upload', takePiece);
  app.delete('/teach/courses/:id/films/uploads/:upload', (c) => goOn(c));
  app.post('/teach/courses/:id/films/uploads/:upload/stop', stop);
}

const metadata = z.object({
  filename: z.string().max(1000).catch(''),
  block: partId.optional().catch(undefined),
});

/** "filename YS5tb3Y=,block YjE=" (tus 1.0, Upload-Metadata). */
function readMetadata(header: string | undefined): z.infer<typeof metadata> {
  const pairs = (header ?? '').split(',').map((pair) => {
    const [name = '', value = ''] = pair.trim().split(' ');
    return [name, Buffer.from(value, 'base64').toString('utf8')] as const;
  });
  return metadata.parse(Object.fromEntries(pairs.filter(([name]) => name !== '')));
}

async function begin(c: AppContext): Promise<Response> {
  const { db, actor, tools, site, lang } = c.var;
  const courseId = c.req.param('id') ?? '';
  const { filename, block } = readMetadata(c.req.header('upload-metadata'));
  const bytes = Number(c.req.header('upload-length') ?? Number.NaN);
  const id = await answered(c, () =>
    transact(db, (inner) =>
      beginUpload(inner, actor, {
        courseId,
        name: filename,
        bytes,
        ...(block !== undefined && { blockId: block }),
      }),
    ),
  );
  if (id instanceof Response) return id;
  const place = urlFor(site, lang, `/teach/courses/${courseId}/films/uploads/${id}`);
  return uploadStore(tools.config).create(c.req.raw, id, place);
}

/** Scripts read the sentence of a refusal as plain text. */
async function answered<T>(c: AppContext, run: () => Promise<T>): Promise<T | Response> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return c.text(c.var.t(error.messageKey as Parameters<typeof c.var.t>[0], error.values), error.status);
  }
}

/** The upload, where the actor may go on with it; undefined where there is none. @throws Refusal 404, 403 */
async function uploadHere(c: AppContext): Promise<UploadRow | undefined> {
  const { actor, tools } = c.var;
  const { db } = tools.database;
  const courseId = c.req.param('id') ?? '';
  const id = c.req.param('upload') ?? '';
  await courseAtHand(db, actor, courseId, mayEdit);
  const upload = isUploadId(id) ? await findUpload(db, id) : undefined;
  return upload?.courseId === courseId ? upload : undefined;
}

async function ownUpload(c: AppContext): Promise<UploadRow> {
  const upload = await uploadHere(c);
  if (!upload) throw uploadNotFound();
  return upload;
}

/**
 * How much is here. A film that is here whole, and was not taken because something broke, is taken now. One that was taken
 * is here to its end: somebody whose last answer was lost, or a second tab, would send all of it again otherwise.
 */
async function tellOffset(c: AppContext): Promise<Response> {
  if (c.req.raw.method !== 'HEAD') return c.notFound();
  if (await uploadHere(c)) return goOn(c);
  const file = filmOfUpload(c.req.param('upload') ?? '');
  const bytes = await bytesOfFile(c.var.tools.database.db, c.req.param('id') ?? '', file);
  if (bytes === undefined) throw uploadNotFound();
  return c.body(null, 200, {
    'Tus-Resumable': '1.0.0',
    'Upload-Offset': String(bytes),
    'Upload-Length': String(bytes),
    'Cache-Control': 'no-store',
  });
}

const takePiece = (c: AppContext): Promise<Response> => goOn(c);

async function goOn(c: AppContext): Promise<Response> {
  const { tools } = c.var;
  const upload = await ownUpload(c);
  await noteMoved(tools.database.db, upload.id, c.var.actor.now);
  const response = await uploadStore(tools.config).go(c.req.raw, upload.id);
  if (response.status >= 300 || c.req.raw.method === 'DELETE') return response;
  const ended = await answered(c, () => endUpload(tools, c.var.actor, upload));
  return ended instanceof Response ? ended : response;
}

async function stop(c: AppContext): Promise<Response> {
  const { db, tools, t, site, lang } = c.var;
  const upload = await ownUpload(c);
  await transact(db, (inner) => forgetUpload(inner, upload.id));
  await uploadStore(tools.config).remove(upload.id);
  flash(c, 'info', t('courses.films.upload.stopped', { name: upload.name }));
  return c.redirect(urlFor(site, lang, `/teach/courses/${upload.courseId}/films`), 303);
}
