import type { RunDay } from './course-document.ts';
import { shown } from './degradation.ts';
import { foldWord, monthNumber } from './month-names.ts';

export type DayReading = { readonly day: RunDay } | { readonly problem: string };

export interface DayOptions {
  /** IANA zone in which an instant's calendar day is meant when the value carries no offset of its own (UTC). */
  readonly zone?: string;
  /** How "04/05/2021" is meant; day first unless the feed is known to be American. */
  readonly order?: 'day-first' | 'month-first';
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day?: number;
}

/** No online course is older, and a later year is a filler for "never" (2154, 2999, 9999). */
const firstYear = 1980;
const lastYear = 2100;

/** Days that software writes for "no date": epoch zero, and zero dates as MySQL, PHP, Excel and .NET shift them. */
const fillers = new Set(['1970-01-01', '1969-12-31', '1999-11-30', '1900-01-01', '1899-12-30', '0001-01-01']);

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');

/** Number of days of a month (1 to 12) in the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** True for a real calendar day written YYYY-MM-DD, between 1980 and 2100. */
export function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return false;
  return problemOf({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }) === undefined;
}

/** The ISO day `days` after (before, when negative) an ISO day. */
export function addDays(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function problemOf({ year, month, day = 1 }: Parts): string | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'not a calendar day';
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  if (fillers.has(iso)) return 'a filler for an unknown day';
  if (year < firstYear || year > lastYear) return 'not a plausible year';
  return undefined;
}

function fromParts(parts: Parts, value: unknown, at?: string): DayReading {
  const problem = problemOf(parts);
  if (problem) return { problem: `${problem}: ${shown(value)}` };
  const on = `${pad(parts.year, 4)}-${pad(parts.month)}-${pad(parts.day ?? 1)}`;
  const precision = parts.day === undefined ? 'month' : 'day';
  return { day: at === undefined ? { on, precision } : { on, precision, at } };
}

function zoneDay(instant: Date, zone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(instant);
  } catch {
    return undefined; // Not a zone that this runtime knows: the caller falls back to UTC.
  }
}

function fromInstant(milliseconds: number, value: unknown, zone: string | undefined): DayReading {
  if (milliseconds === 0) return { problem: `a filler for an unknown day: ${shown(value)}` };
  const instant = new Date(milliseconds);
  if (Number.isNaN(instant.getTime())) return { problem: `not a calendar day: ${shown(value)}` };
  const at = instant.toISOString();
  const on = (zone && zoneDay(instant, zone)) || at.slice(0, 10);
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  return fromParts({ year, month, day }, value, at);
}

/** Epoch values: ten digits are seconds, more are milliseconds; eight digits are YYYYMMDD whatever their type. */
function fromNumber(value: number, shownValue: unknown, zone: string | undefined): DayReading {
  if (value === 0) return { problem: `a filler for an unknown day: ${shown(shownValue)}` };
  const size = Math.abs(value);
  if (Number.isInteger(value) && size >= 19_000_101 && size <= 99_999_999) {
    return fromParts(compactParts(String(value)), shownValue);
  }
  if (size < 1e8) return { problem: `not a calendar day: ${shown(shownValue)}` };
  return fromInstant(size >= 1e11 ? value : value * 1000, shownValue, zone);
}

const compactParts = (digits: string): Parts => ({
  year: Number(digits.slice(0, 4)),
  month: Number(digits.slice(4, 6)),
  day: Number(digits.slice(6, 8)),
});

/** Minutes east of UTC; undefined when the text names no zone that is known. */
function offsetMinutes(zone: string): number | undefined {
  if (/^(z|utc|gmt|ut)$/i.test(zone)) return 0;
  const named: Readonly<Record<string, number>> = { EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6 };
  const more: Readonly<Record<string, number>> = { PST: -8, PDT: -7, CET: 1, CEST: 2, BST: 1, MSK: 3 };
  const hours = named[zone.toUpperCase()] ?? more[zone.toUpperCase()];
  if (hours !== undefined) return hours * 60;
  const match = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone);
  if (!match) return undefined;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0));
}

interface Clock {
  readonly hour: string | undefined;
  readonly minute: string | undefined;
  readonly second: string | undefined;
  readonly zone: string | undefined;
}

/** A day with a clock: the day is the one written (in its own offset), the instant is exact when a zone is given. */
function withClock(parts: Parts & { day: number }, clock: Clock, value: unknown, zone?: string): DayReading {
  const written = fromParts(parts, value);
  const offset = clock.zone === undefined ? undefined : offsetMinutes(clock.zone);
  if ('problem' in written || clock.hour === undefined || offset === undefined) return written;
  const [hour, minute, second] = [clock.hour, clock.minute, clock.second].map((one) => Number(one ?? 0));
  if (hour === undefined || hour > 24 || (minute ?? 0) > 59 || (second ?? 0) > 60) return written;
  const { year, month, day } = parts;
  const milliseconds = Date.UTC(year, month - 1, day, hour, (minute ?? 0) - offset, second ?? 0);
  if (offset === 0 && zone) return fromInstant(milliseconds, value, zone);
  return { day: { ...written.day, at: new Date(milliseconds).toISOString() } };
}

