import type { FormState } from '../../../platform/http/form.ts';
import { type Site, urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { RichText } from '../../../platform/rich-text/rich-text.tsx';
import { dayOf } from '../../../platform/time/clock.ts';
import { wallTimeOf } from '../../../platform/time/wall-time.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DateBlock, datedBlock } from '../../../platform/ui/date-block.tsx';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { ShownEvent } from './join-event.queries.ts';

export interface EventsPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly when: 'ahead' | 'past';
  readonly events: readonly ShownEvent[];
  readonly page: number;
  readonly pages: number;
}

/** What is to come, or what was. */
export function EventsPage({ t, site, when, events, page, pages }: EventsPageProps) {
  const address = (to: 'ahead' | 'past', number = 1) =>
    urlFor(site, t.lang, '/events', {
      when: to === 'past' ? to : undefined,
      page: number > 1 ? number : undefined,
    });
  return (
    <>
      <Pagehead
        title={t('editorial.events.title')}
        lead={t('editorial.events.lead')}
        actions={
          <a class="btn quiet" href={urlFor(site, t.lang, '/events.ics')}>
            {t('editorial.event.calendar-all')}
          </a>
        }
      />
      <Tabs
        t={t}
        label={t('editorial.events.title')}
        items={(['ahead', 'past'] as const).map((each) => ({
          label: t(`editorial.events.${each}`),
          href: address(each),
          current: each === when,
        }))}
      />
      {events.length === 0 ? (
        <EmptyState
          title={t(`editorial.events.none-${when}`)}
          text={t(`editorial.events.none-${when}-text`)}
        />
      ) : (
        <div class="list">
          {events.map((event) => (
            <EventLine key={event.id} t={t} site={site} event={event} />
          ))}
        </div>
      )}
      <Pagination t={t} page={page} pages={pages} hrefOf={(to) => address(when, to)} />
    </>
  );
}

export interface EventLineProps extends Pick<EventsPageProps, 't' | 'site'> {
  readonly event: ShownEvent;
  /** Of its title. */
  readonly level?: 2 | 3;
}

/** An event in a list: its day, what it is, where. */
export function EventLine({ t, site, event, level = 2 }: EventLineProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const { day, time } = wallTimeOf(event.startsAt, event.zone);
  return (
    <article class="course">
      <DateBlock {...datedBlock(t, day, time)} />
      <div>
        <Heading>
          <a href={urlFor(site, t.lang, `/events/${encodeURIComponent(event.slug)}`)} lang={event.lang}>
            <bdi>{event.title}</bdi>
          </a>
        </Heading>
        {event.summary !== '' && (
          <p>
            <bdi lang={event.lang}>{event.summary}</bdi>
          </p>
        )}
        <p class="row small soft">
          <bdi>{event.place ?? t('editorial.event.online')}</bdi>
          <State t={t} event={event} />
        </p>
      </div>
    </article>
  );
}

function State({ t, event }: { readonly t: Translator; readonly event: ShownEvent }) {
  if (event.state === 'cancelled') return <Chip tone="bad">{t('editorial.event.state.cancelled')}</Chip>;
  if (event.report !== null) return <Chip tone="bridge">{t('editorial.event.has-report')}</Chip>;
  if (event.isSample) return <Chip tone="plain">{t('editorial.event.sample')}</Chip>;
  return null;
}

export interface ShowEventPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly event: ShownEvent;
  readonly form: FormState;
  /** Of the registration that this form makes: sent twice it is still one. */
  readonly id: string;
  readonly now: Date;
}

