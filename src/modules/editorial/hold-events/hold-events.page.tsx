import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { DataTable } from '../../../platform/ui/data-table.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { ErrorSummary } from '../../../platform/ui/error-summary.tsx';
import { FieldSet } from '../../../platform/ui/field-set.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Pagination } from '../../../platform/ui/pagination.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput, type TextInputProps } from '../../../platform/ui/text-input.tsx';
import { zoneOptions } from '../../../platform/ui/zone-options.ts';
import type { EventToHold, HeldEvent } from './hold-events.queries.ts';

type Href = (path: string) => string;

export interface HeldEventsPageProps {
  readonly t: Translator;
  readonly href: Href;
  readonly events: readonly HeldEvent[];
  readonly page: number;
  readonly pages: number;
}

const tones = { draft: 'plain', published: 'open', cancelled: 'bad' } as const;

/** What is to come, then what was. */
export function HeldEventsPage({ t, href, events, page, pages }: HeldEventsPageProps) {
  const add = (
    <LinkButton kind="first" href={href('/editor/events/new')}>
      {t('editorial.event.new')}
    </LinkButton>
  );
  return (
    <>
      <Pagehead title={t('editorial.event.title')} lead={t('editorial.event.lead')} actions={add} />
      {events.length === 0 ? (
        <EmptyState title={t('editorial.event.none')} text={t('editorial.event.none-text')} />
      ) : (
        <DataTable
          t={t}
          caption={t('editorial.event.title')}
          captionUnseen
          columns={[
            { label: t('editorial.event.name') },
            { label: t('editorial.event.when') },
            { label: t('editorial.event.state') },
            { label: t('editorial.event.guests') },
          ]}
          rows={events.map((event) => [
            <a href={href(`/editor/events/${event.id}`)} lang={event.lang}>
              <bdi>{event.title}</bdi>
            </a>,
            t.moment(event.startsAt, event.zone),
            <Chip tone={tones[event.state]}>{t(`editorial.event.state.${event.state}`)}</Chip>,
            sayGuests(t, event),
          ])}
        />
      )}
      <Pagination
        t={t}
        page={page}
        pages={pages}
        hrefOf={(to) => href('/editor/events') + (to > 1 ? `?page=${to}` : '')}
      />
    </>
  );
}

function sayGuests(
  t: Translator,
  { seats, seated, waiting }: Pick<HeldEvent, 'seats' | 'seated' | 'waiting'>,
): string {
  const come =
    seats === null
      ? t.number(seated)
      : t('editorial.event.of-seats', { taken: t.number(seated), seats: t.number(seats) });
  return waiting > 0 ? `${come} · ${t('editorial.event.waiting-count', { n: waiting })}` : come;
}

