import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

export interface ChooseResetProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
  readonly token: string;
  readonly name: string;
}

export function ChooseResetPage({ t, site, form, token, name }: ChooseResetProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/reset-password/choose')} class="stack">
      <Pagehead title={t('accounts.reset.choose')} lead={t('accounts.reset.choose.lead', { name })} />
      <FormErrors t={t} form={form} />
      <input type="hidden" name="token" value={token} />
      <TextInput
        {...fieldState(t, form, 'password')}
        label={t('accounts.password.new')}
        hint={t('accounts.password.hint')}
        type="password"
        autocomplete="new-password"
        required
      />
      <div class="row form-end">
        <Button kind="first">{t('accounts.reset.do')}</Button>
      </div>
    </form>
  );
}
