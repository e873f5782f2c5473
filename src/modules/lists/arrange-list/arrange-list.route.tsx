import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { findCourses } from '../../catalog/index.ts';
import { addCourses, courseToKeep } from '../keep-course/keep-course.ts';
import { ownPath } from '../make-list/make-list.route.tsx';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { isUuid, ownList } from '../read-lists/own-list.ts';
import { pageOfItems, pageWith } from '../read-lists/page-of-items.ts';
import { noteTooLong } from '../refusals.ts';
import { sceneOf } from '../show-lists/show-lists.route.tsx';
import { moveItem, moves, noteItem, putBack, removeItem } from './arrange-list.ts';
import { takenOut } from './items.queries.ts';
import { noteField } from './note-field.ts';
import { OwnListPage } from './own-list.page.tsx';

const mostFound = 6;

/** GET /lists/mine/:id, and the forms on it. */
export function arrangeListRoutes(app: App): void {
  app.get('/lists/mine/:id', showOwn);
  app.post('/lists/mine/:id/add', takeAdd);
  app.post('/lists/mine/:id/items/:item/move', takeMove);
  app.post('/lists/mine/:id/items/:item/note', takeNote);
  app.post('/lists/mine/:id/items/:item/remove', takeRemove);
  app.post('/lists/mine/:id/items/:item/put-back', takePutBack);
}

async function showOwn(c: AppContext): Promise<Response> {
  const { db, actor, lang, t } = c.var;
  const { list, items } = await ownList(db, actor, c.req.param('id') ?? '');
  const { place, shown } = pageOfItems(items, c.req.query('page'));
  const search = await findCourses(db, c.req.query('q'), { now: actor.now, lang, perPage: mostFound });
  const undone = c.req.query('undo') ?? '';
  const title = isUuid(undone) ? await takenOut(db, list.id, undone) : undefined;
  return sendPage(c, {
    title: list.title,
    indexed: false,
    breadcrumbs: [
      { label: t('lists.mine.title'), href: urlFor(c.var.site, lang, '/lists/mine') },
      { label: list.title, href: ownPath(c, list.id) },
    ],
    children: (
      <OwnListPage
        scene={sceneOf(c)}
        list={list}
        items={await listedCourses(db, shown)}
        place={place}
        search={search}
        undo={title === undefined ? undefined : { id: undone, title }}
      />
    ),
  });
}

const placeOf = (c: AppContext) => ({
  listId: c.req.param('id') ?? '',
  itemId: c.req.param('item') ?? '',
});

async function takeAdd(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const { listId } = placeOf(c);
  const read = await readForm(c, z.object({ course: z.string().max(200).catch('') }));
  // a course that nobody knows is refused, not passed over
  const course = await courseToKeep(db, read.ok ? read.value.course : '');
  const added = await addCourses(db, actor, { listId, courses: [course.id] });
  flash(c, 'good', t(added > 0 ? 'lists.keep.done' : 'lists.keep.was-there'));
  return c.redirect(ownPath(c, listId), 303);
}

async function takeMove(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const read = await readForm(c, z.object({ to: z.enum(moves).catch('up') }));
  const place = placeOf(c);
  const number = await moveItem(db, actor, { ...place, to: read.ok ? read.value.to : 'up' });
  const page = pageWith(number);
  return c.redirect(`${ownPath(c, place.listId)}${page > 1 ? `?page=${page}` : ''}#i${number}`, 303);
}

async function takeNote(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const read = await readForm(c, z.object({ note: noteField }));
  if (!read.ok) throw noteTooLong();
  const place = placeOf(c);
  await noteItem(db, actor, { ...place, note: read.value.note });
  return c.redirect(ownPath(c, place.listId), 303);
}

async function takeRemove(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = placeOf(c);
  await removeItem(db, actor, place);
  return c.redirect(`${ownPath(c, place.listId)}?undo=${place.itemId}`, 303);
}

async function takePutBack(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = placeOf(c);
  await putBack(db, actor, place);
  return c.redirect(ownPath(c, place.listId), 303);
}
