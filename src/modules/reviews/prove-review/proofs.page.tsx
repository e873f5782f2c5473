import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { ProofDoubt } from './proof-outcome.ts';
import type { WaitingProof } from './proofs.queries.ts';

export interface ProofsProps {
  readonly t: Translator;
  readonly proofs: readonly WaitingProof[];
  readonly personId: string | undefined;
}

/** Certificates that a machine could not judge: who, what for, and the evidence. */
export function ProofsPage({ t, proofs, personId }: ProofsProps) {
  return (
    <>
      <Pagehead
        title={t('reviews.proof.queue')}
        lead={t('reviews.proof.queue-lead', { n: proofs[0]?.inAll ?? 0 })}
      />
      {proofs.length === 0 ? (
        <EmptyState title={t('reviews.proof.queue-empty')} text={t('reviews.proof.queue-empty-text')} />
      ) : (
        <ul class="plain stack">
          {proofs.map((proof) => (
            <li key={proof.id} class="card">
              <Proof t={t} proof={proof} isOwn={proof.personId !== null && proof.personId === personId} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Proof({
  t,
  proof,
  isOwn,
}: {
  readonly t: Translator;
  readonly proof: WaitingProof;
  readonly isOwn: boolean;
}) {
  const why = (proof.why ?? 'file') as ProofDoubt;
  return (
    <article aria-labelledby={`proof-${proof.id}`}>
      <h2 id={`proof-${proof.id}`}>
        <bdi>{proof.course ?? t('reviews.moderate.no-course')}</bdi>
      </h2>
      <Definitions
        items={[
          { term: t('reviews.moderate.author-name'), value: <bdi>{proof.name ?? '–'}</bdi> },
          { term: t('reviews.proof.shown'), value: <Evidence t={t} proof={proof} /> },
          { term: t('reviews.proof.why-you'), value: t(`reviews.proof.for-moderator.${why}`) },
          { term: t('reviews.moderate.column.when'), value: t.moment(proof.claimedAt) },
        ]}
      />
      {isOwn ? (
        <p>{t('reviews.moderate.refusal.own-review')}</p>
      ) : (
        <form method="post" action={`/operator/proofs/${proof.id}`} class="row">
          <input type="hidden" name="version" value={proof.version} />
          {(['certificate', 'enrolled', 'nothing'] as const).map((proves, place) => (
            <Button key={proves} kind={place === 0 ? 'first' : 'plain'} name="proves" value={proves}>
              {t(`reviews.proof.proves.${proves}`)}
            </Button>
          ))}
        </form>
      )}
    </article>
  );
}

function Evidence({ t, proof }: { readonly t: Translator; readonly proof: WaitingProof }) {
  if (proof.url !== null)
    return (
      <a href={proof.url} target="_blank" rel="noopener noreferrer nofollow" dir="ltr" class="wrap-anywhere">
        {proof.url}
      </a>
    );
  if (proof.document !== null)
    return (
      <details>
        <summary>{t('reviews.proof.credential')}</summary>
        <pre dir="ltr" class="wrap-anywhere">
          {proof.document}
        </pre>
      </details>
    );
  return (
    <a href={`/operator/proofs/${proof.id}/file.pdf`} data-no-prefetch>
      {t('reviews.proof.open-file')}
    </a>
  );
}
