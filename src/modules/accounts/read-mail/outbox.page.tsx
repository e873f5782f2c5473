import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { type MailState, mailStates, type StoredMail } from '../../../platform/mail/mail.queries.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';

export interface OutboxPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly mails: readonly StoredMail[];
  readonly state: MailState | undefined;
  readonly next: string | undefined;
  readonly hasServer: boolean;
}

export const stateOf = (mail: StoredMail): MailState =>
  mail.sentAt ? 'sent' : mail.error === null ? 'waiting' : 'failed';

export function StateChip({ t, mail }: { readonly t: Translator; readonly mail: StoredMail }) {
  const state = stateOf(mail);
  const tone = { sent: 'open', waiting: 'soon', failed: 'bad' } as const;
  return <Chip tone={tone[state]}>{t(`accounts.mail.${state}`)}</Chip>;
}

export function OutboxPage({ t, site, mails, state, next, hasServer }: OutboxPageProps) {
  const to = (query: { state?: MailState | undefined; before?: string }) =>
    urlFor(site, t.lang, '/operator/mail', query);
  const tab = (each: MailState | undefined) => ({
    label: each ? t(`accounts.mail.${each}`) : t('accounts.mail.all'),
    href: to({ state: each }),
    current: each === state,
  });
  return (
    <>
      <Pagehead title={t('accounts.mail.title')} lead={t('accounts.mail.lead')} />
      {!hasServer && <Notice tone="soon">{t('accounts.mail.no-server')}</Notice>}
      <Tabs t={t} label={t('accounts.mail.title')} items={[undefined, ...mailStates].map(tab)} />
      {mails.length === 0 && <EmptyState title={t('accounts.mail.none')} />}
      <ul class="entries">
        {mails.map((mail) => (
          <li key={mail.id}>
            <div class="grow">
              <a href={urlFor(site, t.lang, `/operator/mail/${mail.id}`)} lang={mail.lang}>
                <bdi>{mail.subject}</bdi>
              </a>
              <p class="soft small">
                <bdi dir="ltr">{mail.to}</bdi> · {t.moment(mail.createdAt)}
              </p>
            </div>
            <StateChip t={t} mail={mail} />
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <div class="row form-end">
          <LinkButton href={to({ state, before: next })}>{t('accounts.audit.older')}</LinkButton>
        </div>
      )}
    </>
  );
}
