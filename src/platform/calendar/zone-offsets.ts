/** Reading a zone's clock takes a formatter that is slow to make: each zone's is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostZones = 600;

const second = 1000;
const day = 86_400 * second;
/** Shorter than any time between two changes of a clock. */
const stride = 5 * day;

function offsetFormat(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    if (formatters.size < mostZones) formatters.set(zone, formatter);
  }
  return formatter;
}

/** What a zone's clock shows beyond UTC at an instant, in seconds (Europe/Paris in July: 7200). Throws for an unknown zone. */
export function offsetAt(zone: string, at: Date): number {
  const name =
    offsetFormat(zone)
      .formatToParts(at)
      .find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const match = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = '0'] = match;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
}

/** A change of a zone's clock: the first instant of the new offset, and both offsets in seconds. */
export interface ZoneTransition {
  readonly at: Date;
  readonly before: number;
  readonly after: number;
}

/** Every change of a zone's clock after `from` and up to `to`, as the tables of the running system know them. */
export function transitionsBetween(zone: string, from: Date, to: Date): ZoneTransition[] {
  const found: ZoneTransition[] = [];
  let known = from.getTime();
  let before = offsetAt(zone, from);
  while (known < to.getTime()) {
    const next = Math.min(known + stride, to.getTime());
    const after = offsetAt(zone, new Date(next));
    if (after !== before) found.push({ at: new Date(turnBetween(zone, known, next, before)), before, after });
    before = after;
    known = next;
  }
  return found;
}

/** The first second of the new offset, by halves. */
function turnBetween(zone: string, from: number, to: number, before: number): number {
  let [low, high] = [from, to];
  while (high - low > second) {
    const middle = Math.floor((low + high) / 2 / second) * second;
    if (offsetAt(zone, new Date(middle)) === before) low = middle;
    else high = middle;
  }
  return high;
}

/** What the clock of a place shows when it is so many seconds beyond UTC, as an instant whose UTC parts say it. */
export const wallClock = (at: Date, offset: number): Date => new Date(at.getTime() + offset * second);

/** Whether the zone's clock shows the time of this instant twice: it was, or will be, put back over it. */
export function isShownTwice(zone: string, at: Date): boolean {
  const near = transitionsBetween(zone, new Date(at.getTime() - day), new Date(at.getTime() + day));
  return near.some(({ at: turn, before, after }) => {
    const away = (at.getTime() - turn.getTime()) / second;
    return away >= after - before && away < before - after;
  });
}

/** The instant at which a day (ISO) begins in a zone; in one that nobody knows, as in UTC. */
export function startOfDay(zone: string, day: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  try {
    const near = midnight - offsetAt(zone, new Date(midnight)) * second;
    return new Date(midnight - offsetAt(zone, new Date(near)) * second);
  } catch (error) {
    if (error instanceof RangeError) return new Date(midnight);
    throw error;
  }
}
