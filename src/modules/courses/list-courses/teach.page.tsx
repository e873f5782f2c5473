import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { isUntouched } from '../keep-up-to-date/untouched.ts';
import type { TaughtCourse } from './list-courses.queries.ts';

export interface TeachPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly courses: readonly TaughtCourse[];
  readonly now: Date;
  /** Every course of the site, for operators. */
  readonly all: boolean;
  readonly mayAuthor: boolean;
  readonly isOperator: boolean;
  readonly page: number;
  readonly pages: number;
}

/** The courses that one works on, those changed last first. */
export function TeachPage(props: TeachPageProps) {
  const { t, site, courses, all, mayAuthor, isOperator, page, pages } = props;
  const to = (query = {}) => urlFor(site, t.lang, '/teach', query);
  return (
    <>
      <Pagehead
        title={t('courses.teach.title')}
        lead={t('courses.teach.lead')}
        actions={mayAuthor && courses.length > 0 && <Begin t={t} site={site} />}
      />
      {isOperator && (
        <Tabs
          t={t}
          label={t('courses.teach.title')}
          items={[
            { label: t('courses.teach.mine'), href: to(), current: !all },
            { label: t('courses.teach.all'), href: to({ all: 'yes' }), current: all },
          ]}
        />
      )}
      {courses.length === 0 ? (
        <EmptyState
          title={t('courses.teach.empty')}
          text={t(mayAuthor ? 'courses.teach.empty.text' : 'courses.teach.empty.no-role')}
          actions={mayAuthor && <Begin t={t} site={site} />}
        />
      ) : (
        <ul class="list taught">
          {courses.map((course) => (
            <Line key={course.id} t={t} site={site} now={props.now} course={course} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          t={t}
          page={page}
          pages={pages}
          hrefOf={(n) => to({ all: all ? 'yes' : undefined, page: n > 1 ? n : undefined })}
        />
      )}
    </>
  );
}

function Begin({ t, site }: Pick<TeachPageProps, 't' | 'site'>) {
  return (
    <>
      <LinkButton kind="first" href={urlFor(site, t.lang, '/teach/new')}>
        {t('courses.teach.new')}
      </LinkButton>
      <LinkButton href={urlFor(site, t.lang, '/teach/import')}>{t('courses.teach.import')}</LinkButton>
    </>
  );
}

const tones = { draft: 'soon', published: 'open', archived: 'past' } as const;

function Line(props: Pick<TeachPageProps, 't' | 'site' | 'now'> & { readonly course: TaughtCourse }) {
  const { t, site, now, course } = props;
  return (
    <li>
      <h2>
        <a href={urlFor(site, t.lang, `/teach/courses/${course.id}`)} lang={course.lang}>
          <bdi>{course.title}</bdi>
        </a>
      </h2>
      <p class="row">
        <Chip tone={tones[course.state]}>{t(`courses.state.${course.state}`)}</Chip>
        {course.hasChanges && <Chip>{t('courses.state.changes')}</Chip>}
        {course.state === 'published' && isUntouched(course.lastChangeAt, now) && (
          <Chip tone="soon" href={urlFor(site, t.lang, `/teach/courses/${course.id}/up-to-date`)}>
            {t('courses.upkeep.flag', {
              day: t.day(course.lastChangeAt.toISOString().slice(0, 10), 'long'),
            })}
          </Chip>
        )}
        {course.isSample && <Chip>{t('courses.state.sample')}</Chip>}
      </p>
      <Facts
        items={[
          t.languageName(course.lang),
          t('courses.units', { n: course.units }),
          ...(course.role === null ? [] : [t(`courses.role.${course.role}`)]),
          t('courses.changed', { day: t.day(course.changedAt.toISOString().slice(0, 10), 'day-month') }),
        ]}
      />
    </li>
  );
}
