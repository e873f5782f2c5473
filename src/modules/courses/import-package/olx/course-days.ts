import type { OfferedDays } from '../package-reader.ts';

type Attributes = Readonly<Record<string, string>>;

/** The day of a date as exports write it: `"2027-03-01T09:00:00Z"`, with its own quotes or without; undefined for none. */
export function dayIn(text: string | undefined): string | undefined {
  const plain = (text ?? '').trim().replace(/^["']|["']$/g, '');
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[T ])/.exec(plain)?.[0];
  return day === undefined || Number.isNaN(Date.parse(day)) || isUnset(day) ? undefined : day;
}

/** What the other platform writes where nobody chose a date. */
const isUnset = (day: string): boolean => day === '2030-01-01' || day < '1980';

/** Days on which the course was given there, as far as they fit together. */
export function daysOffered(course: Attributes): OfferedDays | undefined {
  const startOn = dayIn(course['start']);
  if (startOn === undefined) return undefined;
  const after = (day: string | undefined, first: string): string | null =>
    day !== undefined && day >= first ? day : null;
  const endOn = after(dayIn(course['end']), startOn);
  const enrolmentStartOn = dayIn(course['enrollment_start']) ?? null;
  const closes = after(dayIn(course['enrollment_end']), enrolmentStartOn ?? '');
  const enrolmentEndOn = closes !== null && endOn !== null && closes > endOn ? endOn : closes;
  return { startOn, endOn, enrolmentStartOn, enrolmentEndOn };
}

const dayLength = 86_400_000;
const latest = 1000;

/** Days after the course's first one on which a section opens; 0 where it says nothing usable. */
export function opensAfter(section: Attributes, course: Attributes): number {
  const [begins, opens] = [dayIn(course['start']), dayIn(section['start'])];
  if (begins === undefined || opens === undefined || /true/i.test(course['self_paced'] ?? '')) return 0;
  const days = Math.round((Date.parse(opens) - Date.parse(begins)) / dayLength);
  return days > 0 && days <= latest ? days : 0;
}
