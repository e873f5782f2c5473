import { dayOf } from '../../../platform/time/clock.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { isJoinable } from '../run-states/run-state.ts';
import type { CoursePartProps } from './course-part.ts';
import { CourseList } from '../search-courses/course-list.tsx';

/** For what cannot be joined today: the next run, announced or foretold, and what is open and close to it. */
export function NeverTooLate({ t, site, view }: CoursePartProps) {
  const { availability, related, course, now } = view;
  if (isJoinable(availability.state)) return null;
  const { predicted } = availability;
  const today = dayOf(now);
  const next = course.runs
    .filter((run) => !run.gone && run.start !== undefined && run.start.on > today)
    .toSorted((a, b) => ((a.start?.on ?? '') < (b.start?.on ?? '') ? -1 : 1))[0]?.start;
  if (!next && !predicted && related.equivalents.length === 0) return null;
  return (
    <section class="section never-too-late">
      <h2>{t('catalog.course.never-too-late')}</h2>
      {next && (
        <p>
          {t('catalog.course.next-announced', {
            day: t.day(next.on, next.precision === 'month' ? 'month' : 'long'),
          })}
        </p>
      )}
      {!next && predicted && (
        <Notice tone="soon">
          {t('catalog.course.predicted', {
            month: t.day(predicted.month, 'month'),
            years: predicted.years,
            of: predicted.ofYears,
          })}
        </Notice>
      )}
      {related.equivalents.length > 0 && (
        <>
          <h3>{t('catalog.course.equivalents')}</h3>
          <CourseList t={t} site={site} results={related.equivalents} now={now} />
        </>
      )}
    </section>
  );
}
