import { Readable } from 'node:stream';
import { transact } from '../../../../platform/db/transact.ts';
import { FileTooLarge, StorageTrouble, type StoredFile } from '../../../../platform/files/storage.ts';
import type { AppContext } from '../../../../platform/http/environment.ts';
import { BadMultipart, readUpload } from '../../../../platform/http/multipart.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { urlFor } from '../../../../platform/http/site.ts';
import { Refusal } from '../../../../platform/refusal.ts';
import { partId } from '../../content/identifiers.ts';
import { fileName, mostFileBytes } from '../../course-files/kept-file.ts';
import { filmMissing, filmTooLarge, notAFilm, storageFails, uploadBroken } from '../film-refusals.ts';
import { courseAtHand } from '../../course-people/course-at-hand.ts';
import { mayEdit } from '../../policy.ts';
import { filmsPage } from '../list-films/films-page.tsx';
import { filmType, typeBytes } from './film-type.ts';
import { takeFilm } from './take-film.ts';

interface FormFilm extends StoredFile {
  readonly name: string;
  readonly type: string;
}

/** POST .../films/uploads/form: a film as browsers send it without any script, to the disk as it arrives. */
export async function takeForm(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const courseId = c.req.param('id') ?? '';
  await courseAtHand(db, actor, courseId, mayEdit);
  try {
    const { fields, film } = await readFilmForm(c);
    const blockId = partId.safeParse(fields['block']).data;
    const uploadId = actor.ids.next().replaceAll('-', '');
    await transact(db, (inner) => takeFilm(inner, actor, { courseId, uploadId, ...film, blockId }));
    flash(c, 'good', t('courses.films.upload.taken', { name: fileName(film.name) }));
    const back = blockId === undefined ? '' : `/${blockId}`;
    return c.redirect(urlFor(site, lang, `/teach/courses/${courseId}/films${back}`), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return filmsPage(c, { status: error.status === 422 ? 422 : error.status === 413 ? 413 : 400, error });
  }
}

async function readFilmForm(
  c: AppContext,
): Promise<{ fields: Readonly<Record<string, string>>; film: FormFilm }> {
  const { storage } = c.var.tools;
  const { fields, file } = await readUpload<FormFilm>(c.req.raw, {
    fileField: 'film',
    async store({ filename, body }) {
      const { start, whole } = await withStart(body);
      const type = filmType(start);
      if (start.length === 0) throw filmMissing();
      if (type === undefined) throw notAFilm();
      const stored = await storage.put(whole, { contentType: type, maxBytes: mostFileBytes });
      return { ...stored, name: filename, type };
    },
  }).catch(asRefusal);
  if (!file) throw filmMissing();
  return { fields, film: file };
}

function asRefusal(error: unknown): never {
  if (error instanceof FileTooLarge) throw filmTooLarge(mostFileBytes / 1e9);
  if (error instanceof BadMultipart) throw uploadBroken();
  if (error instanceof StorageTrouble) throw storageFails();
  throw error;
}

/** The first bytes of a stream, and a stream of all of it. */
async function withStart(body: Readable): Promise<{ start: Uint8Array; whole: Readable }> {
  const chunks = body[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let start = Buffer.alloc(0);
  let ended = false;
  while (start.length < typeBytes && !ended) {
    const next = await chunks.next();
    if (next.done) ended = true;
    else start = Buffer.concat([start, next.value]);
  }
  async function* all() {
    yield start;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  }
  return { start, whole: Readable.from(all(), { objectMode: false }) };
}
