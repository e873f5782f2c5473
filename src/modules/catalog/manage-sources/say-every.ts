import type { Translator } from '../../../platform/i18n/translator.ts';

/** "every 6 hours", "every day", "every 7 days". */
export const sayEvery = (t: Translator, hours: number): string =>
  hours % 24 === 0
    ? t('catalog.sources.every-days', { n: hours / 24 })
    : t('catalog.sources.every-hours', { n: hours });
