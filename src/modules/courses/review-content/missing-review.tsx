import type { Translator } from '../../../platform/i18n/translator.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { hasGaps, reviewGaps, type ReviewStanding } from './review-standing.ts';

export interface MissingReviewProps {
  readonly t: Translator;
  readonly standing: ReviewStanding;
}

/** What publishing waits for, in words; that nothing is missing, where it is so. */
export function MissingReview({ t, standing }: MissingReviewProps) {
  const gaps = reviewGaps(standing);
  if (!hasGaps(gaps)) return <Notice tone="good">{t('courses.review.nothing-missing')}</Notice>;
  const waiting = gaps.colleagues + gaps.committee;
  return (
    <>
      {gaps.requests > 0 && <Notice>{t('courses.review.refusal.requests', { n: gaps.requests })}</Notice>}
      {waiting > 0 && <Notice>{t('courses.review.refusal.sign-offs', { n: waiting })}</Notice>}
    </>
  );
}
