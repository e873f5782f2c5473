import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { PasskeyForm } from '../pages/passkey-form.tsx';
import type { PasskeyListed } from './passkeys.queries.ts';

export interface PasskeysPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly passkeys: readonly PasskeyListed[];
  readonly suggestedName: string;
}

export function PasskeysPage({ t, site, passkeys, suggestedName }: PasskeysPageProps) {
  return (
    <>
      <Pagehead title={t('accounts.passkeys')} lead={t('accounts.passkeys.lead')} />
      {passkeys.length > 0 && (
        <ul class="entries">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <div class="grow">
                <b>
                  <bdi>{passkey.name}</bdi>
                </b>
                <p class="soft small">{facts(t, passkey).join(' · ')}</p>
              </div>
              <form method="post" action={urlFor(site, t.lang, `/account/passkeys/${passkey.id}/remove`)}>
                <Button small>{t('accounts.remove')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <div class="section">
        <PasskeyForm
          t={t}
          site={site}
          path="/account/passkeys"
          deed="add"
          label={t('accounts.passkeys.add')}
          kind="first"
        >
          <TextInput
            id="name"
            name="name"
            label={t('accounts.passkeys.name')}
            hint={t('accounts.passkeys.name.hint')}
            value={suggestedName}
            maxlength={80}
            dir="auto"
          />
        </PasskeyForm>
        <noscript>
          <p>{t('accounts.passkeys.no-script')}</p>
        </noscript>
      </div>
      <div class="row form-end">
        <LinkButton kind="quiet" href={urlFor(site, t.lang, '/account')}>
          {t('accounts.back')}
        </LinkButton>
      </div>
    </>
  );
}

function facts(t: Translator, { createdAt, lastUsedAt, synced }: PasskeyListed): string[] {
  return [
    t('accounts.account.since', { day: t.day(dayOf(createdAt)) }),
    ...(lastUsedAt ? [t('accounts.passkeys.used', { day: t.day(dayOf(lastUsedAt)) })] : []),
    t(synced ? 'accounts.passkeys.synced' : 'accounts.passkeys.one-device'),
  ];
}
