import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ProviderSpeaker, WaitingClaim } from './claim-provider.queries.ts';
import type { ClaimView } from './claim-provider.ts';

export interface ClaimPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly view: ClaimView;
  readonly form: FormState;
  /** Of the claim that this form makes: sent twice it is still one. */
  readonly id: string;
}

/** "This is us": what the desk is for, and the way to it that is open to this person. */
export function ClaimPage(props: ClaimPageProps) {
  const { t, view } = props;
  const { provider } = view;
  return (
    <>
      <Pagehead title={t('catalog.claim.title', { name: provider.name })} lead={t('catalog.claim.lead')} />
      <ul>
        {(['correct', 'answer', 'figures', 'page'] as const).map((what) => (
          <li key={what}>{t(`catalog.claim.can.${what}`)}</li>
        ))}
      </ul>
      <p class="soft">{t('catalog.claim.cannot')}</p>
      <TheWay {...props} />
    </>
  );
}

function TheWay({ t, site, view, form, id }: ClaimPageProps) {
  const { provider, domain, proof } = view;
  const at = `/providers/${encodeURIComponent(provider.slug)}`;
  if (provider.isMine)
    return (
      <LinkButton kind="first" href={urlFor(site, t.lang, `${at}/desk`)}>
        {t('catalog.claim.to-desk')}
      </LinkButton>
    );
  if (provider.isWaiting) return <Notice>{t('catalog.claim.waiting')}</Notice>;
  if (proof !== undefined)
    return (
      <form method="post" action={`${at}/claim`} class="stack">
        <input type="hidden" name="id" value={id} />
        <p>
          {t('catalog.claim.proved')} <bdi dir="ltr">{proof}</bdi>
        </p>
        <div class="form-end">
          <Button kind="first">{t('catalog.claim.take')}</Button>
        </div>
      </form>
    );
  return (
    <>
      {domain !== undefined && (
        <section class="section">
          <h2>{t('catalog.claim.by-mail')}</h2>
          <p>{t('catalog.claim.by-mail-text', { domain })}</p>
          <LinkButton kind="first" href={urlFor(site, t.lang, '/account/addresses')}>
            {t('catalog.claim.add-address')}
          </LinkButton>
        </section>
      )}
      <form method="post" action={`${at}/claim`} class="stack section">
        <h2>{t('catalog.claim.by-word')}</h2>
        <input type="hidden" name="id" value={id} />
        <TextInput
          id="note"
          name="note"
          rows={4}
          required
          label={t('catalog.claim.note')}
          hint={t('catalog.claim.note-hint')}
          value={form.values['note']}
          error={form.errors['note'] && t(form.errors['note'] as MessageKey)}
        />
        <div class="form-end">
          <Button>{t('catalog.claim.ask')}</Button>
        </div>
      </form>
    </>
  );
}

export interface ClaimsPageProps {
  readonly t: Translator;
  readonly href: (path: string) => string;
  readonly claims: readonly WaitingClaim[];
  readonly people: readonly ProviderSpeaker[];
}

/** Claims that wait for a decision, and everybody who speaks for a provider. */
export function ClaimsPage({ t, href, claims, people }: ClaimsPageProps) {
  const providerLink = ({ slug, name }: { readonly slug: string; readonly name: string }) => (
    <a href={href(`/providers/${encodeURIComponent(slug)}`)}>
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <>
      <Pagehead title={t('catalog.claims.title')} lead={t('catalog.claims.lead')} />
      {claims.length === 0 && (
        <EmptyState title={t('catalog.claims.empty')} text={t('catalog.claims.empty-text')} />
      )}
      <div class="stack">
        {claims.map((claim) => (
          <article key={claim.id} class="card" aria-labelledby={`claim-${claim.id}`}>
            <h2 id={`claim-${claim.id}`}>{providerLink(claim.provider)}</h2>
            <p class="soft small">
              <bdi>{claim.person.name}</bdi> · {t.moment(claim.askedAt)}
              {claim.provider.url !== null && (
                <>
                  {' '}
                  · <bdi dir="ltr">{claim.provider.url}</bdi>
                </>
              )}
            </p>
            <blockquote dir="auto">
              <p>{claim.note}</p>
            </blockquote>
            <form method="post" action={`/operator/claims/${claim.id}`} class="row">
              <Button kind="first" name="answer" value="grant">
                {t('catalog.claims.grant')}
              </Button>
              <Button name="answer" value="refuse">
                {t('catalog.claims.refuse')}
              </Button>
            </form>
          </article>
        ))}
      </div>
      {people.length > 0 && (
        <DataTable
          t={t}
          caption={t('catalog.claims.people')}
          columns={[
            { label: t('catalog.claims.provider') },
            { label: t('catalog.claims.person') },
            { label: t('catalog.claims.since') },
            { label: t('catalog.claims.end') },
          ]}
          rows={people.map((speaker) => [
            providerLink(speaker.provider),
            <>
              <bdi>{speaker.person.name}</bdi>{' '}
              <bdi class="soft small" dir="ltr">
                {speaker.address}
              </bdi>
            </>,
            t.day(speaker.since.toISOString().slice(0, 10)),
            <form method="post" action={`/operator/claims/${encodeURIComponent(speaker.provider.slug)}/end`}>
              <Button small name="person" value={speaker.person.id}>
                {t('catalog.claims.end')}
              </Button>
            </form>,
          ])}
        />
      )}
    </>
  );
}
