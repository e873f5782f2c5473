import type { FormState } from '../../../platform/http/form.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { fieldState, FormErrors } from './form-words.tsx';

export interface AskByMailProps {
  readonly t: Translator;
  readonly form: FormState;
  readonly title: string;
  readonly lead: string;
  readonly action: string;
  readonly back: string;
  /** Where to go on after signing in. */
  readonly goOn?: string | undefined;
}

/** Asks for an address to write a link to. */
export function AskByMailPage({ t, form, title, lead, action, back, goOn }: AskByMailProps) {
  return (
    <>
      <Pagehead title={title} lead={lead} />
      <form method="post" action={action} class="stack">
        <FormErrors t={t} form={form} />
        {goOn !== undefined && <input type="hidden" name="back" value={goOn} />}
        <TextInput
          {...fieldState(t, form, 'address')}
          label={t('accounts.address')}
          type="email"
          autocomplete="username"
          required
        />
        <div class="row form-end">
          <Button kind="first">{t('accounts.look.do')}</Button>
          <LinkButton kind="quiet" href={back}>
            {t('accounts.back-to-sign-in')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

export interface LookAtMailProps {
  readonly t: Translator;
  readonly address: string;
  /** There is no mail server: the letter lies in the outbox. */
  readonly outbox: boolean;
}

/** The same whether the address has an account or not. */
export function LookAtMailPage({ t, address, outbox }: LookAtMailProps) {
  return (
    <>
      <Pagehead title={t('accounts.look.title')} lead={t('accounts.look.lead', { address })} />
      {outbox && <Notice>{t('accounts.outbox')}</Notice>}
      <p class="soft">{t('accounts.look.nothing')}</p>
    </>
  );
}
