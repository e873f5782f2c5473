import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';

export interface OpenLinkProps {
  readonly t: Translator;
  readonly site: Site;
  readonly token: string;
  readonly name: string;
}

/** One more press, so that a program that only looks at the link does not use it up. */
export function OpenLinkPage({ t, site, token, name }: OpenLinkProps) {
  return (
    <form method="post" action={urlFor(site, t.lang, '/sign-in/link/open')}>
      <Pagehead title={t('accounts.sign-in.title')} lead={t('accounts.link.open', { name })} />
      <input type="hidden" name="token" value={token} />
      <div class="row form-end">
        <Button kind="first">{t('accounts.sign-in.do')}</Button>
      </div>
    </form>
  );
}
