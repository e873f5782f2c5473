import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';

export interface RecoveryCodesProps {
  readonly t: Translator;
  readonly site: Site;
  readonly codes: readonly string[];
}

/** To print or write down: the way in when the phone is lost. */
export function RecoveryCodesPage({ t, site, codes }: RecoveryCodesProps) {
  return (
    <>
      <Pagehead title={t('accounts.recovery')} lead={t('accounts.recovery.lead')} />
      <ol class="recovery-codes" dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Notice tone="soon">{t('accounts.recovery.once')}</Notice>
      <div class="row form-end">
        <LinkButton kind="first" href={urlFor(site, t.lang, '/account')}>
          {t('accounts.recovery.kept')}
        </LinkButton>
      </div>
    </>
  );
}
