import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { type CourseRow, coursesAsked } from '../../catalog/index.ts';
import { addCourses } from '../keep-course/keep-course.ts';
import { emptyBrowser, hasKeptCookie, keptInBrowser } from '../keep-course/kept-in-browser.ts';
import { makeList } from '../make-list/make-list.ts';
import { ownPath } from '../make-list/make-list.route.tsx';
import { listsOf } from '../read-lists/lists.queries.ts';
import { sceneOf } from '../show-lists/show-lists.route.tsx';
import { KeptHere, MyLists, TakeOver } from './mine.page.tsx';

/** GET /lists/mine; GET and POST /lists/take-over, where signing in leads who kept courses without an account. */
export function showMineRoutes(app: App): void {
  app.get('/lists/mine', keptNowhere, async (c) =>
    c.var.actor.id === undefined ? showKept(c) : showMine(c),
  );
  app.get('/lists/take-over', signedInOnly, keptNowhere, showTakeOver);
  app.post('/lists/take-over', signedInOnly, takeOver);
}

async function showMine(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const lists = await listsOf(db, actor.id ?? '');
  const keptHere = hasKeptCookie(c) ? (await keptInBrowser(c)).length : 0;
  return sendPage(c, {
    title: t('lists.mine.title'),
    indexed: false,
    children: <MyLists scene={sceneOf(c)} lists={lists} keptHere={keptHere} />,
  });
}

async function showKept(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  const kept = hasKeptCookie(c) ? await keptInBrowser(c) : [];
  const undo = c.req.query('undo') ?? '';
  const known = await coursesAsked(db, [...kept, undo]);
  const courses = standing(kept, known);
  return sendPage(c, {
    title: t('lists.kept.title'),
    indexed: false,
    children: (
      <KeptHere
        scene={sceneOf(c)}
        courses={courses}
        undo={kept.includes(undo) ? undefined : known.get(undo)}
      />
    ),
  });
}

/** Each once, in the order in which they were kept. */
const standing = (ids: readonly string[], known: ReadonlyMap<string, CourseRow>): CourseRow[] => [
  ...new Map(ids.flatMap((id) => known.get(id) ?? []).map((course) => [course.id, course])).values(),
];

async function showTakeOver(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const kept = hasKeptCookie(c) ? await keptInBrowser(c) : [];
  const courses = standing(kept, await coursesAsked(db, kept));
  return sendPage(c, {
    title: t('lists.take-over.title'),
    width: 'narrow',
    indexed: false,
    children: <TakeOver scene={sceneOf(c)} courses={courses} newId={actor.ids.next()} />,
  });
}

const takeForm = z.object({ id: z.uuid().catch(''), do: z.enum(['take', 'forget']).catch('take') });

/** What this browser kept becomes a list of the account, and the browser keeps it no longer. */
async function takeOver(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const read = await readForm(c, takeForm);
  const kept = await keptInBrowser(c);
  emptyBrowser(c);
  if (!read.ok || read.value.do === 'forget' || kept.length === 0)
    return c.redirect(urlFor(site, lang, '/lists/mine'), 303);
  const title = t('lists.take-over.list-title');
  const listId = await makeList(db, actor, {
    id: read.value.id,
    title,
    description: null,
    lang,
    isPlan: false,
  });
  await addCourses(db, actor, { listId, courses: kept });
  flash(c, 'good', t('lists.take-over.done'));
  return c.redirect(ownPath(c, listId), 303);
}
