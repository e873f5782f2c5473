import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { coursesAsked, type CourseRow } from '../../catalog/index.ts';
import { ownPath } from '../make-list/make-list.route.tsx';
import { listsOf } from '../read-lists/lists.queries.ts';
import { titleMissing } from '../refusals.ts';
import { noteField } from '../arrange-list/note-field.ts';
import { sceneOf } from '../show-lists/show-lists.route.tsx';
import { courseToKeep, keepCourse, type Place } from './keep-course.ts';
import { KeepPage } from './keep-course.page.tsx';
import { dropFromBrowser, keepInBrowser, keptInBrowser } from './kept-in-browser.ts';

/**
 * GET and POST /lists/add?course=ID|SLUG: into a list of one's own, or without an account into a cookie of one's own
 * browser; POST /lists/kept/remove takes a course out of that cookie.
 */
export function keepCourseRoutes(app: App): void {
  app.get('/lists/add', async (c) => {
    const course = await courseToKeep(c.var.db, c.req.query('course') ?? '');
    return showKeep(c, course, emptyForm);
  });
  app.post('/lists/add', async (c) => (c.var.actor.kind === 'person' ? takeIntoList(c) : takeIntoBrowser(c)));
  app.post('/lists/kept/remove', takeOutOfBrowser);
}

async function showKeep(c: AppContext, course: CourseRow, form: FormState): Promise<Response> {
  const { db, actor, t } = c.var;
  const lists = actor.id === undefined ? undefined : await listsOf(db, actor.id);
  const isKept = lists === undefined && (await keptInBrowser(c)).includes(course.id);
  return sendPage(c, {
    title: t('lists.keep.title'),
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: (
      <KeepPage
        scene={sceneOf(c)}
        course={course}
        form={form}
        lists={lists}
        isKept={isKept}
        newId={actor.ids.next()}
      />
    ),
  });
}

const keepForm = z.object({
  course: z.string().max(200).catch(''),
  list: z.string().max(40).catch('new'),
  id: z.uuid().catch(''),
  title: z.string().trim().max(120, 'lists.title.too-long').catch(''),
  note: noteField,
});

function placeOf({ list, id, title }: z.output<typeof keepForm>): Place {
  if (list !== 'new') return { listId: list };
  if (title === '') throw titleMissing();
  return { newList: { id, title } };
}

async function takeIntoList(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, keepForm);
  if (!read.ok) return showKeep(c, await courseToKeep(db, read.form.values['course'] ?? ''), read.form);
  const { course, note } = read.value;
  const done = await answerForm(c, async () =>
    keepCourse(db, actor, { course, note, place: placeOf(read.value) }),
  );
  if (!done.ok) return showKeep(c, await courseToKeep(db, course), done.form);
  flash(c, 'good', t(done.value.added ? 'lists.keep.done' : 'lists.keep.was-there'));
  return c.redirect(ownPath(c, done.value.listId), 303);
}

const courseForm = z.object({ course: z.string().max(200).catch('') });

async function takeIntoBrowser(c: AppContext): Promise<Response> {
  const { db, t, site, lang } = c.var;
  const read = await readForm(c, courseForm);
  const course = await courseToKeep(db, read.ok ? read.value.course : '');
  await keepInBrowser(c, course.id);
  flash(c, 'good', t('lists.keep.here-done'));
  return c.redirect(urlFor(site, lang, '/lists/mine'), 303);
}

/** Ids that were merged away since go with the course that took them in. */
async function takeOutOfBrowser(c: AppContext): Promise<Response> {
  const { db, site, lang } = c.var;
  const read = await readForm(c, courseForm);
  const wanted = read.ok ? read.value.course : '';
  const kept = await keptInBrowser(c);
  const known = await coursesAsked(db, kept);
  const gone = kept.filter((id) => id === wanted || known.get(id)?.id === wanted);
  await dropFromBrowser(c, gone);
  return c.redirect(urlFor(site, lang, '/lists/mine', { undo: known.get(wanted)?.id }), 303);
}
