import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FormEnd } from '../pages/form-end.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

export interface ChangePasswordPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly title: string;
  readonly asksCurrent: boolean;
  readonly name: string;
}

export function ChangePasswordPage({ t, site, form, title, asksCurrent, name }: ChangePasswordPageProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/account/password')} class="stack">
      <Pagehead title={title} lead={t('accounts.change-password.lead')} />
      <FormErrors t={t} form={form} />
      {/* Password managers want to know whose password it is. */}
      <input
        class="unseen"
        type="text"
        autocomplete="username"
        value={name}
        tabindex={-1}
        aria-hidden="true"
        readonly
      />
      {asksCurrent && (
        <TextInput
          {...fieldState(t, form, 'current')}
          label={t('accounts.password.current')}
          type="password"
          autocomplete="current-password"
          required
        />
      )}
      <TextInput
        {...fieldState(t, form, 'password')}
        label={t('accounts.password.new')}
        hint={t('accounts.password.hint')}
        type="password"
        autocomplete="new-password"
        required
      />
      <FormEnd t={t} site={site} yes={t('accounts.change-password.do')} />
    </form>
  );
}
