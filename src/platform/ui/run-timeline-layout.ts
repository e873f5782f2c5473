import { alongReading, chartSize, tenth } from './chart-scale.ts';
import { textWidth } from './text-width.ts';
import type { Translator } from '../i18n/translator.ts';

export interface TimelineRun {
  /** ISO date. */
  readonly start: string;
  /** ISO date; four weeks after the start are drawn where it is unknown. */
  readonly end?: string | undefined;
  readonly state: 'past' | 'now' | 'next' | 'expected';
  /** The date in few words: stands above the bar. */
  readonly when: string;
  /** The state in words, for the table ("ended", "one can still join", "probable"). */
  readonly what: string;
}

export const timelineSize = { width: 480, height: 122, axis: 66 } as const;

const dayMs = 86_400_000;
const margin = 22;
const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / dayMs;
const isoOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

export interface TimelineBar {
  readonly run: TimelineRun;
  readonly x: number;
  readonly width: number;
}

export interface TimelineBars {
  readonly items: readonly TimelineBar[];
  /** Where today stands. */
  readonly today: number;
  readonly first: number;
  readonly last: number;
  xOf(day: number): number;
}

/** Puts every run and today on one scale, in days. */
export function timelineBars(runs: readonly TimelineRun[], today: string, dir: 'ltr' | 'rtl'): TimelineBars {
  const spans = runs.map((run) => {
    const start = dayOf(run.start);
    return { run, start, end: Math.max(start + 7, run.end === undefined ? start + 28 : dayOf(run.end)) };
  });
  const first = Math.min(dayOf(today), ...spans.map((span) => span.start));
  const last = Math.max(dayOf(today), ...spans.map((span) => span.end), first + 60);
  const along = alongReading(dir, timelineSize.width);
  const raw = (day: number) => margin + ((day - first) / (last - first)) * (timelineSize.width - 2 * margin);
  const items = spans.map(({ run, start, end }) => {
    const width = tenth(Math.max(14, raw(end) - raw(start)));
    return { run, width, x: dir === 'rtl' ? tenth(along(raw(start)) - width) : along(raw(start)) };
  });
  return { items, today: along(raw(dayOf(today))), first, last, xOf: (day) => along(raw(day)) };
}

/** Years where the line is long, quarters where it is short; none where today already speaks. */
export function timelineTicks(t: Translator, bars: TimelineBars): { x: number; label: string }[] {
  const years = bars.last - bars.first > 800;
  const months = years ? [0] : [0, 3, 6, 9];
  const from = new Date(bars.first * dayMs).getUTCFullYear();
  const to = new Date(bars.last * dayMs).getUTCFullYear();
  const days = Array.from({ length: to - from + 1 }, (_, place) =>
    months.map((month) => Date.UTC(from + place, month, 1) / dayMs),
  );
  return days
    .flat()
    .filter((day) => day >= bars.first && day <= bars.last)
    .map((day) => ({ x: bars.xOf(day), label: tickLabel(t, isoOf(day), years) }))
    .filter((tick) => Math.abs(tick.x - bars.today) > 54);
}

const tickLabel = (t: Translator, iso: string, years: boolean): string =>
  years || iso.slice(5, 7) === '01' ? iso.slice(0, 4) : t.day(iso, 'month-only');

/** The middle of a text that wants to stand at `x`, moved as far as it must to be read whole. */
export function insidePlane(x: number, text: string): number {
  const half = textWidth(text, chartSize.letters) / 2 + 4;
  return tenth(Math.min(timelineSize.width - half, Math.max(half, x)));
}

const urgency = { now: 0, next: 1, expected: 2, past: 3 } as const;

export interface PlacedLabel {
  readonly text: string;
  readonly state: TimelineRun['state'];
  readonly x: number;
  readonly y: number;
}

/** Sets the labels on two levels, what matters most first; one that would run into another is left to the table. */
export function placeLabels(bars: readonly TimelineBar[]): PlacedLabel[] {
  const placed: (PlacedLabel & { readonly half: number })[] = [];
  const wanted = [...bars].sort((a, b) => urgency[a.run.state] - urgency[b.run.state] || b.x - a.x);
  for (const bar of wanted) {
    const half = textWidth(bar.run.when, chartSize.letters) / 2 + 4;
    const middle = bar.x + bar.width / 2;
    const x = insidePlane(middle, bar.run.when);
    const y = [40, 17].find((level) =>
      placed.every((other) => other.y !== level || Math.abs(other.x - x) > other.half + half),
    );
    if (y !== undefined) placed.push({ text: bar.run.when, state: bar.run.state, x, y, half });
  }
  return placed.map(({ text, state, x, y }) => ({ text, state, x, y }));
}
