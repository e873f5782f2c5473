import type { Translator } from '../../../platform/i18n/translator.ts';
import { ColumnChart } from '../../../platform/ui/chart.tsx';
import type { HourOfBurst } from './case.queries.ts';

/** How the reviews of a burst came, hour by hour; the table behind comes with it. */
export function BurstChart({ t, hours }: { readonly t: Translator; readonly hours: readonly HourOfBurst[] }) {
  return (
    <ColumnChart
      t={t}
      label={t('reviews.moderate.burst.chart')}
      axis={t('reviews.moderate.burst.hour')}
      places={hours.map((hour) => `${t.day(hour.from.slice(0, 10), 'short')} ${hour.from.slice(11, 13)} h`)}
      series={[
        { name: t('reviews.moderate.burst.count'), values: hours.map((hour) => hour.count) },
        { name: t('reviews.moderate.burst.five'), values: hours.map((hour) => hour.fiveStars) },
      ]}
    />
  );
}
