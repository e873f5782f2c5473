import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { criteria } from '../write-review/review-form.ts';
import { ReviewText } from './review-text.tsx';
import { sayAuthor, sayRunOf, sayWhen } from './say-review.ts';
import type { ShownReview } from './shown-review.queries.ts';

export interface ReviewCardProps {
  readonly t: Translator;
  readonly site: Site;
  readonly review: ShownReview;
  /** Somebody is signed in: they can press "helpful". */
  readonly signedIn: boolean;
  /** Long texts are shortened, with a way to the whole. */
  readonly short?: boolean | undefined;
  readonly level?: 2 | 3 | undefined;
  /** Path without language where one comes back to after pressing "helpful". */
  readonly back: string;
}

/** One review in a list or on its own page. */
export function ReviewCard(props: ReviewCardProps) {
  const { t, review, level = 3 } = props;
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class="review" id={`review-${review.id}`}>
      <header>
        <Stars t={t} value={review.stars} />
        <Heading>
          <bdi>{sayAuthor(t, review.author)}</bdi>
        </Heading>
        <ProofMark {...props} />
      </header>
      <p class="small soft">{sayWhen(t, review)}</p>
      <p class="small soft">
        <Circumstances {...props} />
      </p>
      <ReviewText {...props} />
      <Opinion {...props} />
      <Answer {...props} />
      <ReviewFooter {...props} />
    </article>
  );
}

/** How far it is proved that the author took the course; the mark leads to its explanation. */
function ProofMark({ t, site, review }: ReviewCardProps) {
  const href = `${urlFor(site, t.lang, '/reviews/how')}#proof`;
  return (
    <Chip tone={review.proof === 'none' ? 'past' : 'open'} href={href}>
      {t(`reviews.show.proof.${review.proof}`)}
    </Chip>
  );
}

/** Finished or not, which run, in which language: what makes an opinion comparable. */
function Circumstances({ t, review }: ReviewCardProps) {
  const reason =
    review.dropReason === null
      ? undefined
      : t(`reviews.drop-reason.${review.dropReason}`).toLocaleLowerCase(t.lang);
  const status =
    reason === undefined
      ? t(`reviews.show.status.${review.status}`)
      : t('reviews.show.status.dropped-because', { reason });
  const run = sayRunOf(t, review.run);
  return (
    <>
      {status}
      {run !== undefined && (
        <>
          {' · '}
          <bdi>{run}</bdi>
        </>
      )}
      {review.hoursAWeek !== null && ` · ${t('reviews.show.hours', { hours: t.number(review.hoursAWeek) })}`}
      {review.lang !== t.lang &&
        ` · ${t('reviews.show.in-language', { language: t.languageName(review.lang) })}`}
    </>
  );
}

/** The criteria that the author answered, in one quiet line. */
function Opinion({ t, review }: ReviewCardProps) {
  const given = criteria.flatMap((name) => {
    const stars = review.criteria[name];
    return stars === undefined ? [] : [{ name, stars }];
  });
  if (given.length === 0) return null;
  return (
    <ul class="review-criteria small">
      {given.map(({ name, stars }) => (
        <li key={name}>
          {t(`reviews.criterion.${name}`)} <Stars t={t} value={stars} />
        </li>
      ))}
    </ul>
  );
}

function Answer({ t, review: { answer }, level = 3 }: ReviewCardProps) {
  if (answer === null) return null;
  const Heading = level === 2 ? 'h3' : 'h4';
  const day = t.day((answer.editedAt ?? answer.at).slice(0, 10));
  return (
    <section class="review-answer">
      <Heading>
        {t('reviews.show.answer', { provider: '{provider}' })
          .split('{provider}')
          .flatMap((piece, at): ComponentChildren[] =>
            at === 0 ? [piece] : [<bdi>{answer.provider}</bdi>, piece],
          )}
      </Heading>
      <p class="small soft">
        {t(answer.editedAt === null ? 'reviews.show.on' : 'reviews.show.edited-on', { day })}
      </p>
      <div class="review-words" lang={answer.lang} dir="auto">
        {answer.body}
      </div>
    </section>
  );
}

function ReviewFooter(props: ReviewCardProps) {
  const { t, site, review } = props;
  const to = (path: string) => urlFor(site, t.lang, `/reviews/${review.id}${path}`);
  return (
    <footer class="row">
      {review.state === 'published' && <Helpful {...props} />}
      {props.short !== undefined && (
        <LinkButton kind="quiet" small href={to('')}>
          {t(review.editedAt === null ? 'reviews.show.link' : 'reviews.show.link.edited')}
        </LinkButton>
      )}
      {review.isOwn ? (
        <LinkButton kind="quiet" small href={to('/edit')}>
          {t('reviews.edit.link')}
        </LinkButton>
      ) : (
        <LinkButton kind="quiet" small href={to('/report')}>
          {t('reviews.show.report')}
        </LinkButton>
      )}
    </footer>
  );
}

/** One vote a person, taken back by pressing again; nobody votes for their own. */
function Helpful({ t, site, review, signedIn, back }: ReviewCardProps) {
  const count = t('reviews.helpful', { n: review.helpful });
  if (review.isOwn)
    return review.helpful > 0 ? (
      <span class="small soft">{t('reviews.helpful.own', { n: review.helpful })}</span>
    ) : null;
  if (!signedIn)
    return (
      <LinkButton small href={urlFor(site, t.lang, '/sign-in', { back })}>
        {count}
      </LinkButton>
    );
  return (
    <form method="post" action={urlFor(site, t.lang, `/reviews/${review.id}/helpful`)}>
      <input type="hidden" name="back" value={back} />
      <input type="hidden" name="helpful" value={review.foundHelpful ? 'no' : 'yes'} />
      <Button small pressed={review.foundHelpful} {...(review.foundHelpful && { icon: 'check' as const })}>
        {count}
      </Button>
    </form>
  );
}
