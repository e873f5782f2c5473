import type { Db } from '../../../platform/db/database.ts';
import { addDays } from '../../../platform/time/clock.ts';
import { type CourseCard, readCard } from '../search-courses/card.ts';
import {
  type CalendarAsked,
  type DayKind,
  dayKinds,
  kindsOf,
  monthSpan,
  selectionOf,
  type Span,
  spanOf,
} from './calendar-view.ts';
import { type DayEntry, dayEntries, vagueStarts } from './calendar.queries.ts';

/** Courses shown of a day and kind, the rest behind a link; of a day by itself, a page. */
const mostADay = 3;
export const dayPage = 40;
const mostVague = 4;

export interface CalendarDay {
  readonly day: string;
  readonly counts: Readonly<Record<DayKind, number>>;
  readonly entries: readonly { readonly kind: DayKind; readonly card: CourseCard }[];
}

export interface CalendarFound {
  readonly asked: CalendarAsked;
  readonly today: string;
  readonly span: Span;
  /** Days of the view that have anything, in order. */
  readonly days: readonly CalendarDay[];
  /** How many courses each view has: in the week, in the month and among what closes soon. */
  readonly totals: Readonly<Record<CalendarAsked['view'], number>>;
  /** Every day of the month that has anything, for its grid. */
  readonly month: ReadonlyMap<string, Readonly<Record<DayKind, number>>>;
  readonly announced: { readonly count: number; readonly cards: readonly CourseCard[] };
  readonly expected: { readonly count: number; readonly cards: readonly CourseCard[] };
  readonly languages: readonly string[];
}

/** What starts and what closes, day by day, in two statements whatever the size of the catalogue. */
export async function showCalendar(
  db: Db,
  asked: CalendarAsked,
  { today, now }: { readonly today: string; readonly now: Date },
): Promise<CalendarFound> {
  const selection = selectionOf(asked);
  const span = spanOf(asked, today);
  const kinds = kindsOf(asked);
  const whole = monthSpan(asked.month);
  const closing = spanOf({ ...asked, view: 'closing', day: undefined }, today);
  const around = { from: least(whole.from, today), to: most(whole.to, closing.to) };
  const page =
    asked.day === undefined ? { most: mostADay } : { skip: (asked.page - 1) * dayPage, most: dayPage };
  const entries = await dayEntries(db, around, { kinds: dayKinds, selection }, { span, kinds, ...page });
  const counted = countsOf(entries);
  const vague = await vagueStarts(db, asked.month, selection, mostVague);
  const cards = (texts: readonly string[]) => texts.map((text) => readCard(text, now).card);
  const sum = (within: Span, of: readonly DayKind[]) =>
    counted.reduce(
      (total, { kind, day, count }) => (isIn(day, within) && of.includes(kind) ? total + count : total),
      0,
    );
  return {
    asked,
    today,
    span,
    days: daysOf(
      entries,
      tallied(counted.filter(({ day, kind }) => isIn(day, span) && kinds.includes(kind))),
      now,
    ),
    totals: {
      week: sum({ from: today, to: addDays(today, 6) }, dayKinds),
      month: sum(spanOf({ ...asked, view: 'month', day: undefined }, today), dayKinds),
      closing: sum(closing, ['closes']),
    },
    month: tallied(counted.filter(({ day }) => isIn(day, whole))),
    announced: { count: vague.announced, cards: cards(vague.announcedCards) },
    expected: { count: vague.expected, cards: cards(vague.expectedCards) },
    languages: vague.languages,
  };
}

const least = (a: string, b: string): string => (a < b ? a : b);
const most = (a: string, b: string): string => (a > b ? a : b);
const isIn = (day: string, { from, to }: Span): boolean => day >= from && day <= to;

/** Each day and kind once: its rows all carry the same count. */
function countsOf(entries: readonly DayEntry[]): DayEntry[] {
  const isFirst = ({ day, kind }: DayEntry, place: number): boolean =>
    entries[place - 1]?.day !== day || entries[place - 1]?.kind !== kind;
  return entries.filter(isFirst);
}

function tallied(counts: readonly DayEntry[]): Map<string, Record<DayKind, number>> {
  const days = new Map<string, Record<DayKind, number>>();
  for (const { kind, day, count } of counts) {
    const known = days.get(day) ?? { starts: 0, closes: 0 };
    days.set(day, { ...known, [kind]: count });
  }
  return days;
}

function daysOf(
  entries: readonly DayEntry[],
  counts: ReadonlyMap<string, Readonly<Record<DayKind, number>>>,
  now: Date,
): CalendarDay[] {
  const byDay = Map.groupBy(entries, ({ day }) => day);
  return [...counts].map(([day, counted]) => ({
    day,
    counts: counted,
    entries: (byDay.get(day) ?? []).flatMap(({ kind, card }) =>
      card === null ? [] : [{ kind, card: readCard(card, now).card }],
    ),
  }));
}
