import { subjectName } from '../../catalog/index.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Definitions, type Definition } from '../../../platform/ui/definitions.tsx';
import { Histogram } from '../../../platform/ui/histogram.tsx';
import { Stars } from '../../../platform/ui/stars.tsx';
import { sayAnnounced } from '../write-review/say-course.ts';
import type { CourseFigures } from './course-figures.queries.ts';

export interface CourseSummaryProps {
  readonly t: Translator;
  readonly site: Site;
  readonly figures: CourseFigures;
  readonly announced: { readonly minHoursAWeek: number | null; readonly maxHoursAWeek: number | null };
}

/** The plain mean of a histogram, 1 to 5. */
function meanOf(histogram: CourseFigures['histogram']): number {
  const count = histogram.reduce((sum, each) => sum + each, 0);
  return count === 0 ? 0 : histogram.reduce((sum, each, at) => sum + each * (at + 1), 0) / count;
}

/** All ratings together; until the score is reckoned, those of the reviews that are there. */
export function ratingsOf({ score, histogram, count }: CourseFigures) {
  return score ? { ...score, isFair: true } : { histogram, count, mean: meanOf(histogram), isFair: false };
}

/** Nobody rated it, here or elsewhere. */
export const isUnrated = (figures: CourseFigures): boolean => ratingsOf(figures).count === 0;

/** What all reviews say together: the score and the spread behind it, criteria, workload, who finished. */
export function CourseSummary(props: CourseSummaryProps) {
  const { t, site, figures } = props;
  const { mean, count, histogram, isFair } = ratingsOf(figures);
  return (
    <div class="review-summary">
      <div>
        <p class="review-mean">
          <strong>{t.number(mean, { digits: 1 })}</strong>
          <span>
            <Stars t={t} value={mean} />
            <span class="small soft">{t('reviews.ratings', { n: count })}</span>
          </span>
        </p>
        <Histogram t={t} label={t('reviews.summary.histogram')} counts={histogram} />
        {isFair && (
          <p class="small soft">
            <Fairness {...props} />{' '}
            <a href={urlFor(site, t.lang, '/ranking')}>{t('reviews.summary.formula')}</a>
          </p>
        )}
      </div>
      <Definitions items={facts(props)} spread />
    </div>
  );
}

/** The plain mean beside the fair one, and the place within the subject. */
function Fairness({ t, figures: { score } }: CourseSummaryProps) {
  if (score === null) return null;
  const raw = t('reviews.summary.raw-mean', { mean: t.number(score.rawMean, { digits: 1 }) });
  if (score.percentile === null) return <>{raw}</>;
  const share = t.percent(score.percentile);
  const subject = subjectName(score.subject, t.lang);
  return (
    <>
      {raw} <strong>{t('reviews.summary.percentile', { share, subject })}</strong>
    </>
  );
}

function facts({ t, figures, announced }: CourseSummaryProps): Definition[] {
  const said = figures.criteria.map(({ criterion, mean }) => ({
    term: t(`reviews.criterion.${criterion}`),
    value: t('reviews.summary.of-five', { mean: t.number(mean, { digits: 1 }) }),
  }));
  return [...said, ...workload(t, figures, announced), ...ending(t, figures)];
}

/** What the course announces beside what people lived. */
function workload(
  t: Translator,
  { hours }: CourseFigures,
  announced: CourseSummaryProps['announced'],
): Definition[] {
  if (hours === null) return [];
  const promised = sayAnnounced(t, announced);
  const lived = t.number(hours.mean, { digits: 1 });
  const value =
    promised === undefined
      ? t('reviews.summary.lived', { lived })
      : t('reviews.summary.announced-lived', { announced: promised, lived });
  return [{ term: t('reviews.summary.workload'), value }];
}

/** How many finished, of those who are no longer under way, and why the others stopped. */
function ending(t: Translator, { statuses, dropReasons }: CourseFigures): Definition[] {
  const { finished = 0, dropped = 0 } = statuses;
  if (finished + dropped === 0) return [];
  const reasons = dropReasons.slice(0, 3).map(({ reason, count }) =>
    t('reviews.summary.reason', {
      reason: t(`reviews.drop-reason.${reason}`).toLocaleLowerCase(t.lang),
      n: count,
    }),
  );
  const share = {
    term: t('reviews.summary.finished'),
    value: t('reviews.summary.finished-of', { finished, n: finished + dropped }),
  };
  return reasons.length === 0
    ? [share]
    : [share, { term: t('reviews.summary.dropped'), value: t.list(reasons) }];
}

/** What the law wants beside reviews: whether they are checked and how, and how they are sorted. */
export function LawNote({
  t,
  site,
  sorting,
}: {
  readonly t: Translator;
  readonly site: Site;
  readonly sorting: string;
}) {
  return (
    <p class="small soft review-law">
      {t('reviews.law')} {sorting} <a href={urlFor(site, t.lang, '/reviews/how')}>{t('reviews.how.link')}</a>
    </p>
  );
}
