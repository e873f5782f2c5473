import { z } from 'zod';
import type { App, AppContext } from '../../../../platform/http/environment.ts';
import { readForm } from '../../../../platform/http/form.ts';
import { flash } from '../../../../platform/http/send-page.tsx';
import { teachUrl } from '../../course-people/course-frame.tsx';
import { readTime } from '../captions/cue-time.ts';
import { joinFilm, splitFilm } from './split-film.ts';

/** The buttons that cut a film in two, and make it one again. */
export function splitFilmRoutes(app: App): void {
  app.post('/teach/courses/:id/films/:block/split', takeSplit);
  app.post('/teach/courses/:id/films/:block/join', takeJoin);
}

const placeOf = (c: AppContext) => ({
  courseId: c.req.param('id') ?? '',
  blockId: c.req.param('block') ?? '',
});

const backToFilm = (c: AppContext): Response => {
  const { courseId, blockId } = placeOf(c);
  return c.redirect(teachUrl(c, courseId, `/films/${blockId}`), 303);
};

async function takeSplit(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const read = await readForm(c, z.object({ at: z.string().max(40).catch('') }));
  const ms = readTime(read.ok ? read.value.at : '');
  // a time that cannot be read lies in no film
  await splitFilm(db, actor, { ...placeOf(c), at: ms === undefined ? -1 : ms / 1000 });
  return backToFilm(c);
}

async function takeJoin(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  await joinFilm(db, actor, placeOf(c));
  flash(c, 'good', t('courses.split.undone'));
  return backToFilm(c);
}
