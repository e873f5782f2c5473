import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { DecisionWhy } from '../moderate-reviews/decision-log.page.tsx';
import type { AppealableReview } from './appeal.queries.ts';

export const longestAppeal = 2000;

export interface AppealProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly review: AppealableReview;
  readonly form: FormState;
}

/** Why a review was rejected, and the word that its author may say to that. */
export function AppealPage({ t, href, review, form }: AppealProps) {
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  return (
    <>
      <Pagehead
        title={t('reviews.appeal.title')}
        {...(review.course !== null && { eyebrow: review.course })}
        lead={t('reviews.appeal.lead')}
      />
      <div class="stack">
        <ErrorSummary t={t} errors={errors} />
        {review.decision && (
          <section class="card">
            <h2>{t('reviews.appeal.decision', { day: t.day(review.decision.at.slice(0, 10)) })}</h2>
            <p>
              <DecisionWhy t={t} decision={review.decision} />
            </p>
          </section>
        )}
        {review.appeal ? (
          <Made t={t} appeal={review.appeal} />
        ) : (
          <Ask t={t} form={form} error={errors[0]?.message} />
        )}
        <p class="small soft">
          <a href={href('/reviews/how')}>{t('reviews.report.how')}</a>
        </p>
      </div>
    </>
  );
}

function Ask({
  t,
  form,
  error,
}: {
  readonly t: Translator;
  readonly form: FormState;
  readonly error: string | undefined;
}) {
  return (
    <form method="post" class="stack">
      <TextInput
        t={t}
        id="words"
        name="words"
        label={t('reviews.appeal.words')}
        hint={t('reviews.appeal.words-hint')}
        rows={6}
        required
        maxlength={longestAppeal}
        value={form.values['words']}
        dir="auto"
        {...(error !== undefined && { error })}
      />
      <Button kind="first">{t('reviews.appeal.send')}</Button>
    </form>
  );
}

function Made({
  t,
  appeal,
}: {
  readonly t: Translator;
  readonly appeal: NonNullable<AppealableReview['appeal']>;
}) {
  const isOpen = appeal.state === 'open';
  return (
    <Notice
      tone={isOpen ? 'soon' : 'info'}
      title={t('reviews.appeal.made', { day: t.day(appeal.at.slice(0, 10)) })}
    >
      <p class="said" dir="auto">
        {appeal.words}
      </p>
      <p>{t(isOpen ? 'reviews.appeal.waits' : 'reviews.appeal.answered')}</p>
    </Notice>
  );
}
