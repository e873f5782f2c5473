import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Effort } from '../course-document/course-document.ts';

/** How long and how much, in one phrase ("4 weeks, 3 h a week", "20 h in all"); undefined when nobody says. */
export function sayEffort(t: Translator, effort: Effort | undefined): string | undefined {
  if (!effort) return undefined;
  const { weeks, totalHours } = effort;
  const length = weeks ? t('catalog.effort.weeks', { n: Math.max(1, Math.round(weeks)) }) : undefined;
  const perWeek = sayPerWeek(t, effort);
  const total = perWeek === undefined && totalHours ? sayTotal(t, totalHours) : undefined;
  const amount = perWeek ?? total;
  if (length !== undefined && amount !== undefined)
    return t('catalog.effort.and', { length, effort: amount });
  return length ?? amount;
}

/** "3 h a week", "2–4 h a week". */
export function sayPerWeek(t: Translator, { minHoursPerWeek, maxHoursPerWeek }: Effort): string | undefined {
  const [least, most] = [minHoursPerWeek ?? maxHoursPerWeek, maxHoursPerWeek ?? minHoursPerWeek];
  if (least === undefined || most === undefined) return undefined;
  const hours =
    least === most
      ? t.number(most)
      : t('catalog.effort.range', { from: t.number(least), to: t.number(most) });
  return t('catalog.effort.perWeek', { hours });
}

function sayTotal(t: Translator, hours: number): string {
  if (hours < 1) return t('catalog.effort.minutes', { minutes: Math.round(hours * 60) });
  return t('catalog.effort.total', { hours: t.number(hours, { digits: hours < 10 ? 1 : 0 }) });
}
