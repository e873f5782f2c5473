import type { ComponentChildren } from 'preact';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import { ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { Entry } from '../../../platform/module.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { AccountFacts } from './accounts.queries.ts';
import type { Overview } from './overview.queries.ts';

export interface AccountPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly facts: AccountFacts;
  readonly overview: Overview;
  /** Pages that other modules have for this person. */
  readonly entries: readonly Entry[];
  /** Where this person looks after the site: 'operator', 'editor', both or none. */
  readonly rooms: readonly ('operator' | 'editor')[];
}

export function AccountPage({ t, site, facts, overview, entries, rooms }: AccountPageProps) {
  const to = (path: string) => urlFor(site, t.lang, path);
  const since = (at: Date) => t('accounts.account.since', { day: t.day(dayOf(at)) });
  return (
    <>
      <Pagehead
        title={t('accounts.account.title')}
        lead={<bdi>{facts.name}</bdi>}
        actions={rooms.map((room) => (
          <LinkButton key={room} href={to(`/${room}`)}>
            {t(`accounts.${room}.title`)}
          </LinkButton>
        ))}
      />
      {entries.length > 0 && (
        <Settings title={t('accounts.account.yours')}>
          {entries.map((entry) => (
            <Setting key={entry.path} name={t(entry.label)} href={to(entry.path)} change={t('accounts.see')}>
              {t(entry.text)}
            </Setting>
          ))}
        </Settings>
      )}
      <Settings title={t('accounts.account.you')}>
        <Setting name={t('accounts.name')} href={to('/account/details')} change={t('accounts.change')}>
          <bdi>{facts.name}</bdi>
        </Setting>
        <Setting
          name={t('accounts.lang-and-look')}
          href={to('/account/details')}
          change={t('accounts.change')}
        >
          <bdi>{ownNames[facts.lang]}</bdi> · {t(`ui.theme.${facts.theme}`)}
        </Setting>
        <Setting name={t('accounts.addresses')} href={to('/account/addresses')} change={t('accounts.change')}>
          <bdi dir="ltr">{facts.address}</bdi>
          {overview.addresses > 1 && (
            <span class="soft"> {t('accounts.addresses.more', { n: overview.addresses - 1 })}</span>
          )}
        </Setting>
      </Settings>
      <Settings title={t('accounts.account.security')}>
        <Setting name={t('accounts.password')} href={to('/account/password')} change={t('accounts.change')}>
          {overview.passwordSetAt ? since(overview.passwordSetAt) : t('accounts.password.none')}
        </Setting>
        <Setting name={t('accounts.passkeys')} href={to('/account/passkeys')} change={t('accounts.change')}>
          {overview.passkeys === 0
            ? t('accounts.passkeys.none')
            : t('accounts.passkeys.count', { n: overview.passkeys })}
        </Setting>
        <Setting
          name={t('accounts.two-factor')}
          href={to('/account/two-factor')}
          change={t('accounts.change')}
        >
          {overview.twoFactorSince ? t('accounts.two-factor.on') : t('accounts.two-factor.off')}
          {overview.twoFactorSince && (
            <span class="soft"> {t('accounts.recovery.left', { n: overview.recoveryCodesLeft })}</span>
          )}
        </Setting>
        <Setting name={t('accounts.sessions')} href={to('/account/sessions')} change={t('accounts.see')}>
          {t('accounts.sessions.count', { n: overview.sessions })}
        </Setting>
      </Settings>
      <Settings title={t('accounts.account.data')}>
        <Setting name={t('accounts.export')} href={to('/account/export')} change={t('accounts.see')}>
          {t('accounts.export.short')}
        </Setting>
        <Setting name={t('accounts.erasure')} href={to('/account/erasure')} change={t('accounts.see')}>
          {t('accounts.erasure.short')}
        </Setting>
      </Settings>
      <form method="post" action={to('/sign-out')} class="form-end">
        <Button>{t('accounts.sign-out')}</Button>
      </form>
    </>
  );
}

function Settings({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      <dl class="settings">{children}</dl>
    </section>
  );
}

interface SettingProps {
  readonly name: string;
  readonly href: string;
  readonly change: string;
  readonly children: ComponentChildren;
}

/** What is set, and the page where it is changed. */
function Setting({ name, href, change, children }: SettingProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
      <dd class="setting-change">
        <a href={href} aria-label={`${change} · ${name}`}>
          {change}
        </a>
      </dd>
    </div>
  );
}
