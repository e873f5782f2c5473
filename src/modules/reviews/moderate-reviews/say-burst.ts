import type { Translator } from '../../../platform/i18n/translator.ts';
import type { BurstSignal } from '../moderation-tables.ts';

/** "12 reviews within 24 h; about 1 is usual." */
export function sayBurst(
  t: Translator,
  burst: {
    readonly signal: BurstSignal;
    readonly hours: number;
    readonly seen: number;
    readonly expected: number;
  },
): string {
  const { signal, hours, seen, expected } = burst;
  const usual = expected < 0.1 ? t('reviews.moderate.burst.nearly-none') : t.number(expected);
  return t(`reviews.moderate.burst.${signal}`, { n: seen, hours, usual });
}
