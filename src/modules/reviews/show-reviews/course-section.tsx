import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import type { CourseOverview } from './course-figures.queries.ts';
import { CourseSummary, isUnrated, LawNote, ratingsOf } from './course-summary.tsx';
import { ReviewCard } from './review-card.tsx';

export interface CourseSectionProps {
  readonly t: Translator;
  readonly site: Site;
  readonly slug: string;
  readonly signedIn: boolean;
  readonly overview: CourseOverview;
  readonly announced: { readonly minHoursAWeek: number | null; readonly maxHoursAWeek: number | null };
}

/** Reviews on the page of their course: what they say together, the three most helpful, and the way to all. */
export function CourseReviewsSection(props: CourseSectionProps) {
  const { t, site, overview, signedIn, announced } = props;
  const { figures, best } = overview;
  const back = `/courses/${encodeURIComponent(props.slug)}`;
  const all = urlFor(site, t.lang, `${back}/reviews`);
  return (
    <section class="section course-reviews" id="reviews">
      <header>
        <h2>{t('reviews.section.title')}</h2>
        {figures.count > 0 && <a href={all}>{t('reviews.section.all', { n: figures.count })}</a>}
      </header>
      {isUnrated(figures) ? (
        <EmptyState
          level={3}
          title={t('reviews.empty.title')}
          text={t('reviews.empty.text')}
          actions={<WriteButton {...props} />}
        />
      ) : (
        <>
          <CourseSummary t={t} site={site} figures={figures} announced={announced} />
          <div class="row">
            <WriteButton {...props} />
          </div>
          {best.map((review) => (
            <ReviewCard
              key={review.id}
              t={t}
              site={site}
              review={review}
              signedIn={signedIn}
              short
              back={back}
            />
          ))}
          <LawNote t={t} site={site} sorting={t('reviews.sorted.helpful')} />
        </>
      )}
    </section>
  );
}

/** The score in one line beside the decision, down to what is behind it; nothing while nobody rated. */
export function RatingLine({ t, overview: { figures } }: Pick<CourseSectionProps, 't' | 'overview'>) {
  if (isUnrated(figures)) return null;
  const { mean, count } = ratingsOf(figures);
  return (
    <p class="rating-line">
      <Stars t={t} value={mean} />
      <strong>{t.number(mean, { digits: 1 })}</strong>
      <a href="#reviews">{t('reviews.ratings', { n: count })}</a>
    </p>
  );
}

export interface WriteButtonProps {
  readonly t: Translator;
  readonly site: Site;
  readonly slug: string;
  readonly overview: Pick<CourseOverview, 'ownReview'>;
  readonly first?: boolean;
}

/** Leads to the form, or to what one wrote. */
export function WriteButton({ t, site, slug, overview, first }: WriteButtonProps) {
  const path =
    overview.ownReview === null
      ? `/courses/${encodeURIComponent(slug)}/reviews/new`
      : `/reviews/${overview.ownReview}`;
  return (
    <LinkButton kind={first ? 'first' : 'plain'} href={urlFor(site, t.lang, path)}>
      {t(overview.ownReview === null ? 'reviews.write.link' : 'reviews.own.link')}
    </LinkButton>
  );
}
