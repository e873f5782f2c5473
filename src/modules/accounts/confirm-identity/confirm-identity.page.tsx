import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FormEnd } from '../pages/form-end.tsx';
import { PasskeyForm } from '../pages/passkey-form.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

export interface ConfirmIdentityProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly back: string | undefined;
  readonly hasPassword: boolean;
  readonly name: string;
}

export function ConfirmIdentityPage({ t, site, form, back, hasPassword, name }: ConfirmIdentityProps) {
  const to = (path: string) => urlFor(site, t.lang, path);
  const goOn = back !== undefined && <input type="hidden" name="back" value={back} />;
  return (
    <>
      <Pagehead title={t('accounts.again.title')} lead={t('accounts.again.lead', { name })} />
      {hasPassword && (
        <form method="post" action={to('/account/confirm')} class="stack">
          <FormErrors t={t} form={form} />
          {goOn}
          <TextInput
            {...fieldState(t, form, 'current')}
            label={t('accounts.password')}
            type="password"
            autocomplete="current-password"
            required
          />
          <FormEnd t={t} site={site} yes={t('accounts.again.do')} />
        </form>
      )}
      <section class={hasPassword ? 'other-ways stack' : 'stack'}>
        {hasPassword && <h2>{t('accounts.sign-in.other-ways')}</h2>}
        <PasskeyForm
          t={t}
          site={site}
          path="/sign-in/passkey"
          deed="sign-in"
          label={t('accounts.sign-in.by-passkey')}
        >
          {goOn}
        </PasskeyForm>
        <form method="post" action={to('/account/confirm/link')} class="row">
          {goOn}
          <Button kind={hasPassword ? 'plain' : 'first'}>{t('accounts.sign-in.by-link')}</Button>
        </form>
      </section>
    </>
  );
}
