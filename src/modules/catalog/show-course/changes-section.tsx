import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { CoursePartProps } from './course-part.ts';
import type { ShownCourse } from './show-course.queries.ts';

/** What changed lately, the latest first. */
export function ChangesSection({ t, view: { course } }: CoursePartProps) {
  if (course.changes.length === 0) return null;
  return (
    <section class="section small">
      <h2>{t('catalog.course.changes')}</h2>
      <ul class="plain">
        {course.changes.map((change) => (
          <li key={change.at + change.kind}>
            <time dateTime={change.at}>{t.day(change.at.slice(0, 10))}</time>
            {' · '}
            {sayChange(t, change)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Names of fields in the visitor's language; what has no name is left to the API. */
export const fieldName = (t: Translator, field: string): string => t(`catalog.field.${field}` as MessageKey);

function sayChange(t: Translator, { kind, fields }: ShownCourse['changes'][number]): string {
  if (kind !== 'updated') return t(`catalog.course.change-${kind}` as MessageKey);
  const names = fields.map(({ field, before, after }) => {
    const short =
      typeof before === 'string' && typeof after === 'string' && before.length + after.length < 80;
    return short
      ? `${fieldName(t, field)} (${sayValue(t, field, before)} → ${sayValue(t, field, after)})`
      : fieldName(t, field);
  });
  return t('catalog.course.change-updated', {
    fields: t.list(names.length > 0 ? names : [t('catalog.course.change-runs')]),
  });
}

const coded = new Set(['level', 'certificate', 'format', 'kind']);

/** What the documents write as a code ("beginner") in the words of the page; anything else as it stands. */
const sayValue = (t: Translator, field: string, value: string): string =>
  coded.has(field) ? t(`catalog.${field}.${value}` as MessageKey) : value;
