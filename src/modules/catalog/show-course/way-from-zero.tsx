import { urlFor } from '../../../platform/http/site.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { CoursePartProps } from './course-part.ts';

/** What to know before, as a way of courses where they could be found, else in the source's words. */
export function WayFromZero({ t, site, view: { course } }: CoursePartProps) {
  const { way } = course;
  const { prerequisites } = course.document;
  if (!prerequisites) return null;
  const named = (prerequisites.courses ?? []).filter(
    ({ title }) => title && !way.some((step) => step.title === title),
  );
  return (
    <section class="section">
      <h2>{way.length > 0 ? t('catalog.course.way') : t('catalog.course.before')}</h2>
      {prerequisites.nothing && <p>{t('catalog.course.before-nothing')}</p>}
      {prerequisites.text && (
        <p lang={course.language ?? undefined} dir="auto">
          {prerequisites.text}
        </p>
      )}
      {named.length > 0 && (
        <ul>
          {named.map(({ title, url }) => (
            <li key={title} lang={course.language ?? undefined}>
              <bdi>{url ? <a href={url}>{title}</a> : title}</bdi>
            </li>
          ))}
        </ul>
      )}
      {way.length > 0 && (
        <ol class="course-way">
          {way.map((step) => (
            <li key={step.slug}>
              <a
                href={urlFor(site, t.lang, `/courses/${encodeURIComponent(step.slug)}`)}
                lang={step.language ?? undefined}
              >
                <bdi>{step.title}</bdi>
              </a>
              {step.effort && <div class="soft small">{sayEffort(t, step.effort)}</div>}
            </li>
          ))}
          <li aria-current="true">
            <b lang={course.language ?? undefined}>
              <bdi>{course.title}</bdi>
            </b>
            <div class="soft small">{t('catalog.course.way-here')}</div>
          </li>
        </ol>
      )}
    </section>
  );
}
