import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { courseUrl } from '../read-courses/course-url.ts';
import type { ShownCourse } from '../show-course/show-course.queries.ts';
import { ChangeList } from './change-list.tsx';
import { FreshnessMark } from './freshness-mark.tsx';
import { sayChanges, type ToldChange } from './told-change.ts';

export interface ChangeLogPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly now: Date;
  readonly course: ShownCourse;
  readonly changes: readonly ToldChange[];
  readonly page: number;
  readonly pages: number;
}

/** Everything that changed in a course, with its day and its source. */
export function ChangeLogPage({ t, site, now, course, changes, page, pages }: ChangeLogPageProps) {
  const address = courseUrl(site, t.lang, course.slug, '/changes');
  const said = sayChanges(t, changes, course.platform.name);
  return (
    <>
      <Pagehead
        eyebrow={t('catalog.changes.title')}
        title={course.title}
        titleLang={course.language ?? undefined}
        lead={t('catalog.changes.lead')}
      />
      <FreshnessMark t={t} course={course} now={now} />
      {said.length === 0 ? (
        <EmptyState title={t('catalog.changes.none')} />
      ) : (
        <ChangeList t={t} changes={said} />
      )}
      <Pagination t={t} page={page} pages={pages} hrefOf={(to) => `${address}?page=${to}`} />
      <p>
        <a href={courseUrl(site, t.lang, course.slug, '/changes.atom')}>{t('catalog.changes.atom')}</a>
      </p>
    </>
  );
}
