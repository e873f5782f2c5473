import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { sayTime } from './events.page.tsx';
import type { Registration, ShownEvent } from './join-event.queries.ts';

export interface SeatPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly event: ShownEvent;
  readonly registration: Registration;
  readonly now: Date;
}

/** A seat, for whoever holds its link: confirm it, see the room, give it back. */
export function SeatPage({ t, site, event, registration, now }: SeatPageProps) {
  const { state, before, token } = registration;
  const isOpen = event.state === 'published' && event.endsAt > now;
  const tone = state === 'seated' ? 'good' : state === 'waiting' ? 'soon' : 'info';
  const deed = (name: 'confirm' | 'give-back', first: boolean) => (
    <form method="post" action="/events/seat">
      <input type="hidden" name="token" value={token} />
      <Button kind={first ? 'first' : 'plain'} name="deed" value={name}>
        {t(name === 'confirm' ? 'editorial.event.confirm' : 'editorial.event.give-back')}
      </Button>
    </form>
  );
  return (
    <>
      <Pagehead title={event.title} titleLang={event.lang} lead={sayTime(t, event)} />
      {event.state === 'cancelled' ? (
        <Notice tone="bad">{t('editorial.event.was-cancelled')}</Notice>
      ) : (
        <Notice tone={tone}>
          {state === 'waiting'
            ? t('editorial.event.seat.waiting', { n: before + 1 })
            : t(`editorial.event.seat.${state}`)}
        </Notice>
      )}
      <Definitions
        items={[
          { term: t('editorial.event.guest-name'), value: <bdi>{registration.name}</bdi> },
          {
            term: t('editorial.event.field.place'),
            value: <bdi>{event.place ?? t('editorial.event.online')}</bdi>,
          },
          ...(state === 'seated' && event.link !== null
            ? [
                {
                  term: t('editorial.event.room'),
                  value: (
                    <a href={event.link} dir="ltr" rel="noopener noreferrer">
                      {event.link}
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      <div class="row">
        {isOpen && state === 'to-confirm' && deed('confirm', true)}
        {isOpen && (state === 'seated' || state === 'waiting') && deed('give-back', false)}
        <LinkButton kind="quiet" href={urlFor(site, t.lang, `/events/${encodeURIComponent(event.slug)}`)}>
          {t('editorial.event.see')}
        </LinkButton>
      </div>
    </>
  );
}
