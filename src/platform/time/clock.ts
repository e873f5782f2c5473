/** The only place that reads the machine's time; everything else is handed a Clock. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** Calendar day of an instant in a zone (UTC by default), YYYY-MM-DD. */
export function dayOf(instant: Date, zone = 'UTC'): string {
  if (zone === 'UTC') return instant.toISOString().slice(0, 10);
  return zoned(zone).format(instant);
}

/** A formatter takes a twentieth of a millisecond to make: each zone's is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>();
const mostZones = 600;

function zoned(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
    if (formatters.size < mostZones) formatters.set(zone, formatter);
  }
  return formatter;
}

/** Adds days to an ISO date; negative goes back. */
export function addDays(day: string, count: number): string {
  return isoOf(dayNumber(day) + count);
}

/** Whole days from `from` to `to` (both ISO dates); negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

// Lists reckon with thousands of days: whole numbers are ten times as fast as Date. The calendar is counted in years that
// begin in March, so that the leap day is the last day of one (400 years are 146,097 days).
const daysOf400Years = 146_097;
const epochOffset = 719_468;

/** Days from 1970-01-01 to an ISO date, in the Gregorian calendar. */
function dayNumber(iso: string): number {
  const year = Number(iso.slice(0, -6));
  const month = Number(iso.slice(-5, -3));
  const day = Number(iso.slice(-2));
  const fromMarch = month > 2 ? year : year - 1;
  const era = Math.floor(fromMarch / 400);
  const yearOfEra = fromMarch - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOf400Years + dayOfEra - epochOffset;
}

function isoOf(number: number): string {
  const shifted = number + epochOffset;
  const era = Math.floor(shifted / daysOf400Years);
  const dayOfEra = shifted - era * daysOf400Years;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
