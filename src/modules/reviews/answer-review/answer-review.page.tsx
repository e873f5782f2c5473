import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { type Answerable, longestAnswer, mostEdits } from './answer-review.ts';

export interface AnswerPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly review: Answerable;
  readonly form: FormState;
}

/** The provider's answer, and what becomes of it. */
export function AnswerPage({ t, site, review, form }: AnswerPageProps) {
  const to = (path: string) => urlFor(site, t.lang, `/reviews/${review.id}${path}`);
  const key = form.errors['body'];
  const error = key === undefined ? undefined : t(key as MessageKey, { n: longestAnswer });
  return (
    <form method="post" action={to('/answer')} class="stack">
      <Pagehead
        eyebrow={review.courseTitle}
        title={t('reviews.answer.title-for', { provider: review.provider.name })}
        lead={t('reviews.answer.lead', { n: mostEdits })}
      />
      <ErrorSummary t={t} errors={error === undefined ? [] : [{ id: 'body', message: error }]} />
      <TextInput
        id="body"
        name="body"
        rows={7}
        dir="auto"
        required
        maxlength={longestAnswer}
        label={t('reviews.answer.body')}
        hint={t('reviews.answer.hint')}
        error={error}
        value={form.values['body'] ?? review.answer?.body}
      />
      <div class="row form-end">
        <Button kind="first">{t('reviews.answer.do')}</Button>
        <LinkButton kind="quiet" href={to('')}>
          {t('reviews.write.cancel')}
        </LinkButton>
      </div>
    </form>
  );
}
