import { LinkButton } from '../../../platform/ui/button.tsx';
import { Icon } from '../../../platform/ui/icon.tsx';
import type { CalendarPartProps } from './calendar-part.ts';
import { isInReach, monthAfter, monthBefore } from './calendar-view.ts';

/** The month that is shown, and the ways to those around it; of a day alone, the way back to its month. */
export function MonthNavigation({ t, found: { asked }, addressOf }: CalendarPartProps) {
  if (asked.view !== 'month') return null;
  const name = (month: string) => t.day(`${month}-01`, 'month');
  if (asked.day !== undefined)
    return (
      <p>
        <LinkButton href={addressOf({ day: undefined })} icon="back" small>
          {name(asked.month)}
        </LinkButton>
      </p>
    );
  const [before, after] = [monthBefore(asked.month), monthAfter(asked.month)];
  return (
    <nav class="calendar-months" aria-label={t('catalog.calendar.months')}>
      {isInReach(before) && (
        <LinkButton href={addressOf({ month: before })} icon="back" small>
          {name(before)}
        </LinkButton>
      )}
      <b>{name(asked.month)}</b>
      {isInReach(after) && (
        <a class="btn small" href={addressOf({ month: after })}>
          {name(after)}
          <Icon name="forward" />
        </a>
      )}
    </nav>
  );
}
