import type { Translator } from '../../../platform/i18n/translator.ts';

/** An instant on a clock that is named: "1 December 2026 at 09:30 (Europe/Paris)". */
export const sayScheduled = (t: Translator, at: Date, zone: string | null): string =>
  t('editorial.at', { moment: t.moment(at, zone ?? 'UTC'), zone: zone ?? 'UTC' });
