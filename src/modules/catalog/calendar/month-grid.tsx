import { type Lang, localeOf } from '../../../platform/i18n/languages.ts';
import { addDays, daysBetween } from '../../../platform/time/clock.ts';
import type { CalendarPartProps } from './calendar-part.ts';
import { monthSpan } from './calendar-view.ts';

/** 2024-01-01 was a Monday. */
const aMonday = '2024-01-01';

/** On which day weeks begin where a language is read here: 1 is Monday, 7 is Sunday. */
const firstWeekday: Readonly<Record<Lang, number>> = { en: 1, fr: 1, es: 1, pt: 7, ru: 1, zh: 1, ar: 1 };

/** Weeks of a month, as the language counts them, with how much each day brings; a list says the same where it is narrow. */
export function MonthGrid({ t, found, addressOf }: CalendarPartProps) {
  const { asked, month, today } = found;
  const { from, to } = monthSpan(asked.month);
  const first = firstWeekday[t.lang];
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((place) => addDays(aMonday, first - 1 + place));
  const lead = (((daysBetween(aMonday, from) - (first - 1)) % 7) + 7) % 7;
  const cells = Array.from({ length: Math.ceil((lead + daysBetween(from, to) + 1) / 7) * 7 }, (_, place) =>
    addDays(from, place - lead),
  );
  const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7));
  return (
    <table class="month-grid">
      <caption>{t.day(from, 'month')}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col">
              <abbr title={t.day(day, 'weekday')}>{shortWeekday(t.lang, day)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]}>
            {week.map((day) => {
              if (day < from || day > to) return <td key={day} />;
              const counts = month.get(day);
              const all = counts ? counts.starts + counts.closes : 0;
              return (
                <td key={day} aria-current={day === today ? 'date' : undefined}>
                  {all === 0 ? (
                    <span class="soft">{t.number(Number(day.slice(8)))}</span>
                  ) : (
                    <a
                      href={addressOf({ day })}
                      aria-label={`${t.day(day, 'day-month')}: ${t('catalog.calendar.entries', { n: all })}`}
                    >
                      {t.number(Number(day.slice(8)))}
                      <span aria-hidden="true">{all > 999 ? '999+' : t.number(all)}</span>
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shortWeekday = (lang: Lang, day: string): string =>
  new Intl.DateTimeFormat(localeOf[lang], { weekday: 'narrow', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
