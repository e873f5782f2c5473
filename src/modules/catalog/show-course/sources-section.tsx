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
      <ul class="plain sentences">
        {Object.entries(course.sources).map(([id, source]) => {
          const fields = others
            .filter(([, [sourceId]]) => sourceId === id)
            .map(([field]) => fieldName(t, field));
          const said = id === mainId && saidAt ? saidAt : source.seenAt;
          return (
            <li key={id}>
              {sayLine(t, nameOf(t, course, source), said.slice(0, 10), source.seenAt.slice(0, 10))}
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

/** Where it was read, as a reader would say it; how machines call that format is left to operators. */
function nameOf(t: Translator, course: ShownCourse, source: ShownCourse['sources'][string]): string {
  const platform = source.platform ?? course.platform.name;
  const place = placeOf(t, source.format, platform);
  return source.name === '' ? place : `${place} (${source.name})`;
}

function placeOf(t: Translator, format: string, platform: string): string {
  if (format === 'correction') return t('catalog.course.corrected-by-hand');
  if (format === 'sample') return t('catalog.source.sample');
  if (format === 'csv') return t('catalog.source.list', { platform });
  if (format === 'schema-org') return t('catalog.source.pages', { platform });
  return t('catalog.source.catalogue', { platform });
}