const clockPattern = String.raw`(?:[T\s,]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[A-Za-z]{2,4}|[+-]\d{2}:?(?:\d{2})?)?)?`;
const isoPattern = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${clockPattern}$`);
const slashPattern = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${clockPattern}$`);
const mailPattern = new RegExp(
  String.raw`^(?:\p{L}{2,9}\.?,?\s+)?(\d{1,2})[\s-](\p{L}{3,10}\.?)[\s-](\d{4})${clockPattern}$`,
  'u',
);

function clockOf(match: RegExpExecArray, first: number): Clock {
  return { hour: match[first], minute: match[first + 1], second: match[first + 2], zone: match[first + 3] };
}

function fromDigits(text: string, options: DayOptions): DayReading | undefined {
  const iso = isoPattern.exec(text);
  if (iso) {
    const parts = { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
    return withClock(parts, clockOf(iso, 4), text, options.zone);
  }
  const slash = slashPattern.exec(text);
  if (slash) {
    const [first, second] = [Number(slash[1]), Number(slash[3])];
    const [day, month] = options.order === 'month-first' ? [second, first] : [first, second];
    return withClock({ year: Number(slash[4]), month, day }, clockOf(slash, 5), text, options.zone);
  }
  const yearMonth = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (yearMonth) return fromParts({ year: Number(yearMonth[1]), month: Number(yearMonth[2]) }, text);
  const monthYear = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (monthYear) return fromParts({ year: Number(monthYear[2]), month: Number(monthYear[1]) }, text);
  const chinese = /^(\d{4})年(\d{1,2})月(?:(\d{1,2})日)?$/.exec(text.replace(/\s/g, ''));
  if (!chinese) return undefined;
  const month = { year: Number(chinese[1]), month: Number(chinese[2]) };
  return fromParts(chinese[3] === undefined ? month : { ...month, day: Number(chinese[3]) }, text);
}

/** Words that may stand between the parts of a written date. */
const glue = new Set(['de', 'del', 'of', 'the', 'le', 'el', 'den', 'am', 'г', 'года', 'року', 'r', 'do']);

/** "5 septembre 2025", "Sept. 5th, 2025", "septiembre de 2025", "5 сентября 2025 г.": exactly one of each part. */
function fromWords(text: string): DayReading | undefined {
  const found: { year?: number; month?: number; day?: number } = {};
  for (const word of text.split(/[\s,]+/).filter(Boolean)) {
    const folded = foldWord(word);
    const number = /^(\d{1,4})(?:er|st|nd|rd|th|º|°)?$/.exec(folded)?.[1];
    if (number?.length === 4 && found.year === undefined) found.year = Number(number);
    else if (number && number.length <= 2 && found.day === undefined) found.day = Number(number);
    else if (number === undefined && found.month === undefined && monthNumber(folded)) {
      found.month = monthNumber(folded) ?? 0;
    } else if (!glue.has(folded)) return undefined;
  }
  const { year, month, day } = found;
  if (year === undefined || month === undefined) return undefined;
  return fromParts(day === undefined ? { year, month } : { year, month, day }, text);
}

function fromText(text: string, options: DayOptions): DayReading {
  if (/^-?\d{9,14}$/.test(text)) return fromNumber(Number(text), text, options.zone);
  if (/^\d{8}$/.test(text)) return fromParts(compactParts(text), text);
  const digits = fromDigits(text, options);
  if (digits) return digits;
  const mail = mailPattern.exec(text);
  const month = mail?.[2] && monthNumber(mail[2]);
  if (mail && month) {
    return withClock(
      { year: Number(mail[3]), month, day: Number(mail[1]) },
      clockOf(mail, 4),
      text,
      options.zone,
    );
  }
  return (
    fromWords(text.replace(/^\p{L}{3,9}\.?,\s+/u, '')) ?? { problem: `not a calendar day: ${shown(text)}` }
  );
}

/**
 * Reads a calendar day as feeds write it: ISO days and instants (the day is the one of the written offset), epoch
 * seconds and milliseconds, RFC 822, DD/MM/YYYY, YYYYMMDD, YYYY-MM and month names in a dozen languages (month
 * precision). Days that do not exist, fillers ("0000-00-00", epoch zero) and years before 1980 or after 2100 are a
 * problem, never shifted. undefined when nothing is said: null, blank, LHEO's 00000000 and 99999999.
 */
export function readDay(value: unknown, options: DayOptions = {}): DayReading | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'number') {
    if (value === 99_999_999) return undefined;
    return fromNumber(value, value, options.zone);
  }
  if (value instanceof Date) return fromInstant(value.getTime(), value, options.zone);
  if (typeof value !== 'string') return { problem: `not a calendar day: ${shown(value)}` };
  const text = value.trim();
  if (text === '' || text === '00000000' || text === '99999999') return undefined;
  if (text.length > 60) return { problem: `not a calendar day: ${shown(text)}` };
  if (text.startsWith('0000-00-00')) return { problem: `a filler for an unknown day: ${shown(text)}` };
  return fromText(text, options);
}
