import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { CourseEntry } from './calendar-days.tsx';
import type { CalendarPartProps } from './calendar-part.ts';
import type { CourseCard } from '../search-courses/card.ts';

/** What a month brings without a day: announced for the month only, and what we expect from the years before. */
export function VagueMonth(props: CalendarPartProps) {
  const { found, t } = props;
  if (found.asked.day !== undefined || found.asked.view !== 'month' || found.asked.what === 'closes')
    return null;
  const { announced, expected } = found;
  const month = t.day(`${found.asked.month}-01`, 'month');
  return (
    <>
      <Vague
        {...props}
        {...announced}
        title="catalog.calendar.announced"
        lead="catalog.calendar.announced-text"
        month={month}
      />
      <Vague
        {...props}
        {...expected}
        title="catalog.calendar.expected"
        lead="catalog.calendar.expected-text"
        month={month}
      />
    </>
  );
}

interface VagueProps extends CalendarPartProps {
  readonly title: MessageKey;
  readonly lead: MessageKey;
  readonly month: string;
  readonly count: number;
  readonly cards: readonly CourseCard[];
}

function Vague({ t, site, title, lead, month, count, cards }: VagueProps) {
  if (count === 0) return null;
  return (
    <section class="calendar-day calendar-vague">
      <h2>{t(title, { month })}</h2>
      <p class="soft small">{t(lead, { n: count })}</p>
      <ul class="plain">
        {cards.map((card) => (
          <CourseEntry key={card.id} t={t} site={site} card={card} />
        ))}
      </ul>
    </section>
  );
}
