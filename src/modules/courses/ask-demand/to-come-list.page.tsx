import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { plannedFacts } from './planned-facts.ts';
import type { PlannedCourse } from './planned.queries.ts';
import { plannedPath } from './planned-topic.ts';

export interface ToComeListProps {
  readonly t: Translator;
  readonly site: Site;
  readonly courses: readonly PlannedCourse[];
  readonly page: number;
  readonly pages: number;
}

/** Courses that are planned, and how many would take each. */
export function ToComeListPage({ t, site, courses, page, pages }: ToComeListProps) {
  const to = (path: string, query = {}) => urlFor(site, t.lang, path, query);
  return (
    <>
      <Pagehead title={t('courses.to-come.title')} lead={t('courses.to-come.lead')} />
      {courses.length === 0 ? (
        <EmptyState
          title={t('courses.to-come.empty')}
          text={t('courses.to-come.empty.text')}
          actions={<LinkButton href={to('/courses')}>{t('courses.to-come.empty.way')}</LinkButton>}
        />
      ) : (
        <ul class="list">
          {courses.map((course) => (
            <li key={course.courseId} class="stack">
              <h2>
                <a href={to(plannedPath(course.slug))} lang={course.lang}>
                  <bdi>{course.title}</bdi>
                </a>
              </h2>
              <p lang={course.lang} dir="auto">
                {course.summary}
              </p>
              <p class="row">
                <Chip tone="soon">{t('courses.to-come.count', { n: course.takers })}</Chip>
                {course.isSample && <Chip>{t('courses.state.sample')}</Chip>}
              </p>
              <Facts items={plannedFacts(t, course)} />
            </li>
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          t={t}
          page={page}
          pages={pages}
          hrefOf={(n) => to('/courses-to-come', { page: n > 1 ? n : undefined })}
        />
      )}
    </>
  );
}
