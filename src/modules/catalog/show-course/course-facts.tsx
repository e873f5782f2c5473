import { urlFor } from '../../../platform/http/site.ts';
import { Definitions, type Definition } from '../../../platform/ui/definitions.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { certificateName, formatName, kindName, levelName } from '../course-words/names.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import { subjectName } from '../subjects/subject-names.ts';
import type { CoursePartProps } from './course-part.ts';

/** The course in short: language, level, effort, certificate and so on; only what a source said. */
export function CourseFacts({ t, site, view: { course } }: CoursePartProps) {
  const {
    languages = [],
    subtitles = [],
    level,
    effort,
    certificate,
    format,
    kind,
    licence,
    rating,
  } = course.document;
  const names = (tags: readonly string[]) => t.list(tags.map(t.languageName));
  const items: (Definition | false)[] = [
    languages.length > 0 && { term: t('catalog.course.language'), value: names(languages) },
    subtitles.length > 0 && { term: t('catalog.course.subtitles'), value: names(subtitles) },
    level !== undefined && { term: t('catalog.course.level'), value: levelName(t, level) },
    effort !== undefined && { term: t('catalog.course.effort'), value: sayEffort(t, effort) ?? '' },
    certificate !== undefined && {
      term: t('catalog.course.certificate'),
      value: certificateName(t, certificate),
    },
    format !== undefined && { term: t('catalog.course.format'), value: formatName(t, format) },
    kind !== undefined && { term: t('catalog.course.kind'), value: kindName(t, kind) },
    course.subjects.length > 0 && {
      term: t('catalog.course.subject'),
      value: course.subjects.map((id, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <a href={urlFor(site, t.lang, `/subjects/${id}`)}>{subjectName(id, t.lang)}</a>
        </span>
      )),
    },
    licence !== undefined && { term: t('catalog.course.licence'), value: licence },
    rating !== undefined && {
      term: t('catalog.course.rating'),
      value: (
        <>
          <Stars t={t} value={rating.mean} />{' '}
          <span class="soft">
            {t('catalog.course.platform-rating', {
              n: rating.count,
              stars: t.number(rating.mean, { digits: 1 }),
            })}
          </span>
        </>
      ),
    },
  ];
  return (
    <section class="section">
      <h2>{t('catalog.course.facts')}</h2>
      <Definitions items={items.filter((item) => item !== false)} />
    </section>
  );
}
