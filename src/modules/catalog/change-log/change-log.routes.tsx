import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { atomFeed } from '../../../platform/feeds/atom.ts';
import type { FeedEntry } from '../../../platform/feeds/feed.ts';
import { courseUrl } from '../read-courses/course-url.ts';
import { courseNotFound } from '../refusals.ts';
import { courseCrumbs } from '../show-course/course-crumbs.ts';
import { courseOrMove } from '../show-course/course-or-move.ts';
import type { ShownCourse } from '../show-course/show-course.queries.ts';
import { ChangeLogPage } from './change-log.page.tsx';
import { changesOfCourse } from './changes-of-course.queries.ts';
import { type SaidChange, sayChanges } from './told-change.ts';

const pageSize = 30;
const mostPages = 1000;
const mostEntries = 50;
const aWhile = 'public, max-age=900';

const pageForm = z.coerce.number().int().min(1).max(mostPages).catch(1);

/** GET /courses/:slug/changes and the same as an Atom feed; an address of before leads to the present one. */
export function changeLogRoutes(app: App): void {
  app.get('/courses/:slug/changes', showChanges);
  app.get('/courses/:slug/changes.atom', sendChanges);
}

async function showChanges(c: AppContext): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const answer = await courseOrMove(db, c.req.param('slug') ?? '');
  if ('movedTo' in answer) return c.redirect(courseUrl(site, lang, answer.movedTo, '/changes'), 301);
  const course = answer.found;
  const page = pageForm.parse(c.req.query('page') ?? 1);
  const { changes, total } = await changesOfCourse(db, course.id, { size: pageSize, number: page });
  if (page > 1 && changes.length === 0) throw courseNotFound();
  return sendPage(c, {
    title: `${t('catalog.changes.title')} · ${course.title}`,
    nav: 'courses',
    width: 'narrow',
    breadcrumbs: [
      ...courseCrumbs(t, site, course),
      { label: course.title, href: courseUrl(site, lang, course.slug) },
    ],
    head: (
      <link
        rel="alternate"
        type="application/atom+xml"
        href={courseUrl(site, lang, course.slug, '/changes.atom')}
      />
    ),
    children: (
      <ChangeLogPage
        t={t}
        site={site}
        now={actor.now}
        course={course}
        changes={changes}
        page={page}
        pages={Math.ceil(total / pageSize)}
      />
    ),
  });
}

async function sendChanges(c: AppContext): Promise<Response> {
  const { db, t, site, lang } = c.var;
  const answer = await courseOrMove(db, c.req.param('slug') ?? '');
  if ('movedTo' in answer) return c.redirect(courseUrl(site, lang, answer.movedTo, '/changes.atom'), 301);
  const course = answer.found;
  const { changes } = await changesOfCourse(db, course.id, { size: mostEntries, number: 1 });
  const path = `/courses/${encodeURIComponent(course.slug)}`;
  const page = absoluteUrl(site, lang, `${path}/changes`);
  const feed = {
    title: t('catalog.changes.feed-title', { title: course.title }),
    lead: t('catalog.changes.lead'),
    lang,
    self: absoluteUrl(site, lang, `${path}/changes.atom`),
    page,
    entries: sayChanges(t, changes, course.platform.name).map((change) =>
      entryOf(course, change, lang, page),
    ),
  };
  return respond(c, atomFeed(feed), 'application/atom+xml; charset=utf-8', 200, aWhile);
}

const entryOf = (course: ShownCourse, change: SaidChange, lang: string, page: string): FeedEntry => ({
  // changes are counted through the whole catalogue: no two share the end
  id: `${course.id.slice(0, 24)}${change.id.toString(16).padStart(12, '0')}`,
  title: change.lines[0] ?? '',
  lang,
  url: page,
  summary: [...change.lines, ...(change.by === undefined ? [] : [change.by])].join('\n'),
  authors: course.providers.length > 0 ? course.providers.map(({ name }) => name) : [course.platform.name],
  categories: [],
  createdAt: new Date(change.at),
  changedAt: new Date(change.at),
});
