import type { CoursePartProps } from './course-part.ts';
import { fieldName } from '../change-log/field-name.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { saySource } from '../course-words/say-source.ts';

/** Which source says what, since when: every fact can be traced. */
export function SourcesSection({ t, view: { course } }: CoursePartProps) {
  const [mainId, saidAt] = course.provenance['*'] ?? [];
  const others = Object.entries(course.provenance).filter(([field]) => field !== '*');
  return (
    <section class="section small">
      <h2>{t('catalog.course.sources')}</h2>
      <ul class="plain sentences">
        {Object.entries(course.sources).map(([id, source]) => {
          const fields = others
            .filter(([, [sourceId]]) => sourceId === id)
            .map(([field]) => fieldName(t, field));
          const said = id === mainId && saidAt ? saidAt : source.seenAt;
          return (
            <li key={id}>
              {sayLine(
                t,
                saySource(t, source, source.platform ?? course.platform.name),
                said.slice(0, 10),
                source.seenAt.slice(0, 10),
              )}
              {fields.length > 0 && ` · ${t('catalog.course.source-fields', { fields: t.list(fields) })}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The day on which it was first read in these words, and the last on which it still stood so. */
function sayLine(t: Translator, source: string, said: string, seen: string): string {
  return said === seen
    ? t('catalog.course.source-line-once', { source, said: t.day(said) })
    : t('catalog.course.source-line', { source, said: t.day(said), seen: t.day(seen) });
}