/** One event: what, when, where, who, and a seat. */
export function ShowEventPage(props: ShowEventPageProps) {
  const { t, event, now } = props;
  const isOver = event.endsAt <= now;
  return (
    <article class="deciding">
      <div>
        <Pagehead
          title={event.title}
          titleLang={event.lang}
          eyebrow={t(event.isSample ? 'editorial.event.sample' : 'editorial.event.one')}
          lead={event.summary && <bdi lang={event.lang}>{event.summary}</bdi>}
        />
        {event.state === 'cancelled' && <Notice tone="bad">{t('editorial.event.was-cancelled')}</Notice>}
        {isOver && event.state !== 'cancelled' && <Notice tone="soon">{t('editorial.event.is-over')}</Notice>}
      </div>
      <Seats {...props} isOver={isOver} />
      <div>
        {event.report !== null && (
          <section class="section">
            <h2>{t('editorial.event.report')}</h2>
            <Words {...props} markdown={event.report} />
          </section>
        )}
        {event.body !== '' && (
          <section class="section">
            <Words {...props} markdown={event.body} />
          </section>
        )}
        {event.speakers.length > 0 && (
          <section class="section">
            <h2>{t('editorial.event.field.speakers')}</h2>
            <Definitions
              items={event.speakers.map(({ name, about }) => ({
                term: name,
                value: <bdi lang={event.lang}>{about ?? ''}</bdi>,
              }))}
            />
          </section>
        )}
      </div>
    </article>
  );
}

function Words({ t, event, markdown }: ShowEventPageProps & { readonly markdown: string }) {
  return (
    <RichText
      markdown={markdown}
      lang={event.lang}
      pictureOf={() => undefined}
      tableLabel={t('editorial.event.table')}
    />
  );
}

/** When and where, and the way to a seat. */
function Seats(props: ShowEventPageProps & { readonly isOver: boolean }) {
  const { t, site, event, isOver } = props;
  const path = `/events/${encodeURIComponent(event.slug)}`;
  return (
    <aside class="card decision" aria-label={t('editorial.event.seat')}>
      <p class="decision-date">{sayTime(t, event)}</p>
      <p class="small soft">{event.zone.replaceAll('_', ' ')}</p>
      <Definitions
        spread
        items={[
          {
            term: t('editorial.event.field.place'),
            value: <bdi>{event.place ?? t('editorial.event.online')}</bdi>,
          },
          ...(event.host === ''
            ? []
            : [{ term: t('editorial.event.field.host'), value: <bdi>{event.host}</bdi> }]),
          { term: t('editorial.event.seats'), value: saySeats(t, event) },
        ]}
      />
      {event.state === 'published' && !isOver && <JoinForm {...props} />}
      <ul class="decision-links">
        <li>
          <a href={urlFor(site, t.lang, `${path}/event.ics`)}>{t('editorial.event.calendar')}</a>
        </li>
      </ul>
    </aside>
  );
}

/** From and to, on the clock of the place; the day is said once where it is one day. */
export function sayTime(t: Translator, { startsAt, endsAt, zone }: ShownEvent): string {
  const from = t.moment(startsAt, zone);
  if (endsAt.getTime() === startsAt.getTime()) return from;
  const isOneDay = dayOf(startsAt, zone) === dayOf(endsAt, zone);
  return `${from} – ${isOneDay ? t.hour(endsAt, zone) : t.moment(endsAt, zone)}`;
}

function saySeats(t: Translator, { seats, seated }: ShownEvent): string {
  if (seats === null) return t('editorial.event.open-to-all');
  const left = Math.max(0, seats - seated);
  return left === 0 ? t('editorial.event.full') : t('editorial.event.left', { n: left });
}

function JoinForm({ t, site, event, form, id }: ShowEventPageProps) {
  const isFull = event.seats !== null && (event.seated >= event.seats || event.waiting > 0);
  const field = (name: string) => ({
    id: name,
    name,
    value: form.values[name],
    error: form.errors[name] && t(form.errors[name] as MessageKey),
  });
  const errors = Object.entries(form.errors).map(([of, key]) => ({ id: of, message: t(key as MessageKey) }));
  return (
    <form
      method="post"
      action={urlFor(site, t.lang, `/events/${encodeURIComponent(event.slug)}`)}
      class="stack"
      novalidate
    >
      <ErrorSummary t={t} errors={errors} />
      <input type="hidden" name="id" value={id} />
      <TextInput {...field('name')} required autocomplete="name" label={t('editorial.event.guest-name')} />
      <TextInput
        {...field('address')}
        type="email"
        required
        autocomplete="email"
        label={t('editorial.event.guest-mail')}
        hint={t('editorial.event.mail-hint')}
      />
      <Button kind="first" wide>
        {t(isFull ? 'editorial.event.wait' : 'editorial.event.join')}
      </Button>
      <p class="small soft">{t('editorial.event.free')}</p>
    </form>
  );
}
