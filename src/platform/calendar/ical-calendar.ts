import { addDays } from '../time/clock.ts';
import { type CalendarEvent, isTimed, type TimedEvent } from './calendar-event.ts';
import { icalDate, icalInstant, icalLine, icalText } from './ical-lines.ts';
import { icalLocal, isPlace, timeZoneLines } from './time-zone-lines.ts';
import { isShownTwice, offsetAt } from './zone-offsets.ts';

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
    ...zonesOf(calendar.events),
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
    ...whenLines(event),
    `SUMMARY;LANGUAGE=${lang}:${icalText(event.summary)}`,
    `DESCRIPTION;LANGUAGE=${lang}:${icalText(event.description)}`,
    `URL:${event.url}`,
    ...(event.place === undefined ? [] : [`LOCATION:${icalText(event.place)}`]),
    `STATUS:${event.cancelled ? 'CANCELLED' : event.tentative ? 'TENTATIVE' : 'CONFIRMED'}`,
    `TRANSP:${event.busy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'CLASS:PUBLIC',
    ...(event.categories.length === 0
      ? []
      : [`CATEGORIES;LANGUAGE=${lang}:${event.categories.map(icalText).join(',')}`]),
    ...(event.remindBefore ?? []).flatMap((minutes) => alarmLines(minutes, event.summary)),
    'END:VEVENT',
  ];
}

function alarmLines(minutes: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `TRIGGER:-PT${minutes}M`,
    `DESCRIPTION:${icalText(summary)}`,
    'END:VALARM',
  ];
}

function whenLines(event: CalendarEvent): string[] {
  if (!isTimed(event))
    return [
      `DTSTART;VALUE=DATE:${icalDate(event.from)}`,
      // the end is the first day after it
      `DTEND;VALUE=DATE:${icalDate(addDays(event.to, 1))}`,
    ];
  const place = placeOf(event);
  const told = (at: Date) =>
    place === undefined ? `:${icalInstant(at)}` : `;TZID=${place}:${icalLocal(at, offsetAt(place, at))}`;
  const start = `DTSTART${told(event.start)}`;
  return event.end > event.start ? [start, `DTEND${told(event.end)}`] : [start];
}

/**
 * On whose clock an event is told; a time that a clock shows twice is told in UTC, since programs
 * differ in which of the two they take.
 */
function placeOf({ zone, start, end }: TimedEvent): string | undefined {
  const isPlain = isPlace(zone) && !isShownTwice(zone, start) && !isShownTwice(zone, end);
  return isPlain ? zone : undefined;
}

/** Each zone once, before the events that are told in it. */
function zonesOf(events: readonly CalendarEvent[]): string[] {
  const instants = new Map<string, Date[]>();
  for (const event of events) {
    const place = isTimed(event) ? placeOf(event) : undefined;
    if (!isTimed(event) || place === undefined) continue;
    const told = instants.get(place) ?? [];
    told.push(event.start, event.end);
    instants.set(place, told);
  }
  return [...instants].flatMap(([zone, all]) => timeZoneLines(zone, all));
}

const epoch = Date.UTC(2020, 0, 1);

/** A revision number that only grows: the minutes from 2020 to the course's last change. */
const sequenceOf = (changedAt: Date): number =>
  Math.max(0, Math.floor((changedAt.getTime() - epoch) / 60_000));
