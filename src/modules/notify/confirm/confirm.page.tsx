import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { wantLabel } from '../follow-fields/follow-fields.tsx';
import type { Wish } from './wishes.queries.ts';

export interface ConfirmPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly wish: Wish;
  readonly token: string;
}

/** One press, so that a program that only looks at the link follows nothing. */
export function ConfirmPage({ t, site, wish, token }: ConfirmPageProps) {
  const items = [
    { term: t('notify.confirm.to'), value: <bdi dir="ltr">{wish.address}</bdi> },
    { term: t('notify.wants'), value: t.list(wish.wants.map((want) => wantLabel(t, wish.kind, want))) },
    { term: t('notify.pace'), value: t(`notify.pace.${wish.pace}`) },
  ];
  return (
    <form method="post" action={urlFor(site, t.lang, '/following/confirm')}>
      <Pagehead
        eyebrow={t('notify.confirm.eyebrow')}
        title={t('notify.confirm.title', { title: wish.title })}
        lead={t('notify.confirm.lead')}
      />
      <Definitions items={items} />
      <input type="hidden" name="token" value={token} />
      <div class="row form-end">
        <Button kind="first">{t('notify.confirm.action')}</Button>
      </div>
    </form>
  );
}
