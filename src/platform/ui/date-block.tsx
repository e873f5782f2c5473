import { classes } from './class-names.ts';
import type { Translator } from '../i18n/translator.ts';

/** `dated`: on that day; `open`: whenever one likes, or open now; `expected`: foretold, not announced; `past`: over. */
export type DateBlockState = 'dated' | 'open' | 'expected' | 'past';

export interface DateBlockProps {
  readonly state: DateBlockState;
  /** Small words above ("Jan", "open", "March?"). */
  readonly top: string;
  /** The big sign: day of the month, ∞, – . */
  readonly big: string;
  /** Small words below ("Monday", "own pace", "started"). */
  readonly bottom?: string | undefined;
  /** ISO date, for machines, where there is one. */
  readonly date?: string | undefined;
}

/** When it starts: the first thing one sees of a course. */
export function DateBlock({ state, top, big, bottom, date }: DateBlockProps) {
  const look = classes('date', state !== 'dated' && state);
  const inside = (
    <>
      <span>{top}</span> <b>{big}</b>
      {bottom !== undefined && <span> {bottom}</span>}
    </>
  );
  if (date === undefined) return <div class={look}>{inside}</div>;
  return (
    <time class={look} datetime={date}>
      {inside}
    </time>
  );
}

/** A calendar day as the words of a block; `bottom` replaces the weekday ("started"). */
export function datedBlock(t: Translator, date: string, bottom?: string): DateBlockProps {
  return {
    state: 'dated',
    top: t.day(date, 'month-only'),
    big: t.number(Number(date.slice(8, 10))),
    bottom: bottom ?? t.day(date, 'weekday'),
    date,
  };
}
