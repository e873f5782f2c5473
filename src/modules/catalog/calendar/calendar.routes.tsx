import { type Calendar, icalendar } from '../../../platform/calendar/ical-calendar.ts';
import { type CalendarEvent, isTimed } from '../../../platform/calendar/calendar-event.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { courseEvents } from '../publish-feeds/course-events.ts';
import { coursesIn } from '../read-courses/courses.queries.ts';
import { todayFor } from '../run-states/run-state.ts';
import { calendarAddress } from './calendar-address.ts';
import type { AddToCalendar, CalendarOccasion } from './calendar-occasions.ts';
import {
  type CalendarAsked,
  calendarQuery,
  kindsOf,
  readCalendar,
  selectionOf,
  type Span,
  spanOf,
} from './calendar-view.ts';
import { CalendarPage } from './calendar.page.tsx';
import { coursesInSpan } from './calendar.queries.ts';
import { showCalendar } from './calendar.ts';

const mostCoursesInFile = 300;
const aWhile = 'public, max-age=900';
const nothingElse: AddToCalendar = () => Promise.resolve([]);

/** GET /calendar (what starts, what closes, by month, week or day) and the same view as /calendar.ics. */
export function calendarRoutes(app: App, addToCalendar: AddToCalendar = nothingElse): void {
  app.get('/calendar', (c) => sendCalendarPage(c, addToCalendar));
  app.get('/calendar.ics', (c) => sendCalendarFile(c, addToCalendar));
}

interface Asked {
  readonly asked: CalendarAsked;
  readonly today: string;
  readonly span: Span;
}

function askedBy(c: AppContext): Asked {
  const today = dayOf(c.var.actor.now);
  const asked = readCalendar(c.req.query(), today);
  return { asked, today, span: spanOf(asked, today) };
}

/** Meet-ups have no subject and no last day to enrol: they stand where neither is asked for. */
async function occasionsIn(
  c: AppContext,
  { asked, span }: Asked,
  add: AddToCalendar,
): Promise<readonly CalendarOccasion[]> {
  if (asked.subject !== undefined || !kindsOf(asked).includes('starts') || asked.page > 1) return [];
  return add(c, { ...span, language: asked.language });
}

async function sendCalendarPage(c: AppContext, add: AddToCalendar): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const request = askedBy(c);
  const { asked, today } = request;
  const found = await showCalendar(db, asked, { today, now: actor.now });
  const occasions = await occasionsIn(c, request, add);
  const addressOf = calendarAddress(site, lang, asked, today);
  const isWhole = asked.subject === undefined && asked.language === undefined && asked.what === undefined;
  return sendPage(c, {
    title: t('catalog.calendar.title'),
    description: t('catalog.calendar.lead'),
    nav: 'calendar',
    indexed: isWhole && asked.day === undefined,
    canonicalQuery: calendarQuery(asked, today),
    head: (
      <link
        rel="alternate"
        type="text/calendar"
        href={absoluteUrl(site, lang, '/calendar.ics', calendarQuery(asked, today))}
        title={t('catalog.calendar.title')}
      />
    ),
    children: <CalendarPage t={t} site={site} found={found} occasions={occasions} addressOf={addressOf} />,
  });
}

async function sendCalendarFile(c: AppContext, add: AddToCalendar): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const request = askedBy(c);
  const { asked, today, span } = request;
  const wanted = { kinds: kindsOf(asked), selection: selectionOf(asked) };
  const rows = await coursesIn(db, coursesInSpan(span, wanted, mostCoursesInFile));
  const scene = { t, site, now: actor.now };
  const kinds = wanted.kinds.map((kind) => (kind === 'starts' ? ('start' as const) : ('last' as const)));
  const events = rows
    .flatMap((row) => courseEvents(row, scene, kinds))
    .filter((event) => isWithin(event, span));
  const occasions = await occasionsIn(c, request, add);
  const query = calendarQuery(asked, today);
  const calendar: Calendar = {
    name: `${t('catalog.calendar.title')} · ${site.name}`,
    lang,
    source: absoluteUrl(site, lang, '/calendar.ics', query),
    url: absoluteUrl(site, lang, '/calendar', query),
    events: [...events, ...occasions.map(({ event }) => event)],
  };
  c.header('Content-Disposition', 'inline; filename="calendar.ics"');
  // the stamp of the moment is no change: who has the same events gets 304
  const identity = icalendar(calendar, new Date(0));
  return respond(c, icalendar(calendar, actor.now), 'text/calendar; charset=utf-8', 200, aWhile, identity);
}

/** The day where the run takes place counts, as on the page; a month that reaches into the span does too. */
function isWithin(event: CalendarEvent, { from, to }: Span): boolean {
  if (!isTimed(event)) return event.from <= to && event.to >= from;
  const day = todayFor(event.zone, event.start);
  return day >= from && day <= to;
}
