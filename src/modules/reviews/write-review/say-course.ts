import type { Translator } from '../../../platform/i18n/translator.ts';

interface Announced {
  readonly minHoursAWeek: number | null;
  readonly maxHoursAWeek: number | null;
}

/** The hours a week that a course announces: "3", "2–4"; absent when it announces none. */
export function sayAnnounced(t: Translator, { minHoursAWeek, maxHoursAWeek }: Announced): string | undefined {
  const [least, most] = [minHoursAWeek ?? maxHoursAWeek, maxHoursAWeek ?? minHoursAWeek];
  if (least === null || most === null) return undefined;
  return least === most ? t.number(least) : `${t.number(least)}–${t.number(most)}`;
}

interface NamedRun {
  readonly title: string | null;
  readonly startOn: string | null;
  readonly startPrecision: string | null;
}

/** A run by its name and its start, as far as they are known. */
export function sayRun(t: Translator, { title, startOn, startPrecision }: NamedRun): string {
  const start = startOn === null ? undefined : t.day(startOn, startPrecision === 'month' ? 'month' : 'long');
  return [title, start].filter((part) => part).join(' · ') || t('reviews.run.unnamed');
}
