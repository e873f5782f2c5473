import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { courseNamed, coursesIn } from '../read-courses/courses.queries.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { courseNotFound } from '../refusals.ts';
import { wantedBy } from '../search-courses/asked-courses.ts';
import { lastChanged, soonestDays } from '../search-courses/matching-courses.queries.ts';
import { tidyQuery } from '../search-courses/parse-query.ts';
import { readSearch, searchQuery } from '../search-courses/search-address.ts';
import type { CourseQuery } from '../search-courses/search-courses.ts';
import { atomFeed } from '../../../platform/feeds/atom.ts';
import { courseEvents, type EventScene } from './course-events.ts';
import type { Feed } from '../../../platform/feeds/feed.ts';
import { feedEntry } from './feed-entries.ts';
import { isPast } from '../../../platform/calendar/calendar-event.ts';
import { type Calendar, icalendar } from '../../../platform/calendar/ical-calendar.ts';
import { rssFeed } from '../../../platform/feeds/rss.ts';
import { sayQuery } from './say-query.ts';

const mostEntries = 50;
const mostCoursesInCalendar = 200;
/** Programs that look at feeds need not ask more often. */
const aWhile = 'public, max-age=900';

/** GET /courses.atom, /courses.rss and /courses.ics with the parameters of a search; /courses/:slug/runs.ics. */
export function feedRoutes(app: App): void {
  app.get('/courses.atom', async (c) => sendFeed(c, 'application/atom+xml', atomFeed));
  app.get('/courses.rss', async (c) => sendFeed(c, 'application/rss+xml', rssFeed));
  app.get('/courses.ics', searchCalendar);
  app.get('/courses/:slug/runs.ics', courseCalendar);
}

const sceneOf = ({ var: { t, site, actor } }: AppContext): EventScene => ({ t, site, now: actor.now });

async function sendFeed(c: AppContext, type: string, write: (feed: Feed) => string): Promise<Response> {
  const { db, site, lang, t, path, actor } = c.var;
  const query = askedBy(c);
  const wanted = await wantedBy(db, query, { now: actor.now, lang });
  const rows = wanted ? await coursesIn(db, lastChanged(wanted, mostEntries)) : [];
  const feed: Feed = {
    title: `${sayQuery(t, query)} · ${site.name}`,
    lead: t('catalog.feeds.lead'),
    lang,
    self: absoluteUrl(site, lang, path, searchQuery(query)),
    page: absoluteUrl(site, lang, '/courses', searchQuery(query)),
    entries: rows.map((row) => feedEntry(row, sceneOf(c))),
  };
  return respond(c, write(feed), `${type}; charset=utf-8`, 200, aWhile);
}

/** Feeds have their own order and no pages. */
function askedBy(c: AppContext): CourseQuery {
  const asked = readSearch(new URL(c.req.url).searchParams);
  return { ...asked, q: tidyQuery(asked.q).trim(), sort: 'best', page: 1 };
}

async function searchCalendar(c: AppContext): Promise<Response> {
  const { db, site, lang, t, path, actor } = c.var;
  const query = askedBy(c);
  const wanted = await wantedBy(db, query, { now: actor.now, lang });
  const today = dayOf(actor.now);
  const rows = wanted ? await coursesIn(db, soonestDays(wanted, today, mostCoursesInCalendar)) : [];
  const events = rows
    .flatMap((row) => courseEvents(row, sceneOf(c), ['start', 'last']))
    .filter((event) => !isPast(event, today, actor.now));
  return sendCalendar(c, 'courses', {
    name: `${sayQuery(t, query)} · ${site.name}`,
    lang,
    source: absoluteUrl(site, lang, path, searchQuery(query)),
    url: absoluteUrl(site, lang, '/courses', searchQuery(query)),
    events,
  });
}

async function courseCalendar(c: AppContext): Promise<Response> {
  const { db, site, lang } = c.var;
  const slug = c.req.param('slug') ?? '';
  const row = isPlausible(slug) ? await courseNamed(db, slug) : undefined;
  if (!row) throw courseNotFound();
  const path = `/courses/${encodeURIComponent(row.slug)}`;
  if (row.slug !== slug) return c.redirect(urlFor(site, lang, `${path}/runs.ics`), 301);
  return sendCalendar(c, row.slug, calendarOf(row, sceneOf(c), path));
}

const isPlausible = (slug: string): boolean =>
  slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();

const calendarOf = (row: CourseRow, scene: EventScene, path: string): Calendar => ({
  name: textsIn(row, scene.t.lang).title,
  lang: scene.t.lang,
  source: absoluteUrl(scene.site, scene.t.lang, `${path}/runs.ics`),
  url: absoluteUrl(scene.site, scene.t.lang, path),
  events: courseEvents(row, scene),
});

/** The stamp of the moment is no change: who has the same events gets 304. */
function sendCalendar(c: AppContext, name: string, calendar: Calendar): Response {
  const { now } = c.var.actor;
  const file = encodeURIComponent(`${name}.ics`);
  c.header('Content-Disposition', `inline; filename="courses.ics"; filename*=UTF-8''${file}`);
  const identity = icalendar(calendar, new Date(0));
  return respond(c, icalendar(calendar, now), 'text/calendar; charset=utf-8', 200, aWhile, identity);
}
