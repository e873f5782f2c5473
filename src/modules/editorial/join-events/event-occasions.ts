import type { TimedEvent } from '../../../platform/calendar/calendar-event.ts';
import type { AppContext } from '../../../platform/http/environment.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { wallTimeOf } from '../../../platform/time/wall-time.ts';
import { calendarEvent } from './event-calendar.ts';
import { eventsBetween } from './join-event.queries.ts';

/** A public event as the calendar of the site shows it. */
export interface EventOccasion {
  /** ISO day on the clock of its place. */
  readonly day: string;
  readonly title: string;
  readonly lang: string;
  readonly href: string;
  readonly facts: readonly string[];
  readonly event: TimedEvent;
}

const mostShown = 100;
const dayMs = 86_400_000;

/** The events of these days, first and last one included, in one language where one is asked for; cancelled ones are not shown. */
export async function eventOccasions(
  c: AppContext,
  span: { readonly from: string; readonly to: string; readonly language?: string | undefined },
): Promise<readonly EventOccasion[]> {
  const { db, t, site, lang } = c.var;
  // a place may be a day ahead of or behind UTC
  const from = new Date(Date.parse(`${span.from}T00:00:00Z`) - dayMs);
  const to = new Date(Date.parse(`${span.to}T00:00:00Z`) + 2 * dayMs);
  const events = await eventsBetween(db, from, to, mostShown);
  return events
    .filter((event) => event.state === 'published')
    .filter((event) => span.language === undefined || event.lang === span.language)
    .map((event) => {
      const { day, time } = wallTimeOf(event.startsAt, event.zone);
      return {
        day,
        title: event.title,
        lang: event.lang,
        href: urlFor(site, lang, `/events/${encodeURIComponent(event.slug)}`),
        facts: [t('editorial.event.one'), event.place ?? t('editorial.event.online'), time],
        event: calendarEvent(event, { t, site }),
      };
    })
    .filter(({ day }) => day >= span.from && day <= span.to);
}
