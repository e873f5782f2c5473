import { z } from 'zod';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { BadMultipart, readUpload } from '../../../../platform/http/multipart.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { Refusal } from '../../../../platform/refusal.ts';
import { teachUrl } from '../../course-people/course-frame.tsx';
import { captionLimits, type CaptionProblem } from '../captions/cue.ts';
import {
  captionsMissing,
  captionsTooLarge,
  languageMissing,
  trackNotFound,
  uploadBroken,
} from '../film-refusals.ts';
import { filmPage } from '../look-at-film/look-at-film.route.tsx';
import { beginCaptions, importCaptions, removeCaptions } from './import-captions.ts';
import { trackTitle } from './captions-part.tsx';
import { type TrackName, trackName } from './track-of.ts';

/** Captions that come as files, begin empty, or go. */
export function captionFileRoutes(app: App): void {
  app.post('/teach/courses/:id/films/:block/captions', takeCaptions);
  app.post('/teach/courses/:id/films/:block/captions/:lang/remove', takeRemove);
}

const placeOfFilm = (c: AppContext) => ({
  courseId: c.req.param('id') ?? '',
  blockId: c.req.param('block') ?? '',
});

async function takeCaptions(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const place = placeOfFilm(c);
  try {
    const { fields, bytes } = await readCaptionForm(c);
    const name = trackName(fields['lang'], fields['kind']);
    if (!name) throw languageMissing();
    if (fields['do'] === 'begin') {
      await beginCaptions(db, actor, { ...place, name });
      return c.redirect(editorAddress(c, name), 303);
    }
    if (bytes === undefined || bytes.length === 0) throw captionsMissing();
    const { lines, problems } = await importCaptions(db, actor, { ...place, name, bytes });
    const said = [
      t('courses.captions.imported', { n: lines, track: trackTitle(t, name) }),
      ...problems.map((problem) => sayProblem(c, problem)),
    ];
    flash(c, problems.length > 0 ? 'info' : 'good', said.join(' '));
    return c.redirect(editorAddress(c, name), 303);
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    const status = error.status === 413 || error.status === 400 || error.status === 409 ? error.status : 422;
    return filmPage(c, { status, error });
  }
}

const sayProblem = (c: AppContext, { code, count, line }: CaptionProblem): string =>
  c.var.t(`courses.captions.problem.${code}`, { n: count, line });

function editorAddress(c: AppContext, { lang, kind }: TrackName): string {
  const { courseId, blockId } = placeOfFilm(c);
  const query = { kind: kind === 'captions' ? undefined : kind };
  return teachUrl(c, courseId, `/films/${blockId}/captions/${lang}`, query);
}

async function readCaptionForm(c: AppContext) {
  const { fields, file } = await readUpload(c.req.raw, {
    fileField: 'file',
    store: ({ body }) => gathered(body),
  }).catch((error: unknown) => {
    throw error instanceof BadMultipart ? uploadBroken() : error;
  });
  return { fields, bytes: file };
}

async function gathered(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    // two bytes a letter, in the widest encoding that is read
    if ((size += chunk.length) > captionLimits.bytes * 2) throw captionsTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function takeRemove(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const place = placeOfFilm(c);
  const read = await readForm(c, z.object({ kind: z.string().catch('captions') }));
  const name = trackName(c.req.param('lang'), read.ok ? read.value.kind : undefined);
  if (!name) throw trackNotFound();
  await removeCaptions(db, actor, { ...place, name });
  flash(c, 'info', t('courses.captions.removed', { track: trackTitle(t, name) }));
  return c.redirect(`${teachUrl(c, place.courseId, `/films/${place.blockId}`)}#captions`, 303);
}
