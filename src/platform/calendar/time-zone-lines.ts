import { icalInstant } from './ical-lines.ts';
import { offsetAt, transitionsBetween, wallClock } from './zone-offsets.ts';

/** Names of zones that can stand as a TZID without quotes, and that are places, not offsets. */
const placeName = /^[A-Za-z_]+(?:\/[A-Za-z0-9_+-]+)+$/;
const utcNames = /^(?:etc\/)?(?:utc|gmt|uct|zulu|universal)$/i;

/** Whether times can be told on this zone's clock; otherwise they are written in UTC. */
export function isPlace(zone: string): boolean {
  if (!placeName.test(zone) || utcNames.test(zone)) return false;
  try {
    offsetAt(zone, new Date(0));
    return true;
  } catch {
    return false;
  }
}

/** 20270112T180000, as the clock of the place shows it. */
export const icalLocal = (at: Date, offset: number): string =>
  icalInstant(wallClock(at, offset)).replace('Z', '');

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5) with every change of its clock in the years of these instants. Changes are
 * written one by one, not as a rule: so zones whose law changes, or that follow the moon, come out right.
 */
export function timeZoneLines(zone: string, instants: readonly Date[]): string[] {
  const years = instants.map((at) => wallClock(at, offsetAt(zone, at)).getUTCFullYear());
  const first = new Date(Date.UTC(Math.min(...years), 0, 1) - 86_400_000);
  const last = new Date(Date.UTC(Math.max(...years) + 1, 0, 1) + 86_400_000);
  const initial = offsetAt(zone, first);
  const transitions = transitionsBetween(zone, first, last);
  const winter = Math.min(initial, ...transitions.map(({ after }) => after));
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(initial > winter, icalLocal(first, initial), initial, initial),
    ...transitions.flatMap(({ at, before, after }) =>
      observance(after > winter, icalLocal(at, before), before, after),
    ),
    'END:VTIMEZONE',
  ];
}

function observance(isSummer: boolean, from: string, before: number, after: number): string[] {
  const kind = isSummer ? 'DAYLIGHT' : 'STANDARD';
  return [
    `BEGIN:${kind}`,
    `DTSTART:${from}`,
    `TZOFFSETFROM:${utcOffset(before)}`,
    `TZOFFSETTO:${utcOffset(after)}`,
    `TZNAME:${utcOffset(after)}`,
    `END:${kind}`,
  ];
}

/** +0530; seconds only where a clock of old has them. */
function utcOffset(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  const digits = (parts[2] === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, '0'));
  return `${seconds < 0 ? '-' : '+'}${digits.join('')}`;
}
