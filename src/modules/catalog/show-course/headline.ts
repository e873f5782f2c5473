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
  const date = isMonth
    ? t.day(startsOn.on, 'month')
    : `${t.day(startsOn.on, 'weekday')} ${t.day(startsOn.on)}`;
  if (state === 'ended')
    return day ? t('catalog.headline.ended-on', { day: t.day(day.on) }) : t('catalog.headline.ended');
  if (startsOn.on > today) return t('catalog.headline.starts', { day: date });
  return t('catalog.headline.started', { day: isMonth ? date : t.day(startsOn.on) });
}
