import type { CoursePartProps } from './course-part.ts';
import { fieldName } from './changes-section.tsx';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { ShownCourse } from './show-course.queries.ts';

/** Which source says what, since when: every fact can be traced. */
export function SourcesSection({ t, view: { course } }: CoursePartProps) {
  const [mainId, saidAt] = course.provenance['*'] ?? [];
  const others = Object.entries(course.provenance).filter(([field]) => field !== '*');
  return (
    <section class="section small">
      <h2>{t('catalog.course.sources')}</h2>
      <ul class="plain">
        {Object.entries(course.sources).map(([id, source]) => {
          const fields = others
            .filter(([, [sourceId]]) => sourceId === id)
            .map(([field]) => fieldName(t, field));
          const said = id === mainId && saidAt ? saidAt : source.seenAt;
          return (
            <li key={id}>
              {t('catalog.course.source-line', {
                source: nameOf(t, source),
                said: t.day(said.slice(0, 10)),
                seen: t.day(source.seenAt.slice(0, 10)),
              })}
              {fields.length > 0 && ` · ${t('catalog.course.source-fields', { fields: t.list(fields) })}`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function nameOf(t: Translator, source: ShownCourse['sources'][string]): string {
  if (source.format === 'correction') return t('catalog.course.corrected-by-hand');
  return [source.platform, source.name, source.format].filter(Boolean).join(' · ');
}
