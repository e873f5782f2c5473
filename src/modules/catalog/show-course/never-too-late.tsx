import { dayOf } from '../../../platform/time/clock.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { FollowButton } from '../follow-course/follow-button.tsx';
import { isJoinable } from '../run-states/run-state.ts';
import { CourseList } from '../search-courses/course-list.tsx';
import type { CoursePartProps } from './course-part.ts';

/** For what cannot be joined today: the next run, announced or foretold, word of it, and what is open and close to it. */
export function NeverTooLate(props: CoursePartProps) {
  const { t, site, view } = props;
  const { availability, related, now } = view;
  if (isJoinable(availability.state)) return null;
  return (
    <section class="section never-too-late">
      <h2>{t('catalog.course.never-too-late')}</h2>
      <NextRun {...props} />
      <p>
        <FollowButton {...props} kind="first" />
      </p>
      {related.equivalents.length > 0 && (
        <>
          <h3>{t('catalog.course.equivalents')}</h3>
          <CourseList t={t} site={site} results={related.equivalents} now={now} />
        </>
      )}
    </section>
  );
}

function NextRun({ t, view: { availability, course, now } }: CoursePartProps) {
  const { predicted } = availability;
  const today = dayOf(now);
  const next = course.runs
    .filter((run) => !run.gone && run.start !== undefined && run.start.on > today)
    .toSorted((a, b) => ((a.start?.on ?? '') < (b.start?.on ?? '') ? -1 : 1))[0]?.start;
  if (next)
    return (
      <p>
        {t('catalog.course.next-announced', {
          day: t.day(next.on, next.precision === 'month' ? 'month' : 'long'),
        })}
      </p>
    );
  if (!predicted) return null;
  return (
    <Notice tone="soon">
      {t('catalog.course.predicted', {
        month: t.day(predicted.month, 'month'),
        years: predicted.years,
        of: predicted.ofYears,
      })}
    </Notice>
  );
}
