import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { CopyField } from '../../../platform/ui/copy-field.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { FormEnd } from '../pages/form-end.tsx';
import { fieldState, FormErrors } from '../pages/form-words.tsx';
import { QrCode } from './qr-code.tsx';

interface PageProps {
  readonly t: Translator;
  readonly site: Site;
}

export function TwoFactorPage({ t, site, since }: PageProps & { readonly since: Date | undefined }) {
  const to = (deed: string) => urlFor(site, t.lang, `/account/two-factor/${deed}`);
  if (!since) {
    return (
      <form method="post" action={to('begin')}>
        <Pagehead title={t('accounts.two-factor')} lead={t('accounts.two-factor.lead')} />
        <p class="soft">{t('accounts.two-factor.apps')}</p>
        <FormEnd t={t} site={site} yes={t('accounts.two-factor.begin')} />
      </form>
    );
  }
  return (
    <>
      <Pagehead title={t('accounts.two-factor')} />
      <Notice tone="good">{t('accounts.two-factor.since', { day: t.day(dayOf(since)) })}</Notice>
      <form method="post" action={to('recovery-codes')} class="section stack">
        <p>{t('accounts.recovery.renew.hint')}</p>
        <div class="row">
          <Button>{t('accounts.recovery.renew')}</Button>
        </div>
      </form>
      <form method="post" action={to('off')} class="other-ways stack">
        <p>{t('accounts.two-factor.off.hint')}</p>
        <div class="row">
          <Button kind="danger">{t('accounts.two-factor.off.do')}</Button>
          <LinkButton kind="quiet" href={urlFor(site, t.lang, '/account')}>
            {t('accounts.back')}
          </LinkButton>
        </div>
      </form>
    </>
  );
}

interface SetUpProps extends PageProps {
  readonly form: FormState;
  readonly secret: string;
  /** otpauth://... */
  readonly address: string;
}

export function SetUpPage({ t, site, form, secret, address }: SetUpProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/account/two-factor/confirm')} class="stack">
      <Pagehead title={t('accounts.two-factor')} lead={t('accounts.two-factor.scan')} />
      <FormErrors t={t} form={form} />
      <QrCode text={address} label={t('accounts.two-factor.picture')} />
      <p>
        <a href={address}>{t('accounts.two-factor.open-app')}</a>
      </p>
      <CopyField
        t={t}
        id="secret"
        label={t('accounts.two-factor.by-hand')}
        value={secret.replace(/(.{4})(?=.)/g, '$1 ')}
      />
      <TextInput
        {...fieldState(t, form, 'code')}
        label={t('accounts.two-factor.code')}
        inputmode="numeric"
        autocomplete="one-time-code"
        maxlength={12}
        dir="ltr"
        required
      />
      <FormEnd t={t} site={site} yes={t('accounts.two-factor.turn-on')} />
    </form>
  );
}
