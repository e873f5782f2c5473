import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { LawNote } from './course-summary.tsx';
import type { EarlierText, ReviewPageFacts } from './one-review.queries.ts';
import { ReviewCard } from './review-card.tsx';
import { ReviewText } from './review-text.tsx';

export interface OneReviewProps {
  readonly t: Translator;
  readonly site: Site;
  readonly facts: ReviewPageFacts;
  readonly signedIn: boolean;
  /** Public address of this page. */
  readonly address: string;
}

/** One review with its history: what links lead to. */
export function OneReviewPage(props: OneReviewProps) {
  const { t, site, facts, signedIn } = props;
  const { review, course } = facts;
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <div class="stack">
      <Pagehead
        eyebrow={t('reviews.one.eyebrow')}
        title={course.title}
        titleLang={course.language ?? undefined}
        actions={
          <LinkButton href={to(`/courses/${encodeURIComponent(course.slug)}`)}>
            {t('reviews.back-to-course')}
          </LinkButton>
        }
      />
      {review.isSample && <Notice>{t('reviews.one.sample')}</Notice>}
      <StateNotice {...props} />
      <ReviewCard
        t={t}
        site={site}
        review={review}
        signedIn={signedIn}
        level={2}
        back={`/reviews/${review.id}`}
      />
      <Prove {...props} />
      {facts.answersFor !== null && review.state === 'published' && !review.isOwn && (
        <div class="row">
          <LinkButton href={to(`/reviews/${review.id}/answer`)}>
            {t(review.answer === null ? 'reviews.answer.link' : 'reviews.answer.edit-link')}
          </LinkButton>
        </div>
      )}
      <History {...props} />
      {review.state === 'published' && (
        <CopyField t={t} id="address" label={t('reviews.one.share')} value={props.address} />
      )}
      <LawNote t={t} site={site} sorting="" />
    </div>
  );
}

/** Its author can climb the ladder of proof while there is a rung above. */
function Prove({ t, site, facts: { review } }: OneReviewProps) {
  const isProved = review.proof === 'certificate' || review.proof === 'completed-here';
  if (!review.isOwn || isProved || review.state === 'withdrawn') return null;
  return (
    <div class="row">
      <LinkButton href={urlFor(site, t.lang, `/reviews/${review.id}/proof`)}>
        {t('reviews.one.prove')}
      </LinkButton>
    </div>
  );
}

/** Its author reads where it stands and why; nobody else sees a review that is not published. */
function StateNotice({ t, site, facts: { review, why, heldFor } }: OneReviewProps) {
  if (review.state === 'published') return null;
  const to = (path: string) => urlFor(site, t.lang, `/reviews/${review.id}${path}`);
  return (
    <Notice tone={review.state === 'rejected' ? 'bad' : 'soon'} title={t(`reviews.state.${review.state}`)}>
      <p>{t(`reviews.state.${review.state}.text`)}</p>
      {heldFor.length > 0 && review.state === 'held' && (
        <p>
          {t('reviews.state.held.because', {
            reasons: t.list(heldFor.map((kind) => t(`reviews.state.held.${kind}`))),
          })}
        </p>
      )}
      {why !== null && review.state === 'rejected' && (
        <blockquote dir="auto" class="review-words">
          {why}
        </blockquote>
      )}
      {review.isOwn && review.state === 'withdrawn' && (
        <form method="post" action={to('/take-back')}>
          <Button small>{t('reviews.take-back.do')}</Button>
        </form>
      )}
      {review.isOwn && review.state === 'rejected' && (
        <p>
          <a href={to('/appeal')}>{t('reviews.state.rejected.appeal')}</a>
        </p>
      )}
    </Notice>
  );
}

function History({ t, site, facts }: OneReviewProps) {
  if (facts.earlier.length === 0) return null;
  return (
    <section class="section review-history">
      <h2>{t('reviews.history.title')}</h2>
      <p class="soft">{t('reviews.history.lead')}</p>
      {facts.earlier.map((text) => (
        <details key={text.until} class="review-details">
          <summary>
            {t('reviews.history.until', { day: t.day(text.until.slice(0, 10)), stars: text.says.stars })}
          </summary>
          <Earlier t={t} site={site} text={text} id={facts.review.id} lang={facts.review.lang} />
        </details>
      ))}
    </section>
  );
}

interface EarlierProps {
  readonly t: Translator;
  readonly site: Site;
  readonly text: EarlierText;
  readonly id: string;
  readonly lang: string;
}

function Earlier({ t, site, text: { says }, id, lang }: EarlierProps) {
  const { body, pros, cons, for_whom: forWhom } = says;
  return (
    <div class="stack">
      <p>
        <Stars t={t} value={says.stars} /> <span class="soft">{t(`reviews.show.status.${says.status}`)}</span>
      </p>
      <ReviewText t={t} site={site} review={{ id, body, pros, cons, forWhom, lang }} />
    </div>
  );
}
