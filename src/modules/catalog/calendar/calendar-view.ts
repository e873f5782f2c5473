import { z } from 'zod';
import type { Query } from '../../../platform/http/site.ts';
import { addDays } from '../../../platform/time/clock.ts';
import { lastDayOf } from '../run-states/run-state.ts';
import type { Selection } from '../search-courses/facets.ts';
import { knownSubjects } from '../subjects/known-subjects.ts';

/** What a day brings: a run that starts, or the last day to enrol in one. */
export const dayKinds = ['starts', 'closes'] as const;
export type DayKind = (typeof dayKinds)[number];

export const calendarViews = ['month', 'week', 'closing'] as const;
export type CalendarView = (typeof calendarViews)[number];

/** What somebody asks of the calendar. */
export interface CalendarAsked {
  readonly view: CalendarView;
  /** YYYY-MM; that of today where nothing is said. */
  readonly month: string;
  /** One day alone, ISO. */
  readonly day?: string | undefined;
  readonly what?: DayKind | undefined;
  readonly subject?: string | undefined;
  /** Base language of the course ("fr"). */
  readonly language?: string | undefined;
  readonly page: number;
}

const earliest = '2000-01';
const latest = '2099-12';
/** How far ahead "closes soon" looks. */
const soonDays = 20;

const isRealDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && addDays(day, 0) === day;

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .refine((text) => text >= earliest && text <= latest);
const form = z.object({
  view: z.enum(calendarViews).catch('month'),
  month: month.optional().catch(undefined),
  day: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .refine((text) => isRealDay(text) && month.safeParse(text.slice(0, 7)).success)
    .optional()
    .catch(undefined),
  what: z.enum(dayKinds).optional().catch(undefined),
  subject: z
    .string()
    .refine((id) => knownSubjects.has(id))
    .optional()
    .catch(undefined),
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

/** Reads the parameters of an address; what is not understood is as if it were not there. */
export function readCalendar(parameters: Readonly<Record<string, string>>, today: string): CalendarAsked {
  const { day, ...asked } = form.parse(parameters);
  if (day !== undefined) return { ...asked, view: 'month', day, month: day.slice(0, 7) };
  return { ...asked, month: asked.month ?? today.slice(0, 7) };
}

/** The address of a view; what goes without saying is left out. */
export function calendarQuery(asked: CalendarAsked, today: string): Query {
  const { view, day, what, subject, language, page } = asked;
  const isPlain = day !== undefined || view !== 'month' || asked.month === today.slice(0, 7);
  return {
    view: view === 'month' ? undefined : view,
    month: isPlain ? undefined : asked.month,
    day,
    what,
    subject,
    language,
    page: page > 1 ? page : undefined,
  };
}

export interface Span {
  /** First and last day, ISO. */
  readonly from: string;
  readonly to: string;
}

export const monthSpan = (month: string): Span => {
  const from = `${month}-01`;
  return { from, to: lastDayOf({ on: from, precision: 'month' }) };
};

/** The days that a view lists: of the present month only those that are left. */
export function spanOf({ view, month, day }: CalendarAsked, today: string): Span {
  if (day !== undefined) return { from: day, to: day };
  if (view === 'week') return { from: today, to: addDays(today, 6) };
  if (view === 'closing') return { from: today, to: addDays(today, soonDays) };
  const { from, to } = monthSpan(month);
  return { from: from < today && today <= to ? today : from, to };
}

/** Which kinds of days a view lists. */
export const kindsOf = ({ view, what }: CalendarAsked): readonly DayKind[] =>
  view === 'closing' ? ['closes'] : what === undefined ? dayKinds : [what];

/** The filters as facets of the search. */
export const selectionOf = ({ subject, language }: CalendarAsked): Selection => ({
  ...(subject === undefined ? {} : { subject: [subject] }),
  ...(language === undefined ? {} : { language: [language] }),
});

export const monthBefore = (month: string): string => addDays(`${month}-01`, -1).slice(0, 7);
export const monthAfter = (month: string): string => addDays(monthSpan(month).to, 1).slice(0, 7);
/** A month that can be asked for. */
export const isInReach = (asked: string): boolean => asked >= earliest && asked <= latest;
