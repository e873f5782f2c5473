import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { wantLabel } from '../follow-fields/follow-fields.tsx';
import type { ContactSeen, FollowingSeen } from './followings.queries.ts';
import type { Holder } from './holder.ts';

export interface FollowingPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly holder: Holder;
  readonly followings: readonly FollowingSeen[];
}

/** What somebody follows, by where its news go. */
export function FollowingPage({ t, site, holder, followings }: FollowingPageProps) {
  const present = holder.contacts.filter(
    ({ id, pausedAt }) => pausedAt !== null || followings.some(({ contactId }) => contactId === id),
  );
  return (
    <>
      <Pagehead title={t('notify.following.title')} lead={t('notify.following.lead')} />
      {present.length === 0 && (
        <EmptyState
          title={t('notify.following.none')}
          text={t('notify.following.none.text')}
          actions={
            <LinkButton kind="first" href={urlFor(site, t.lang, '/courses')}>
              {t('notify.following.find')}
            </LinkButton>
          }
        />
      )}
      {present.map((contact) => (
        <section key={contact.id} class="section">
          <h2>{contactName(t, contact)}</h2>
          {contact.pausedAt !== null && <Paused t={t} site={site} holder={holder} contact={contact} />}
          <ul class="entries">
            {followings
              .filter(({ contactId }) => contactId === contact.id)
              .map((each) => (
                <Entry key={each.id} t={t} site={site} holder={holder} following={each} />
              ))}
          </ul>
          {contact.kind !== 'account' && <Forget t={t} site={site} holder={holder} contact={contact} />}
        </section>
      ))}
    </>
  );
}

/** A letter box by its address, a browser by the day on which it agreed. */
function contactName(t: Translator, { kind, address, createdAt }: ContactSeen) {
  if (kind === 'mail') return <bdi dir="ltr">{address}</bdi>;
  if (kind === 'account') return t('notify.contact.account');
  return t('notify.contact.browser', { day: t.day(dayOf(createdAt)) });
}

interface EntryProps {
  readonly t: Translator;
  readonly site: Site;
  readonly holder: Holder;
  readonly following: FollowingSeen;
}

function Entry({ t, site, holder: { base, token }, following }: EntryProps) {
  const { id, kind, wants, pace, title, path } = following;
  const to = (end: string) => urlFor(site, t.lang, `${base}/topics/${id}${end}`, { token });
  return (
    <li>
      <div class="grow">
        <a href={urlFor(site, t.lang, path)}>
          <bdi>{title}</bdi>
        </a>
        <p class="soft small">
          {t.list(wants.map((want) => wantLabel(t, kind, want)))} · {t(`notify.pace.${pace}`)}
        </p>
      </div>
      <div class="row">
        <LinkButton small href={to('')}>
          {t('notify.following.change')}
          <span class="unseen"> {title}</span>
        </LinkButton>
        <form method="post" action={to('/end')}>
          <Button small>
            {t('notify.following.end')}
            <span class="unseen"> {title}</span>
          </Button>
        </form>
      </div>
    </li>
  );
}

interface ContactProps {
  readonly t: Translator;
  readonly site: Site;
  readonly holder: Holder;
  readonly contact: ContactSeen;
}

function Paused({ t, site, holder: { base, token }, contact }: ContactProps) {
  return (
    <Notice tone="soon" title={t('notify.paused')}>
      <form method="post" action={urlFor(site, t.lang, `${base}/resume`, { token })} class="stack">
        <p>{t('notify.paused.text')}</p>
        <input type="hidden" name="contact" value={contact.id} />
        <div class="row">
          <Button small>{t('notify.paused.resume')}</Button>
        </div>
      </form>
    </Notice>
  );
}

/** Folded, since it ends everything: pressed once to see what it means, once to do it. */
function Forget({ t, site, holder: { base, token }, contact }: ContactProps) {
  return (
    <details class="section">
      <summary>{t(contact.kind === 'mail' ? 'notify.forget' : 'notify.forget.browser')}</summary>
      <form method="post" action={urlFor(site, t.lang, `${base}/forget`, { token })} class="stack">
        <p class="soft">{t('notify.forget.text')}</p>
        <input type="hidden" name="contact" value={contact.id} />
        <div class="row">
          <Button kind="danger" small>
            {t('notify.forget.do')}
          </Button>
        </div>
      </form>
    </details>
  );
}
