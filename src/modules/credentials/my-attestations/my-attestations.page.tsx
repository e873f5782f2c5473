import { absoluteUrl, urlFor, type Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Facts } from '../../../platform/ui/facts.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { OwnAttestation } from '../read-attestations/attestations.queries.ts';

export interface MyAttestationsProps {
  readonly t: Translator;
  readonly site: Site;
  readonly attestations: readonly OwnAttestation[];
}

/** One's own attestations: to share, to take along, and to have the name corrected. */
export function MyAttestationsPage({ t, site, attestations }: MyAttestationsProps) {
  const to = (path: string) => urlFor(site, t.lang, path);
  return (
    <>
      <Pagehead
        title={t('credentials.mine.title')}
        lead={attestations.length > 0 ? t('credentials.mine.lead') : undefined}
      />
      {attestations.length === 0 ? (
        <EmptyState
          title={t('credentials.mine.none')}
          text={t('credentials.mine.none.text')}
          actions={
            <LinkButton kind="first" href={to('/courses')}>
              {t('credentials.mine.find')}
            </LinkButton>
          }
        />
      ) : (
        <ul class="entries">
          {attestations.map((attestation) => (
            <li key={attestation.id}>
              <Own t={t} site={site} attestation={attestation} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type OwnProps = Omit<MyAttestationsProps, 'attestations'> & { readonly attestation: OwnAttestation };

function Own({ t, site, attestation }: OwnProps) {
  const { facts, number, revokedAt } = attestation;
  const path = `/attestations/${number}`;
  return (
    <div class="grow stack">
      <div>
        <h2 class="entry-title" lang={facts.courseLang}>
          <a href={urlFor(site, t.lang, path)}>
            <bdi>{facts.courseTitle}</bdi>
          </a>
        </h2>
        <Facts
          items={[facts.personName, t('credentials.mine.on', { date: t.day(facts.completedOn, 'long') })]}
        />
      </div>
      <div>
        <Chip tone={revokedAt ? 'bad' : 'open'}>
          {t(revokedAt ? 'credentials.mine.revoked' : 'credentials.mine.valid')}
        </Chip>
      </div>
      {!revokedAt && <Deeds t={t} site={site} attestation={attestation} />}
      <Correction t={t} attestation={attestation} />
    </div>
  );
}

function Deeds({ t, site, attestation: { number, correction, facts } }: OwnProps) {
  const path = `/attestations/${number}`;
  const of = <span class="unseen"> {facts.courseTitle}</span>;
  return (
    <>
      <CopyField
        t={t}
        id={`link-${number}`}
        label={t('credentials.mine.share')}
        value={absoluteUrl(site, t.lang, path)}
      />
      <div class="row">
        <LinkButton small href={urlFor(site, t.lang, `${path}/attestation.pdf`)}>
          {t('credentials.show.download')}
          {of}
        </LinkButton>
        <LinkButton small kind="quiet" href={urlFor(site, t.lang, path)}>
          {t('credentials.mine.look')}
          {of}
        </LinkButton>
        {correction?.state !== 'open' && (
          <LinkButton small kind="quiet" href={urlFor(site, t.lang, `/account/attestations/${number}/name`)}>
            {t('credentials.mine.correct')}
            {of}
          </LinkButton>
        )}
      </div>
    </>
  );
}

function Correction({ t, attestation: { correction } }: Pick<OwnProps, 't' | 'attestation'>) {
  if (correction?.state === 'open') {
    const date = t.day(dayOf(new Date(correction.askedAt)), 'long');
    return <Notice>{t('credentials.mine.asked', { date, name: correction.name })}</Notice>;
  }
  if (correction?.state === 'refused')
    return <Notice tone="soon">{t('credentials.mine.refused', { answer: correction.answer ?? '' })}</Notice>;
  return null;
}
