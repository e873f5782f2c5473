import { addDays } from '../time/clock.ts';
import { icalDate, icalInstant, icalLine, icalText } from './ical-lines.ts';

/** Something that takes whole days. */
export interface CalendarEvent {
  /** The same for the same thing for ever, whatever happens to its days. */
  readonly uid: string;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  readonly url: string;
  /** A guess, or a day that is not fixed yet. */
  readonly tentative: boolean;
  readonly categories: readonly string[];
  readonly changedAt: Date;
}

export interface Calendar {
  readonly name: string;
  /** BCP 47 tag of the texts. */
  readonly lang: string;
  /** Its own address, absolute. */
  readonly source: string;
  /** The page that shows the same. */
  readonly url: string;
  readonly events: readonly CalendarEvent[];
}

const product = '-//Passerelle//Catalogue//EN';
/** How often programs should look again. */
const refresh = 'PT12H';

/**
 * An iCalendar object (RFC 5545, with the properties of RFC 7986) that programs subscribe to. `now` stamps the object;
 * it is no part of what the events say.
 */
export function icalendar(calendar: Calendar, now: Date): string {
  const { lang } = calendar;
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${product}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${lang}:${icalText(calendar.name)}`,
    `X-WR-CALNAME:${icalText(calendar.name)}`,
    `URL:${calendar.url}`,
    `SOURCE;VALUE=URI:${calendar.source}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...calendar.events.flatMap((event) => eventLines(event, lang, now)),
    'END:VCALENDAR',
  ]
    .map(icalLine)
    .join('');
}

function eventLines(event: CalendarEvent, lang: string, now: Date): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${event.uid}`,
    `DTSTAMP:${icalInstant(now)}`,
    `LAST-MODIFIED:${icalInstant(event.changedAt)}`,
    `SEQUENCE:${sequenceOf(event.changedAt)}`,
    `DTSTART;VALUE=DATE:${icalDate(event.from)}`,
    // the end is the first day after it
    `DTEND;VALUE=DATE:${icalDate(addDays(event.to, 1))}`,
    `SUMMARY;LANGUAGE=${lang}:${icalText(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${lang}:${icalText(event.description)}`,
    `URL:${event.url}`,
    `STATUS:${event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PUBLIC',
    ...(event.categories.length === 0
      ? []
      : [`CATEGORIES;LANGUAGE=${lang}:${event.categories.map(icalText).join(',')}`]),
    'END:VEVENT',
  ];
}

const epoch = Date.UTC(2020, 0, 1);

/** A revision number that only grows: the minutes from 2020 to the course's last change. */
const sequenceOf = (changedAt: Date): number =>
  Math.max(0, Math.floor((changedAt.getTime() - epoch) / 60_000));
