import { Chip } from '../../../platform/ui/chip.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { courseUrl } from '../read-courses/course-url.ts';
import type { CourseCard } from '../search-courses/card.ts';
import type { CalendarOccasion } from './calendar-occasions.ts';
import type { CalendarPartProps } from './calendar-part.ts';
import type { DayKind } from './calendar-view.ts';
import type { CalendarDay } from './calendar.ts';

/** The days of a view one below the other, each with what it brings. */
export function CalendarDays(props: CalendarPartProps) {
  const { found, occasions } = props;
  const known = new Map(found.days.map((day) => [day.day, day]));
  const days = [...new Set([...known.keys(), ...occasions.map(({ day }) => day)])].sort();
  return (
    <div class="calendar-days">
      {days.map((day) => (
        <OneDay
          key={day}
          {...props}
          day={known.get(day) ?? { day, counts: { starts: 0, closes: 0 }, entries: [] }}
          occasions={occasions.filter((occasion) => occasion.day === day)}
        />
      ))}
    </div>
  );
}

function OneDay(props: CalendarPartProps & { readonly day: CalendarDay }) {
  const { t, day, found, occasions, addressOf } = props;
  const { starts, closes } = day.counts;
  const hidden = found.asked.day === undefined ? starts + closes - day.entries.length : 0;
  const counted = [
    starts > 0 && t('catalog.calendar.starts', { n: starts }),
    closes > 0 && t('catalog.calendar.closes', { n: closes }),
  ].filter((text) => text !== false);
  return (
    <section class="calendar-day" id={`d-${day.day}`}>
      <h2>
        <time dateTime={day.day}>{t.day(day.day, 'full')}</time>
        {day.day === found.today && <Chip tone="open">{t('catalog.calendar.today')}</Chip>}
      </h2>
      {counted.length > 0 && <p class="soft small">{counted.join(' · ')}</p>}
      <ul class="plain">
        {occasions.map((occasion) => (
          <OccasionEntry key={occasion.href} occasion={occasion} />
        ))}
        {day.entries.map(({ kind, card }) => (
          <CourseEntry key={kind + card.id} {...props} kind={kind} card={card} />
        ))}
      </ul>
      {hidden > 0 && (
        <p>
          <a href={addressOf({ day: day.day })}>
            {t('catalog.calendar.more', { n: hidden, day: t.day(day.day, 'day-month') })}
          </a>
        </p>
      )}
    </section>
  );
}

type EntryProps = Pick<CalendarPartProps, 't' | 'site'> & {
  readonly kind?: DayKind;
  readonly card: CourseCard;
};

const tones = { starts: 'open', closes: 'soon' } as const satisfies Record<DayKind, string>;

/** One course in a line: what happens, its title, who gives it where. */
export function CourseEntry({ t, site, kind, card }: EntryProps) {
  const facts = [...card.providers.map(({ name }) => name), card.platform.name];
  const isForeign = card.language !== undefined && card.language.split('-')[0] !== t.lang;
  return (
    <li class="calendar-entry">
      {kind && <Chip tone={tones[kind]}>{t(`catalog.calendar.what.${kind}`)}</Chip>}
      <div>
        <a href={courseUrl(site, t.lang, card.slug)} lang={isForeign ? card.language : undefined}>
          <bdi>{card.title}</bdi>
        </a>
        <Facts
          items={[...new Set(facts), ...(isForeign && card.language ? [t.languageName(card.language)] : [])]}
        />
      </div>
    </li>
  );
}

function OccasionEntry({ occasion: { title, lang, href, facts } }: { readonly occasion: CalendarOccasion }) {
  return (
    <li class="calendar-entry">
      <div>
        <a href={href} lang={lang}>
          <bdi>{title}</bdi>
        </a>
        <Facts items={[...facts]} />
      </div>
    </li>
  );
}
