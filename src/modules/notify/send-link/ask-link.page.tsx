import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';

export interface AskLinkPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly form: FormState;
}

/** For somebody who follows by letter and has none of the letters at hand. */
export function AskLinkPage({ t, site, form }: AskLinkPageProps) {
  const key = form.errors['mail'];
  const error = key === undefined ? undefined : t(key as MessageKey);
  return (
    <form method="post" action={urlFor(site, t.lang, '/following/link')} class="stack">
      <Pagehead title={t('notify.following.title')} lead={t('notify.link.lead')} />
      {error !== undefined && <ErrorSummary t={t} errors={[{ id: 'mail', message: error }]} />}
      <TextInput
        id="mail"
        name="mail"
        label={t('notify.follow.mail')}
        error={error}
        value={form.values['mail']}
        type="email"
        autocomplete="email"
        required
      />
      <div class="row form-end">
        <Button kind="first">{t('notify.link.do')}</Button>
        <LinkButton kind="quiet" href={urlFor(site, t.lang, '/sign-in', { back: '/account/following' })}>
          {t('notify.link.sign-in')}
        </LinkButton>
      </div>
    </form>
  );
}
