import type { Translator } from '../../../platform/i18n/translator.ts';
import type { PlanWarning } from './plan.ts';

/** What stands in the way, in words. */
export function sayWarning(t: Translator, warning: PlanWarning): string {
  switch (warning.kind) {
    case 'closes-before':
      return t('lists.plan.warn.closes-before', { day: t.day(warning.day) });
    case 'starts-later':
      return t('lists.plan.warn.starts-later', { day: t.day(warning.day) });
    case 'ends':
      return t('lists.plan.warn.ends', { day: t.day(warning.day) });
    case 'not-open':
      return t('lists.plan.warn.not-open');
    case 'needs-first':
      return t('lists.plan.warn.needs-first', { title: warning.title });
    case 'archived':
      return t('lists.plan.warn.archived');
  }
}
