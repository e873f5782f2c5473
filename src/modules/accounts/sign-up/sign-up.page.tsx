import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

interface PageProps {
  readonly t: Translator;
  readonly site: Site;
}

export function SignUpPage({ t, site, form }: PageProps & { readonly form: FormState }) {
  const lang = { ...fieldState(t, form, 'lang'), value: form.values['lang'] ?? t.lang };
  const languages = langs.map((each) => ({ value: each, label: ownNames[each] }));
  return (
    <>
      <Pagehead title={t('accounts.sign-up.title')} lead={t('accounts.sign-up.lead')} />
      <form method="post" action={urlFor(site, t.lang, '/sign-up')} class="stack">
        <FormErrors t={t} form={form} />
        <TextInput
          {...fieldState(t, form, 'name')}
          label={t('accounts.name')}
          hint={t('accounts.name.hint')}
          autocomplete="name"
          maxlength={80}
          dir="auto"
          required
        />
        <TextInput
          {...fieldState(t, form, 'address')}
          label={t('accounts.address')}
          type="email"
          autocomplete="email"
          required
        />
        <TextInput
          {...fieldState(t, form, 'password')}
          label={t('accounts.password')}
          hint={t('accounts.password.hint')}
          type="password"
          autocomplete="new-password"
          required
        />
        <Select {...lang} label={t('accounts.lang')} hint={t('accounts.lang.hint')} options={languages} />
        <div class="row form-end">
          <Button kind="first">{t('accounts.sign-up.do')}</Button>
        </div>
      </form>
      <p class="other-way">
        {t('accounts.sign-up.have-one')}{' '}
        <a href={urlFor(site, t.lang, '/sign-in')}>{t('accounts.sign-in.title')}</a>
      </p>
    </>
  );
}

interface ConfirmPageProps extends PageProps {
  readonly form: FormState;
  readonly address: string;
  /** There is no mail server: the letter lies in the outbox. */
  readonly outbox: boolean;
}

export function ConfirmPage({ t, site, form, address, outbox }: ConfirmPageProps) {
  return (
    <>
      <Pagehead title={t('accounts.confirm.title')} lead={t('accounts.confirm.lead', { address })} />
      {outbox && <Notice>{t('accounts.outbox')}</Notice>}
      <form method="post" action={urlFor(site, t.lang, '/sign-up/confirm')} class="stack">
        <FormErrors t={t} form={form} />
        <TextInput
          {...fieldState(t, form, 'code')}
          label={t('accounts.code')}
          hint={t('accounts.confirm.hint')}
          inputmode="numeric"
          autocomplete="one-time-code"
          maxlength={12}
          dir="ltr"
          required
        />
        <div class="row form-end">
          <Button kind="first">{t('accounts.confirm.do')}</Button>
        </div>
      </form>
      <form method="post" action={urlFor(site, t.lang, '/sign-up/again')} class="other-way">
        {t('accounts.confirm.nothing')} <Button kind="quiet">{t('accounts.confirm.again')}</Button>
      </form>
    </>
  );
}

interface ConfirmLinkProps extends PageProps {
  readonly address: string;
  readonly token: string;
}

export function ConfirmLinkPage({ t, site, address, token }: ConfirmLinkProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/sign-up/link')}>
      <Pagehead title={t('accounts.confirm.title')} lead={t('accounts.confirm.link', { address })} />
      <input type="hidden" name="token" value={token} />
      <div class="row form-end">
        <Button kind="first">{t('accounts.confirm.do')}</Button>
      </div>
    </form>
  );
}
