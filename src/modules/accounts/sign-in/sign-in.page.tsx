import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { PasskeyForm } from '../pages/passkey-form.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

export interface SignInPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly back: string | undefined;
}

export function SignInPage({ t, site, form, back }: SignInPageProps) {
  const to = (path: string) => urlFor(site, t.lang, path, { back });
  return (
    <>
      <Pagehead title={t('accounts.sign-in.title')} />
      <form method="post" action={urlFor(site, t.lang, '/sign-in')} class="stack">
        <FormErrors t={t} form={form} />
        {back !== undefined && <input type="hidden" name="back" value={back} />}
        <TextInput
          {...fieldState(t, form, 'address')}
          label={t('accounts.address')}
          type="email"
          autocomplete="username"
          required
        />
        <TextInput
          {...fieldState(t, form, 'password')}
          label={t('accounts.password')}
          type="password"
          autocomplete="current-password"
          required
        />
        <div class="row form-end">
          <Button kind="first">{t('accounts.sign-in.do')}</Button>
          <LinkButton kind="quiet" href={to('/reset-password')}>
            {t('accounts.sign-in.forgotten')}
          </LinkButton>
        </div>
      </form>
      <section class="other-ways">
        <h2>{t('accounts.sign-in.other-ways')}</h2>
        <div class="stack">
          <PasskeyForm
            t={t}
            site={site}
            path="/sign-in/passkey"
            deed="sign-in"
            label={t('accounts.sign-in.by-passkey')}
          >
            {back !== undefined && <input type="hidden" name="back" value={back} />}
          </PasskeyForm>
          <div class="row">
            <LinkButton href={to('/sign-in/link')}>{t('accounts.sign-in.by-link')}</LinkButton>
          </div>
        </div>
      </section>
      <p class="other-way">
        {t('accounts.sign-in.no-account')}{' '}
        <a href={urlFor(site, t.lang, '/sign-up')}>{t('accounts.sign-up.do')}</a>
      </p>
    </>
  );
}
