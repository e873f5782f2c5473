import type { Translator } from '../../../platform/i18n/translator.ts';
import type { HeldRun } from './hold-runs.queries.ts';

/** "12 March to 20 April 2027", "at one's own pace": how a run is called where it has no title. */
export function sayRunDays(t: Translator, run: Pick<HeldRun, 'pacing' | 'startOn' | 'endOn'>): string {
  if (run.startOn === null) return t('courses.runs.self');
  if (run.endOn === null) return t('courses.runs.from', { start: t.day(run.startOn) });
  return t('courses.runs.days', { start: t.day(run.startOn), end: t.day(run.endOn) });
}
