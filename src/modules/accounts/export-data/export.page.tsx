import type { Translator } from '../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';

export interface ExportPageProps {
  readonly t: Translator;
  readonly file: string;
  readonly back: string;
}

export function ExportPage({ t, file, back }: ExportPageProps) {
  return (
    <>
      <Pagehead title={t('accounts.export')} lead={t('accounts.export.lead')} />
      <p>{t('accounts.export.format')}</p>
      <div class="row form-end">
        <a class="btn first" href={file} download data-no-prefetch>
          {t('accounts.export.do')}
        </a>
        <LinkButton kind="quiet" href={back}>
          {t('accounts.back')}
        </LinkButton>
      </div>
    </>
  );
}
