import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';

export interface SecondStepPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
}

export function SecondStepPage({ t, site, form }: SecondStepPageProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/sign-in/second-step')} class="stack">
      <Pagehead title={t('accounts.two-factor')} lead={t('accounts.second-step.lead')} />
      <FormErrors t={t} form={form} />
      <TextInput
        {...fieldState(t, form, 'code')}
        label={t('accounts.code')}
        hint={t('accounts.second-step.hint')}
        autocomplete="one-time-code"
        maxlength={20}
        dir="ltr"
        required
      />
      <div class="row form-end">
        <Button kind="first">{t('accounts.sign-in.do')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, '/sign-in')}>
          {t('accounts.back-to-sign-in')}
        </LinkButton>
      </div>
    </form>
  );
}
