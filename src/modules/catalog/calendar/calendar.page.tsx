import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { CalendarDays } from './calendar-days.tsx';
import { CalendarFilters } from './calendar-filters.tsx';
import type { CalendarPartProps } from './calendar-part.ts';
import { calendarViews } from './calendar-view.ts';
import { dayPage } from './calendar.ts';
import { MonthGrid } from './month-grid.tsx';
import { MonthNavigation } from './month-navigation.tsx';
import { VagueMonth } from './vague-month.tsx';

/** What starts and what closes, day by day; beside it the month at a glance, where there is room. */
export function CalendarPage(props: CalendarPartProps) {
  const { t, found, occasions, addressOf } = props;
  const { asked, days, totals } = found;
  const isEmpty = days.length === 0 && occasions.length === 0;
  return (
    <>
      <Pagehead title={t('catalog.calendar.title')} lead={t('catalog.calendar.lead')} />
      <Tabs
        t={t}
        label={t('catalog.calendar.views')}
        items={calendarViews.map((view) => ({
          label: t(`catalog.calendar.view.${view}`),
          href: addressOf({ view, day: undefined, ...(view === 'closing' ? { what: undefined } : {}) }),
          current: asked.day === undefined && asked.view === view,
          count: totals[view],
        }))}
      />
      <CalendarFilters {...props} />
      <div class="calendar">
        <div>
          <MonthNavigation {...props} />
          {isEmpty ? <NothingThen {...props} /> : <CalendarDays {...props} />}
          <DayPages {...props} />
          <VagueMonth {...props} />
        </div>
        <aside class="calendar-aside">
          <MonthGrid {...props} />
          <p class="small">
            <a href={addressOf({}, '/calendar.ics')}>{t('catalog.calendar.ics')}</a>
          </p>
          <p class="small soft">{t('catalog.calendar.zones')}</p>
        </aside>
      </div>
    </>
  );
}

/** Of one day alone, all its courses in pages. */
function DayPages({ t, found: { asked, days }, addressOf }: CalendarPartProps) {
  const [only] = days;
  if (asked.day === undefined || !only) return null;
  const pages = Math.ceil(Math.max(only.counts.starts, only.counts.closes) / dayPage);
  return <Pagination t={t} page={asked.page} pages={pages} hrefOf={(page) => addressOf({ page })} />;
}

function NothingThen({ t, found: { asked, totals }, addressOf }: CalendarPartProps) {
  const isNarrowed = asked.subject !== undefined || asked.language !== undefined || asked.what !== undefined;
  return (
    <EmptyState
      title={t('catalog.calendar.empty')}
      text={t(isNarrowed ? 'catalog.calendar.empty-narrowed' : 'catalog.calendar.empty-text')}
      actions={
        <>
          {isNarrowed && (
            <LinkButton href={addressOf({ subject: undefined, language: undefined, what: undefined })}>
              {t('catalog.calendar.all')}
            </LinkButton>
          )}
          {(asked.view !== 'month' || asked.day !== undefined) && totals.month > 0 && (
            <LinkButton href={addressOf({ view: 'month', day: undefined })}>
              {t('catalog.calendar.view.month')}
            </LinkButton>
          )}
        </>
      }
    />
  );
}