export interface EventPageProps {
  readonly t: Translator;
  readonly href: Href;
  readonly id: string;
  /** Undefined for a new one. */
  readonly event: EventToHold | undefined;
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** One event for its editors: its words and facts, its state, who comes, and the report afterwards. */
export function EventPage(props: EventPageProps) {
  const { t, href, event } = props;
  return (
    <>
      <Pagehead
        title={event?.title ?? t('editorial.event.new')}
        titleLang={event?.lang}
        eyebrow={event && t(`editorial.event.state.${event.state}`)}
        actions={
          event &&
          event.state !== 'draft' && (
            <LinkButton kind="quiet" href={href(`/events/${encodeURIComponent(event.slug)}`)}>
              {t('editorial.event.see')}
            </LinkButton>
          )
        }
      />
      {event && <Deeds {...props} event={event} />}
      <EventForm {...props} />
      {event && event.state !== 'draft' && (
        <>
          <Report {...props} event={event} />
          <Guests {...props} event={event} />
        </>
      )}
    </>
  );
}

type WithEvent = EventPageProps & { readonly event: EventToHold };

function Deeds({ t, href, event, id }: WithEvent) {
  if (event.state === 'cancelled') return null;
  return (
    <div class="row">
      {event.state === 'draft' ? (
        <form method="post" action={`/editor/events/${id}/publish`}>
          <Button kind="first">{t('editorial.event.publish')}</Button>
        </form>
      ) : (
        <LinkButton href={href(`/editor/events/${id}/cancel`)}>{t('editorial.event.cancel')}</LinkButton>
      )}
    </div>
  );
}

function EventForm(props: EventPageProps) {
  const { t, id, fields, errors } = props;
  const said = Object.entries(errors).map(([field, key]) => ({ id: field, message: t(key as MessageKey) }));
  return (
    <form method="post" action={`/editor/events/${id}`} class="stack">
      <ErrorSummary t={t} errors={said} />
      <input type="hidden" name="version" value={fields['version']} />
      <Input {...props} name="title" required maxlength={160} />
      <Select
        id="lang"
        name="lang"
        label={t('editorial.event.field.lang')}
        value={fields['lang']}
        options={langs.map((lang) => ({ value: lang, label: ownNames[lang] }))}
      />
      <Input {...props} name="summary" rows={2} maxlength={400} hinted />
      <Input {...props} name="body" rows={8} hinted />
      <Input {...props} name="host" />
      <Input {...props} name="speakers" rows={3} hinted />
      <FieldSet id="when" label={t('editorial.event.when')}>
        <div class="row">
          <Input {...props} name="day" type="date" required />
          <Input {...props} name="time" type="time" required />
          <Input {...props} name="endDay" type="date" />
          <Input {...props} name="endTime" type="time" />
        </div>
        <Select
          id="zone"
          name="zone"
          label={t('editorial.publish.zone')}
          hint={t('editorial.event.zone-hint')}
          value={fields['zone']}
          options={zoneOptions(fields['zone'] ?? 'UTC')}
        />
      </FieldSet>
      <Input {...props} name="place" hinted />
      <Input {...props} name="link" type="url" hinted />
      <Input {...props} name="seats" inputmode="numeric" hinted />
      <div class="form-end">
        <Button kind={props.event?.state === 'draft' ? 'plain' : 'first'}>{t('editorial.write.save')}</Button>
      </div>
    </form>
  );
}

type HintedName = 'summary' | 'body' | 'speakers' | 'place' | 'link' | 'seats';
type InputName = HintedName | 'title' | 'host' | 'day' | 'time' | 'endDay' | 'endTime';

interface InputProps extends EventPageProps, Omit<Partial<TextInputProps>, 'id' | 'value' | 't' | 'name'> {
  readonly name: InputName;
  readonly hinted?: boolean;
}

function Input({
  t,
  href: _h,
  id: _i,
  event: _e,
  now: _n,
  fields,
  errors,
  name,
  hinted,
  ...rest
}: InputProps) {
  const error = errors[name] && t(errors[name] as MessageKey);
  return (
    <TextInput
      {...rest}
      id={name}
      name={name}
      label={t(`editorial.event.field.${name}`)}
      hint={hinted ? t(`editorial.event.field.${name as HintedName}.hint`) : undefined}
      value={fields[name]}
      error={error || undefined}
    />
  );
}

function Report({ t, id, event, now }: WithEvent) {
  if (event.endsAt > now) return null;
  return (
    <section class="section">
      <h2>{t('editorial.event.report')}</h2>
      <form method="post" action={`/editor/events/${id}/report`} class="stack">
        <TextInput
          id="report"
          name="report"
          rows={8}
          label={t('editorial.event.report-label')}
          hint={t('editorial.event.field.body.hint')}
          value={event.report ?? ''}
        />
        <div class="form-end">
          <Button>{t('editorial.event.report-save')}</Button>
        </div>
      </form>
    </section>
  );
}

function Guests({ t, href, id, event }: WithEvent) {
  return (
    <section class="section">
      <header>
        <h2>{t('editorial.event.guests')}</h2>
        {event.guests.length > 0 && <a href={href(`/editor/events/${id}/guests.csv`)}>CSV</a>}
      </header>
      <p class="soft">{sayGuests(t, event)}</p>
      <DataTable
        t={t}
        caption={t('editorial.event.guests')}
        captionUnseen
        empty={t('editorial.event.no-guests')}
        columns={[
          { label: t('editorial.event.guest-name') },
          { label: t('editorial.event.guest-mail') },
          { label: t('editorial.event.state') },
        ]}
        rows={event.guests.map((guest) => [
          <bdi>{guest.name}</bdi>,
          <bdi dir="ltr">{guest.address}</bdi>,
          t(guest.state === 'waiting' ? 'editorial.event.waits' : 'editorial.event.comes'),
        ])}
      />
    </section>
  );
}
