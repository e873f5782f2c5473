import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { fewestTexts } from '../topics/find-topics.ts';
import { reviewStatuses } from '../write-review/review-form.ts';
import { sayRun } from '../write-review/say-course.ts';
import { type ReviewedCourse, type ReviewWish, sortings } from './course-figures.queries.ts';
import { WriteButton } from './course-section.tsx';
import { CourseSummary, isUnrated, LawNote } from './course-summary.tsx';
import { ReviewCard } from './review-card.tsx';
import type { ShownReview } from './shown-review.queries.ts';

export interface CourseReviewsProps {
  readonly t: Translator;
  readonly site: Site;
  readonly course: ReviewedCourse;
  readonly wish: ReviewWish;
  readonly reviews: readonly ShownReview[];
  /** How many there are with these filters. */
  readonly count: number;
  readonly pages: number;
  readonly signedIn: boolean;
}

/** Query of this page with another page number; what is not chosen is left out. */
export const queryOf = ({ sort, status, lang, run, page }: ReviewWish) => ({
  sort: sort === 'helpful' ? undefined : sort,
  status,
  written: lang,
  run,
  page: page === 1 ? undefined : page,
});

/** All reviews of a course. */
export function CourseReviewsPage(props: CourseReviewsProps) {
  const { t, site, course, wish } = props;
  const path = `/courses/${encodeURIComponent(course.slug)}`;
  const { figures } = course;
  return (
    <>
      <Pagehead
        eyebrow={t('reviews.section.title')}
        title={course.title}
        titleLang={course.language ?? undefined}
        actions={
          figures.count > 0 && <WriteButton t={t} site={site} slug={course.slug} overview={course} first />
        }
      />
      {isUnrated(figures) ? (
        <NoReview {...props} />
      ) : (
        <>
          <CourseSummary t={t} site={site} figures={figures} announced={course} />
          {figures.count >= fewestTexts && (
            <p>
              <a href={urlFor(site, t.lang, `${path}/reviews/topics`)}>{t('reviews.topics.title')}</a>
            </p>
          )}
          {figures.count === 0 ? (
            <NoReview {...props} />
          ) : (
            <>
              <Filters {...props} />
              <List {...props} />
            </>
          )}
          <LawNote t={t} site={site} sorting={t(`reviews.sorted.${wish.sort}`)} />
        </>
      )}
    </>
  );
}

/** Nobody wrote yet, whoever may have rated elsewhere: an invitation. */
function NoReview({ t, site, course }: CourseReviewsProps) {
  return (
    <EmptyState
      title={t('reviews.empty.title')}
      text={t('reviews.empty.text')}
      actions={
        <>
          <WriteButton t={t} site={site} slug={course.slug} overview={course} first />
          <LinkButton kind="quiet" href={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}`)}>
            {t('reviews.back-to-course')}
          </LinkButton>
        </>
      }
    />
  );
}

/** Sorting and filters as one small form. */
function Filters({ t, site, course, wish }: CourseReviewsProps) {
  const { figures, runs } = course;
  const all = { value: '', label: t('reviews.filter.all') };
  const langs = Object.entries(figures.langs).sort(([, a], [, b]) => b - a);
  const withCount = (label: string, n: number | undefined) => `${label} (${t.number(n ?? 0)})`;
  return (
    <form
      id="review-filters"
      method="get"
      action={urlFor(site, t.lang, `/courses/${encodeURIComponent(course.slug)}/reviews`)}
      class="review-filters"
      data-live="reviews"
    >
      <Select
        id="sort"
        name="sort"
        label={t('reviews.sort')}
        value={wish.sort}
        options={sortings.map((value) => ({ value, label: t(`reviews.sort.${value}`) }))}
      />
      <Select
        id="status"
        name="status"
        label={t('reviews.filter.status')}
        value={wish.status ?? ''}
        options={[
          all,
          ...reviewStatuses.map((value) => ({
            value,
            label: withCount(t(`reviews.show.status.${value}`), figures.statuses[value]),
          })),
        ]}
      />
      {(langs.length > 1 || wish.lang !== undefined) && (
        <Select
          id="written"
          name="written"
          label={t('reviews.filter.lang')}
          value={wish.lang ?? ''}
          options={[
            all,
            ...langs.map(([value, n]) => ({ value, label: withCount(t.languageName(value), n) })),
          ]}
        />
      )}
      {runs.length > 1 && (
        <Select
          id="run"
          name="run"
          label={t('reviews.filter.run')}
          value={wish.run ?? ''}
          options={[
            all,
            ...runs.map((run) => ({ value: run.id, label: withCount(sayRun(t, run), run.count) })),
          ]}
        />
      )}
      <Button>{t('reviews.filter.do')}</Button>
    </form>
  );
}

function List({ t, site, course, wish, reviews, count, pages, signedIn }: CourseReviewsProps) {
  const path = `/courses/${encodeURIComponent(course.slug)}/reviews`;
  const hrefOf = (page: number) => urlFor(site, t.lang, path, queryOf({ ...wish, page }));
  const back = hrefOf(wish.page).slice(t.lang.length + 1);
  return (
    <div data-region="reviews">
      <h2 class="unseen" data-announce>
        {t('reviews.count', { n: count })}
      </h2>
      {reviews.length === 0 ? (
        <EmptyState
          title={t('reviews.filter.none')}
          actions={<LinkButton href={urlFor(site, t.lang, path)}>{t('reviews.filter.clear')}</LinkButton>}
        />
      ) : (
        reviews.map((review) => (
          <ReviewCard
            key={review.id}
            t={t}
            site={site}
            review={review}
            signedIn={signedIn}
            short={false}
            back={back}
          />
        ))
      )}
      {pages > 1 && <Pagination t={t} page={wish.page} pages={pages} hrefOf={hrefOf} swap="reviews" />}
    </div>
  );
}
