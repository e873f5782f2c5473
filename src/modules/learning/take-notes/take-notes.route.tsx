import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { findCourse, findUnit } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { CoursePlace, UnitPlace } from '../find-place/place.ts';
import { noteUnreadable } from '../refusals.ts';
import { notesMarkdown } from './notes-markdown.ts';
import { NotesPage } from './notes.page.tsx';
import { addNote, bookmarkUnit, changeNote, notesByUnit, removeNote } from './take-notes.ts';

const text = z
  .string()
  .max(10_000)
  .transform((typed) => typed.replace(/\r\n?/g, '\n').trim())
  .pipe(z.string().min(1));
const noteForm = z.object({
  id: z.uuid(),
  text,
  at: z.string().max(20).catch(''),
  film: z.string().max(80).optional(),
});
const changeForm = noteForm.omit({ id: true, film: true });

/** Notes and bookmarks: forms beside a unit, and /learn/:slug/-/notes for all of a course. */
export function takeNotesRoutes(app: App): void {
  app.get('/learn/:slug/-/notes', signedInOnly, keptNowhere, showNotes);
  app.get('/learn/:slug/-/notes.md', signedInOnly, keptNowhere, sendMarkdown);
  app.post('/learn/:slug/-/notes/:note', signedInOnly, takeChange);
  app.post('/learn/:slug/-/notes/:note/remove', signedInOnly, takeRemove);
  app.post('/learn/:slug/:unit/notes', signedInOnly, takeNote);
  app.post('/learn/:slug/:unit/bookmark', signedInOnly, takeBookmark);
}

const courseOf = (c: AppContext): Promise<CoursePlace> =>
  findCourse(c.var.db, c.var.actor, c.req.param('slug') ?? '');

const unitOf = (c: AppContext): Promise<UnitPlace> =>
  findUnit(c.var.db, c.var.actor, { slug: c.req.param('slug') ?? '', unitId: c.req.param('unit') ?? '' });

async function showNotes(c: AppContext): Promise<Response> {
  const place = await courseOf(c);
  const { t, db } = c.var;
  const scene = sceneOf(c);
  return sendPage(c, {
    nav: 'learn',
    title: t('learning.notes.title'),
    width: 'narrow',
    indexed: false,
    breadcrumbs: [
      { label: t('learning.mine.title'), href: scene.to('/learn') },
      { label: place.course.title, href: scene.to(learnPath(place.course.slug)) },
      { label: t('learning.notes.title'), href: scene.to(learnPath(place.course.slug, '-', 'notes')) },
    ],
    children: <NotesPage scene={scene} place={place} units={await notesByUnit(db, place)} />,
  });
}

async function sendMarkdown(c: AppContext): Promise<Response> {
  const place = await courseOf(c);
  const units = await notesByUnit(c.var.db, place);
  c.header('Content-Type', 'text/markdown; charset=utf-8');
  const name = encodeURIComponent(`notes-${place.course.slug}.md`);
  c.header('Content-Disposition', `attachment; filename="notes.md"; filename*=UTF-8''${name}`);
  return c.body(notesMarkdown(place.course.title, units, c.var.t('learning.notes.gone')));
}

async function takeNote(c: AppContext): Promise<Response> {
  const place = await unitOf(c);
  const read = await readForm(c, noteForm);
  if (!read.ok) throw noteUnreadable();
  await addNote(c.var.db, c.var.actor, place, read.value);
  return c.redirect(`${sceneOf(c).to(learnPath(place.course.slug, place.unit.id))}#notes`, 303);
}

async function takeChange(c: AppContext): Promise<Response> {
  const place = await courseOf(c);
  const read = await readForm(c, changeForm);
  if (!read.ok) throw noteUnreadable();
  await changeNote(c.var.db, c.var.actor, place, { id: c.req.param('note') ?? '', ...read.value });
  flash(c, 'good', c.var.t('learning.notes.kept'));
  return c.redirect(sceneOf(c).to(learnPath(place.course.slug, '-', 'notes')), 303);
}

async function takeRemove(c: AppContext): Promise<Response> {
  const place = await courseOf(c);
  await removeNote(c.var.db, place, c.req.param('note') ?? '');
  flash(c, 'good', c.var.t('learning.notes.removed'));
  return c.redirect(sceneOf(c).to(learnPath(place.course.slug, '-', 'notes')), 303);
}

async function takeBookmark(c: AppContext): Promise<Response> {
  const place = await unitOf(c);
  const read = await readForm(c, z.object({ on: z.enum(['yes', 'no']).catch('yes') }));
  await bookmarkUnit(c.var.db, c.var.actor, place, !read.ok || read.value.on === 'yes');
  return c.redirect(sceneOf(c).to(learnPath(place.course.slug, place.unit.id)), 303);
}
