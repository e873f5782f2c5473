import { z } from 'zod';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { urlFor } from '../../../../platform/http/site.ts';
import { retryFilm } from '../transcode-film/retry-film.ts';
import { filmsPage } from './films-page.tsx';
import { placeFilm } from './place-film.ts';

/** GET /teach/courses/:id/films, and the forms on it. */
export function listFilmsRoutes(app: App): void {
  app.get('/teach/courses/:id/films', (c) => filmsPage(c));
  app.post('/teach/courses/:id/films/place/:file', takePlace);
  app.post('/teach/courses/:id/films/retry/:file', takeRetry);
}

async function takePlace(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const { id = '', file = '' } = c.req.param();
  const read = await readForm(c, z.object({ unit: z.string().max(80).catch('') }));
  const blockId = await placeFilm(db, actor, {
    courseId: id,
    fileId: file,
    unitId: read.ok ? read.value.unit : '',
  });
  flash(c, 'good', t('courses.films.place.done'));
  return c.redirect(urlFor(site, lang, `/teach/courses/${id}/films/${blockId}`), 303);
}

async function takeRetry(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const { id = '', file = '' } = c.req.param();
  await retryFilm(db, actor, { courseId: id, fileId: file });
  flash(c, 'info', t('courses.films.retry.done'));
  return c.redirect(urlFor(site, lang, `/teach/courses/${id}/films`), 303);
}
