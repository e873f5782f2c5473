import type { TimedEvent } from '../../../platform/calendar/calendar-event.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { ShownEvent } from './join-event.queries.ts';

/** An event as calendar programs keep it; the room for those who come by video is told to guests only. */
export function calendarEvent(
  event: ShownEvent,
  { t, site }: { readonly t: Translator; readonly site: Site },
): TimedEvent {
  return {
    uid: `${event.id}@${new URL(site.baseUrl).hostname}`,
    summary: event.title,
    description: [event.summary, event.host].filter(Boolean).join('\n'),
    url: absoluteUrl(site, t.lang, `/events/${encodeURIComponent(event.slug)}`),
    start: event.startsAt,
    end: event.endsAt,
    zone: event.zone,
    place: event.place ?? t('editorial.event.online'),
    tentative: false,
    cancelled: event.state === 'cancelled',
    busy: true,
    categories: [t('editorial.events.title')],
    changedAt: event.changedAt,
  };
}
