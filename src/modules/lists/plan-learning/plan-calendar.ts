import { type Calendar, icalendar } from '../../../platform/calendar/ical-calendar.ts';
import type { DayEvent } from '../../../platform/calendar/calendar-event.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { respond } from '../../../platform/http/respond.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import type { ListWithItems } from '../read-lists/list-facts.ts';
import { listedCourses } from '../read-lists/listed-courses.ts';
import { type PlannedCourse, planOf } from './plan.ts';

/** A plan as a calendar: one event a course, from its first day to its last. */
export async function sendPlanCalendar(
  c: AppContext,
  { list, items }: ListWithItems,
  page: string,
): Promise<Response> {
  const { db, site, lang, actor, path } = c.var;
  const { courses } = planOf(await listedCourses(db, items), actor.now);
  const calendar: Calendar = {
    name: list.title,
    lang,
    source: absoluteUrl(site, lang, path),
    url: absoluteUrl(site, lang, page),
    events: courses.flatMap((course) => eventOf(c, course, list.changedAt) ?? []),
  };
  c.header('Content-Disposition', 'inline; filename="plan.ics"');
  const identity = icalendar(calendar, new Date(0));
  return respond(
    c,
    icalendar(calendar, actor.now),
    'text/calendar; charset=utf-8',
    200,
    'private, no-cache',
    identity,
  );
}

function eventOf(c: AppContext, planned: PlannedCourse, changedAt: Date): DayEvent | undefined {
  const { t, site, lang } = c.var;
  const { listed, from, to, pace } = planned;
  if (from === undefined) return undefined;
  const title = listed.course?.title ?? listed.title;
  const address = `/courses/${encodeURIComponent(listed.course?.slug ?? '')}`;
  return {
    uid: `${listed.id}-plan@${new URL(site.baseUrl).hostname}`,
    from,
    to: to ?? from,
    summary: pace === undefined ? title : t('lists.plan.event', { title, hours: t.number(pace) }),
    description: [listed.note, listed.course?.url].filter((text) => typeof text === 'string').join('\n\n'),
    url: listed.course ? absoluteUrl(site, lang, address) : absoluteUrl(site, lang, '/lists/mine'),
    tentative: to === undefined,
    categories: [],
    changedAt,
  };
}
