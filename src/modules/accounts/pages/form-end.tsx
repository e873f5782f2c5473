import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';

export interface FormEndProps {
  readonly t: Translator;
  readonly site: Site;
  /** The deed as a verb. */
  readonly yes: string;
  readonly danger?: boolean;
}

/** The one thing to do, and the way back to the account. */
export function FormEnd({ t, site, yes, danger }: FormEndProps) {
  return (
    <div class="row form-end">
      <Button kind={danger ? 'danger' : 'first'}>{yes}</Button>
      <LinkButton kind="quiet" href={urlFor(site, t.lang, '/account')}>
        {t('accounts.back')}
      </LinkButton>
    </div>
  );
}
