import { Button } from '../../../platform/ui/button.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { subjectName } from '../subjects/subject-names.ts';
import { subjects } from '../subjects/subject-tree.ts';
import type { CalendarPartProps } from './calendar-part.ts';
import { calendarQuery, dayKinds } from './calendar-view.ts';

/** Narrows the calendar by subject, language and kind of day. */
export function CalendarFilters({ t, found: { asked, today, languages }, addressOf }: CalendarPartProps) {
  const { view, month, day } = calendarQuery(asked, today);
  const kept = Object.entries({ view, month, day }).filter(([, value]) => value !== undefined);
  const byName = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label, t.lang);
  const known = new Set([...languages, ...(asked.language === undefined ? [] : [asked.language])]);
  const any = { value: '', label: t('catalog.calendar.any') };
  return (
    <form method="get" action={addressOf({}).split('?')[0]} class="calendar-filters">
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={String(value)} />
      ))}
      <Select
        id="subject"
        name="subject"
        label={t('catalog.calendar.subject')}
        value={asked.subject ?? ''}
        options={[
          any,
          ...subjects
            .filter(({ parent, id }) => parent === undefined || id === asked.subject)
            .map(({ id }) => ({ value: id, label: subjectName(id, t.lang) })),
        ]}
      />
      <Select
        id="language"
        name="language"
        label={t('catalog.calendar.language')}
        value={asked.language ?? ''}
        options={[
          any,
          ...[...known].map((tag) => ({ value: tag, label: t.languageName(tag) })).toSorted(byName),
        ]}
      />
      {asked.view !== 'closing' && (
        <Select
          id="what"
          name="what"
          label={t('catalog.calendar.what')}
          value={asked.what ?? ''}
          options={[
            { value: '', label: t('catalog.calendar.what.both') },
            ...dayKinds.map((kind) => ({ value: kind, label: t(`catalog.calendar.what.${kind}`) })),
          ]}
        />
      )}
      <Button>{t('catalog.calendar.show')}</Button>
    </form>
  );
}
