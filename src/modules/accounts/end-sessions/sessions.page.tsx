import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf, daysBetween } from '../../../platform/time/clock.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import type { SessionSeen } from '../session/sessions.queries.ts';
import { deviceName } from './device-name.ts';

export interface SessionsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly sessions: readonly SessionSeen[];
  readonly current: string | undefined;
  readonly now: Date;
}

export function SessionsPage({ t, site, sessions, current, now }: SessionsPageProps) {
  const seen = (at: Date) =>
    t('accounts.sessions.seen', { when: t.relativeDays(daysBetween(dayOf(now), dayOf(at))) });
  return (
    <>
      <Pagehead title={t('accounts.sessions')} lead={t('accounts.sessions.lead')} />
      <ul class="entries">
        {sessions.map((session) => (
          <li key={session.id}>
            <div class="grow">
              <p class="row">
                <b>
                  <bdi>{deviceName(session.agent) ?? t('accounts.sessions.unknown')}</bdi>
                </b>
                {session.id === current && <Chip tone="open">{t('accounts.sessions.this')}</Chip>}
              </p>
              <p class="soft small">
                {seen(session.lastSeenAt)} · {t(`accounts.method.${session.method}`)}
                {session.address !== null && (
                  <>
                    {' · '}
                    <bdi dir="ltr">{session.address}</bdi>
                  </>
                )}
              </p>
            </div>
            {session.id !== current && (
              <form method="post" action={urlFor(site, t.lang, `/account/sessions/${session.id}/end`)}>
                <Button small>{t('accounts.sessions.end')}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      <form method="post" action={urlFor(site, t.lang, '/account/sessions/end-all')} class="form-end">
        <Button kind="danger">{t('accounts.sessions.end-all')}</Button>
      </form>
    </>
  );
}
