import type { FormState } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { evidenceDays } from './check-proof.job.ts';
import { mostFileBytes } from './proof-file.ts';
import type { LatestClaim, ProvableReview } from './proof-claims.queries.ts';
import type { ProofDoubt, ProofFault } from './proof-outcome.ts';
import { longestAddress, longestDocument } from './submit-proof.ts';

export interface ProofProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly reviewId: string;
  readonly review: ProvableReview;
  readonly form: FormState;
}

/** How far one's own review is proved, and three ways to prove it further. */
export function ProofPage({ t, href, reviewId, review, form }: ProofProps) {
  const errors = Object.entries(form.errors).map(([id, key]) => ({ id, message: t(key as MessageKey) }));
  const errorOf = (field: string) => errors.find(({ id }) => id === field)?.message;
  const isOpen = review.latest?.state === 'waiting' || review.latest?.state === 'moderator';
  const canRise = review.proof === 'none' || review.proof === 'enrolled';
  return (
    <>
      <Pagehead
        title={t('reviews.proof.title')}
        {...(review.course !== null && { eyebrow: review.course })}
        lead={t('reviews.proof.lead')}
      />
      <div class="stack">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <strong>{t(`reviews.proof.now.${review.proof}`)}</strong>
        </p>
        {review.latest && (
          <Claim t={t} claim={review.latest} personName={review.personName} course={review.course ?? ''} />
        )}
        {canRise && !isOpen && (
          <Ways
            t={t}
            reviewId={reviewId}
            url={form.values['url'] ?? review.latest?.url ?? ''}
            document={form.values['document'] ?? ''}
            errorOf={errorOf}
          />
        )}
        <p class="small soft">
          {t('reviews.proof.forgotten', { n: evidenceDays })}{' '}
          <a href={href('/reviews/how#proof')}>{t('reviews.report.how')}</a>
        </p>
      </div>
    </>
  );
}

interface ClaimProps {
  readonly t: Translator;
  readonly claim: LatestClaim;
  readonly personName: string;
  readonly course: string;
}

function Claim({ t, claim, personName, course }: ClaimProps) {
  const when = t.day(claim.claimedAt.slice(0, 10));
  if (claim.state === 'proved') return null;
  if (claim.state === 'waiting')
    return (
      <Notice tone="info" title={t('reviews.proof.waiting')}>
        {t('reviews.proof.waiting-text')}
      </Notice>
    );
  if (claim.state === 'moderator')
    return (
      <Notice tone="soon" title={t('reviews.proof.moderator', { day: when })}>
        {t(`reviews.proof.doubt.${(claim.why ?? 'file') as ProofDoubt}`)}
      </Notice>
    );
  return (
    <Notice tone="bad" title={t('reviews.proof.not-matched', { day: when })}>
      {t(`reviews.proof.fault.${(claim.why ?? 'unreadable') as ProofFault}`, { name: personName, course })}
    </Notice>
  );
}

interface WaysProps {
  readonly t: Translator;
  readonly reviewId: string;
  readonly url: string;
  readonly document: string;
  readonly errorOf: (field: string) => string | undefined;
}

function Ways({ t, reviewId, url, document, errorOf }: WaysProps) {
  const action = `/reviews/${reviewId}/proof`;
  const error = (field: string) => {
    const message = errorOf(field);
    return message === undefined ? {} : { error: message };
  };
  return (
    <div class="stack">
      <form method="post" action={action} class="card">
        <h2>{t('reviews.proof.page')}</h2>
        <TextInput
          t={t}
          id="url"
          name="url"
          type="url"
          label={t('reviews.proof.url')}
          hint={t('reviews.proof.url-hint')}
          required
          maxlength={longestAddress}
          value={url}
          {...error('url')}
        />
        <Button kind="first">{t('reviews.proof.check')}</Button>
      </form>
      <form method="post" action={`${action}/file`} encType="multipart/form-data" class="card">
        <h2>{t('reviews.proof.file')}</h2>
        <TextInput
          t={t}
          id="file"
          name="file"
          type="file"
          accept="application/pdf"
          label={t('reviews.proof.pdf')}
          hint={t('reviews.proof.pdf-hint', { size: mostFileBytes / 1024 / 1024 })}
          required
          {...error('file')}
        />
        <Button>{t('reviews.proof.send')}</Button>
      </form>
      <details class="card" open={document !== ''}>
        <summary>{t('reviews.proof.credential')}</summary>
        <form method="post" action={action}>
          <TextInput
            t={t}
            id="document"
            name="document"
            label={t('reviews.proof.document')}
            hint={t('reviews.proof.document-hint')}
            rows={6}
            required
            maxlength={longestDocument}
            value={document}
            dir="ltr"
            spellcheck={false}
            {...error('document')}
          />
          <Button>{t('reviews.proof.check')}</Button>
        </form>
      </details>
    </div>
  );
}
