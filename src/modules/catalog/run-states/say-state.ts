import type { Translator } from '../../../platform/i18n/translator.ts';
import { addDays } from '../../../platform/time/clock.ts';
import type { ChipTone } from '../../../platform/ui/chip.tsx';
import type { DateBlockProps } from '../../../platform/ui/date-block.tsx';
import type { RunDay } from '../course-document/course-document.ts';
import type { Availability } from './availability.ts';
import { blockOf } from './date-block-of.ts';
import type { PredictedRun } from './predict-next-run.ts';
import { lastDayOf, type RunFacts, type StateOfRun } from './run-state.ts';

export interface SaidState {
  /** One plain phrase, without a capital or a full stop: "started, you can still join until 1 December". */
  readonly text: string;
  readonly tone: ChipTone;
}

export interface SaidAvailability extends SaidState {
  readonly block: DateBlockProps;
}

/** Fewer days than this to enrol are worth minding. */
const soonDays = 8;

/** What one can do with a course today, in words, with its date block; `today` is the visitor's ISO date. */
export function sayState(t: Translator, availability: Availability, today: string): SaidAvailability {
  const { state, day, run, predicted } = availability;
  const said = sayRun(t, { state, day }, run, today);
  const text = predicted ? `${said.text} · ${sayPrediction(t, predicted)}` : said.text;
  return { text, tone: said.tone, block: blockOf(t, availability, today) };
}

/** The guess of the next run, said as one. */
export function sayPrediction(t: Translator, { month, years, ofYears }: PredictedRun): string {
  return t('catalog.state.predicted', { month: t.day(month, 'month'), years, ofYears });
}

/** The state of one run in words. */
export function sayRun(
  t: Translator,
  { state, day }: StateOfRun,
  run: Partial<RunFacts> | undefined,
  today: string,
): SaidState {
  switch (state) {
    case 'opens-on':
      return { text: sayOpening(t, day, run?.start, today), tone: 'soon' };
    case 'open-starts-on':
      return sayOpen(t, day, run?.enrolmentEnd, today);
    case 'started-still-open':
      return day
        ? { text: t('catalog.state.joinUntil', { day: sayLast(t, day, today) }), tone: 'soon' }
        : { text: t('catalog.state.joinStill'), tone: 'soon' };
    case 'self-paced-open':
      return day
        ? { text: t('catalog.state.selfPacedUntil', { day: sayLast(t, day, today) }), tone: 'open' }
        : { text: t('catalog.state.selfPaced'), tone: 'open' };
    case 'closed-running':
      return { text: sayClosed(t, day, run?.start, today), tone: 'past' };
    case 'ended':
      return { text: sayEnded(t, day, today), tone: 'past' };
    case 'archived-readable':
      return { text: t('catalog.state.archived'), tone: 'bridge' };
    case 'to-be-announced':
      return { text: t('catalog.state.toBeAnnounced'), tone: 'past' };
  }
}

/** A day as people say it: without the year while there can be no doubt. */
export function sayDay(t: Translator, iso: string, today: string): string {
  const isNear = iso > addDays(today, -150) && iso < addDays(today, 300);
  return t.day(iso, isNear ? 'day-month' : 'long');
}

const sayLast = (t: Translator, day: RunDay, today: string): string => sayDay(t, lastDayOf(day), today);

function sayOpening(
  t: Translator,
  day: RunDay | undefined,
  start: RunDay | undefined,
  today: string,
): string {
  if (!day) return t('catalog.state.toBeAnnounced');
  if (day.precision === 'month') return t('catalog.state.opensIn', { month: t.day(day.on, 'month') });
  if (!start || start.precision === 'month' || start.on === day.on)
    return t('catalog.state.opensOn', { day: sayDay(t, day.on, today) });
  return t('catalog.state.opensStarts', {
    day: sayDay(t, day.on, today),
    start: sayDay(t, start.on, today),
  });
}

function sayOpen(t: Translator, day: RunDay | undefined, last: RunDay | undefined, today: string): SaidState {
  if (!day) return { text: t('catalog.state.selfPaced'), tone: 'open' };
  const until = last && sayLast(t, last, today);
  const tone = last && lastDayOf(last) < addDays(today, soonDays) ? 'soon' : 'open';
  if (day.precision === 'month') {
    const month = t.day(day.on, 'month');
    const text =
      until === undefined
        ? t('catalog.state.startsIn', { month })
        : t('catalog.state.startsInUntil', { month, last: until });
    return { text, tone };
  }
  const start = sayDay(t, day.on, today);
  const text =
    until === undefined
      ? t('catalog.state.starts', { day: start })
      : t('catalog.state.startsUntil', { day: start, last: until });
  return { text, tone };
}

function sayClosed(t: Translator, day: RunDay | undefined, start: RunDay | undefined, today: string): string {
  if (!day) return t('catalog.state.closed');
  if (start?.on === day.on && lastDayOf(day) > today)
    return t('catalog.state.closedStarts', { day: sayLast(t, day, today) });
  return t('catalog.state.closedUntil', { day: sayLast(t, day, today) });
}

function sayEnded(t: Translator, day: RunDay | undefined, today: string): string {
  if (!day || lastDayOf(day) > today) return t('catalog.state.ended');
  return day.precision === 'month'
    ? t('catalog.state.endedIn', { month: t.day(day.on, 'month') })
    : t('catalog.state.endedOn', { day: sayDay(t, day.on, today) });
}
