import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';
import type { Address } from './addresses.queries.ts';

export interface AddressesPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly addresses: readonly Address[];
  /** Written to, and not confirmed yet. */
  readonly waiting: string | undefined;
  /** There is no mail server: the letter lies in the outbox. */
  readonly outbox: boolean;
}

export function AddressesPage({ t, site, form, addresses, waiting, outbox }: AddressesPageProps) {
  const to = (path: string) => urlFor(site, t.lang, `/account/addresses${path}`);
  return (
    <>
      <Pagehead title={t('accounts.addresses')} lead={t('accounts.addresses.lead')} />
      <FormErrors t={t} form={form} />
      <ul class="entries">
        {addresses.map((each) => (
          <li key={each.id}>
            <div class="grow row">
              <bdi dir="ltr">{each.address}</bdi>
              {each.isPrimary && <Chip tone="bridge">{t('accounts.addresses.main')}</Chip>}
            </div>
            {!each.isPrimary && (
              <div class="row">
                <form method="post" action={to(`/${each.id}/primary`)}>
                  <Button small>{t('accounts.addresses.make-main')}</Button>
                </form>
                <form method="post" action={to(`/${each.id}/remove`)}>
                  <Button small>{t('accounts.remove')}</Button>
                </form>
              </div>
            )}
          </li>
        ))}
      </ul>
      {waiting !== undefined && (
        <form method="post" action={to('/confirm')} class="section stack">
          {outbox && <Notice>{t('accounts.outbox')}</Notice>}
          <TextInput
            {...fieldState(t, form, 'code')}
            label={t('accounts.addresses.code', { address: waiting })}
            hint={t('accounts.confirm.hint')}
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength={12}
            dir="ltr"
            required
          />
          <div class="row">
            <Button kind="first">{t('accounts.confirm.do')}</Button>
          </div>
        </form>
      )}
      <form method="post" action={to('')} class="section stack">
        <TextInput
          {...fieldState(t, form, 'address')}
          label={t('accounts.addresses.another')}
          type="email"
          autocomplete="email"
          required
        />
        <div class="row form-end">
          <Button kind={waiting === undefined ? 'first' : 'plain'}>{t('accounts.addresses.add')}</Button>
          <LinkButton kind="quiet" href={urlFor(site, t.lang, '/account')}>
            {t('accounts.back')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}
