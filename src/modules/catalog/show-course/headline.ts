import type { Translator } from '../../../platform/i18n/translator.ts';
import type { Availability } from '../run-states/availability.ts';

/** The date in one short line, the first thing the decision card says. */
export function headlineOf(
  t: Translator,
  { state, startsOn, predicted, day }: Availability,
  today: string,
): string {
  if (predicted) return t('catalog.headline.expected', { month: t.day(predicted.month, 'month') });
  if (state === 'self-paced-open') return t('catalog.headline.self-paced');
  if (state === 'archived-readable') return t('catalog.headline.archived');
  if (!startsOn) return state === 'ended' ? t('catalog.headline.ended') : t('catalog.headline.no-date');
  const isMonth = startsOn.precision === 'month';
  const month = t.day(startsOn.on, 'month');
  if (state === 'ended') return endedOf(t, day);
  if (startsOn.on > today)
    return isMonth
      ? t('catalog.headline.starts-in', { month })
      : t('catalog.headline.starts', { day: t.day(startsOn.on, 'full') });
  return isMonth
    ? t('catalog.headline.started-in', { month })
    : t('catalog.headline.started', { day: t.day(startsOn.on) });
}

function endedOf(t: Translator, day: Availability['day']): string {
  if (!day) return t('catalog.headline.ended');
  return day.precision === 'month'
    ? t('catalog.headline.ended-in', { month: t.day(day.on, 'month') })
    : t('catalog.headline.ended-on', { day: t.day(day.on) });
}
