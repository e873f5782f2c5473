import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { reportReasons } from './report-review.ts';
import type { ReportedReview } from './report-review.queries.ts';

export const longestReport = 1500;

export interface ReportProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly review: ReportedReview;
  readonly form: FormState;
  readonly isOwn: boolean;
}

/** Says that a review should not stand, and why. */
export function ReportPage({ t, href, review, form, isOwn }: ReportProps) {
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const error = (field: string) => {
    const message = errors.find(({ id }) => id === field)?.message;
    return message === undefined ? {} : { error: message };
  };
  return (
    <>
      <Pagehead title={t('reviews.report.title')} eyebrow={review.course} lead={t('reviews.report.lead')} />
      <div class="stack">
        <ErrorSummary t={t} errors={errors} />
        {review.excerpt !== null && (
          <blockquote class="said" lang={review.lang} dir="auto">
            {review.excerpt}
          </blockquote>
        )}
        {isOwn && <Notice tone="info">{t('reviews.report.own')}</Notice>}
        {review.isReported && <Notice tone="good">{t('reviews.report.known')}</Notice>}
        {!isOwn && !review.isReported && (
          <form method="post" class="stack">
            <Choices
              id="reason"
              name="reason"
              kind="radio"
              label={t('reviews.report.why')}
              options={reportReasons.map((value) => ({ value, label: t(`reviews.report.reason.${value}`) }))}
              chosen={[form.values['reason'] ?? '']}
              {...error('reason')}
            />
            <TextInput
              t={t}
              id="words"
              name="words"
              label={t('reviews.report.words')}
              hint={t('reviews.report.words-hint')}
              rows={4}
              optional
              maxlength={longestReport}
              value={form.values['words']}
              dir="auto"
              {...error('words')}
            />
            {review.isOwnCourse && <p>{t('reviews.report.as-provider')}</p>}
            <div class="row">
              <Button kind="first">{t('reviews.report.send')}</Button>
              <a href={href(`/courses/${review.slug}`)}>{t('reviews.report.back')}</a>
            </div>
          </form>
        )}
        <p class="small soft">
          <a href={href('/reviews/how')}>{t('reviews.report.how')}</a>
        </p>
      </div>
    </>
  );
}
