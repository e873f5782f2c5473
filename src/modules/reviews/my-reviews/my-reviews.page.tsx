import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip, type ChipTone } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { takeBackUntil } from '../edit-review/withdraw-review.ts';
import { firstWords } from '../show-reviews/review-text.tsx';
import type { ReviewState } from '../tables.ts';
import type { MyReview } from './my-reviews.queries.ts';

export interface MyReviewsProps {
  readonly t: Translator;
  readonly site: Site;
  readonly reviews: readonly MyReview[];
  readonly page: number;
  readonly pages: number;
}

const tones: Readonly<Record<ReviewState, ChipTone>> = {
  published: 'open',
  held: 'soon',
  rejected: 'bad',
  withdrawn: 'past',
};

/** What somebody wrote, and where each review stands. */
export function MyReviewsPage({ t, site, reviews, page, pages }: MyReviewsProps) {
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <>
      <Pagehead title={t('reviews.mine.title')} lead={t('reviews.mine.lead')} />
      {reviews.length === 0 ? (
        <EmptyState
          title={t('reviews.mine.empty')}
          text={t('reviews.mine.empty.text')}
          actions={
            <LinkButton kind="first" href={to('/courses')}>
              {t('reviews.mine.find')}
            </LinkButton>
          }
        />
      ) : (
        <ul class="plain my-reviews">
          {reviews.map((review) => (
            <Mine key={review.id} t={t} site={site} review={review} />
          ))}
        </ul>
      )}
      {pages > 1 && (
        <Pagination
          t={t}
          page={page}
          pages={pages}
          hrefOf={(number) =>
            urlFor(site, t.lang, '/account/reviews', { page: number === 1 ? undefined : number })
          }
        />
      )}
    </>
  );
}

interface MineProps {
  readonly t: Translator;
  readonly site: Site;
  readonly review: MyReview;
}

function Mine({ t, site, review }: MineProps) {
  const { id, state, course, body } = review;
  return (
    <li class="review">
      <header>
        <Stars t={t} value={review.stars} />
        <h2>
          <a href={urlFor(site, t.lang, `/reviews/${id}`)} lang={course.language ?? undefined}>
            <bdi>{course.title}</bdi>
          </a>
        </h2>
        <Chip tone={tones[state]}>{t(`reviews.mine.state.${state}`)}</Chip>
      </header>
      <p class="small soft">
        {[
          t('reviews.show.written', { day: t.day(dayOf(review.writtenAt)) }),
          review.helpful > 0 && t('reviews.helpful.own', { n: review.helpful }),
          review.isAnswered && t('reviews.mine.answered'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {body !== null && (
        <div class="review-words" lang={review.lang} dir="auto">
          {firstWords(body, 200) ?? body}
        </div>
      )}
      <Deeds t={t} site={site} review={review} />
    </li>
  );
}

function Deeds({ t, site, review }: MineProps) {
  const to = (path: string) => urlFor(site, t.lang, `/reviews/${review.id}${path}`);
  const name = review.course.title;
  if (review.state === 'withdrawn') {
    if (review.withdrawnAt === null) return null;
    const day = t.day(dayOf(takeBackUntil(review.withdrawnAt)));
    return (
      <form method="post" action={to('/take-back')} class="row">
        <Button small>{t('reviews.take-back.do')}</Button>
        <span class="small soft">{t('reviews.take-back.until', { day })}</span>
      </form>
    );
  }
  return (
    <div class="row">
      <a class="btn quiet small" href={to('/edit')} aria-label={`${t('reviews.edit.link')} · ${name}`}>
        {t('reviews.edit.link')}
      </a>
      <a
        class="btn quiet small"
        href={to('/withdraw')}
        aria-label={`${t('reviews.withdraw.link')} · ${name}`}
      >
        {t('reviews.withdraw.link')}
      </a>
      {review.state === 'rejected' && (
        <a
          class="btn quiet small"
          href={to('/appeal')}
          aria-label={`${t('reviews.state.rejected.appeal')} · ${name}`}
        >
          {t('reviews.state.rejected.appeal')}
        </a>
      )}
    </div>
  );
}
