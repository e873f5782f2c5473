import type { Translator } from '../../../platform/i18n/translator.ts';

/** Minutes in words: "7 h 30 min", "12 h", "45 min". */
export function sayTime(t: Translator, minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return t('courses.time.minutes', { n: t.number(rest) });
  if (rest === 0) return t('courses.time.hours', { n: t.number(hours) });
  return t('courses.time.both', { hours: t.number(hours), minutes: t.number(rest).padStart(2, '0') });
}
