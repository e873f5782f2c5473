import { z } from 'zod';
import { icalendar } from '../../../platform/calendar/ical-calendar.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { networkOf, RateLimit } from '../../../platform/http/rate-limit.ts';
import { respond } from '../../../platform/http/respond.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { absoluteUrl, urlFor } from '../../../platform/http/site.ts';
import { isMailAddress } from '../../../platform/mail/outgoing-mail.ts';
import { demand } from '../../../platform/refusal.ts';
import { addressKey, keptNowhere } from '../../accounts/index.ts';
import { eventNotFound, registrationNotFound, tooManyRegistrations } from '../hold-events/refusals.ts';
import { calendarEvent } from './event-calendar.ts';
import { EventsPage, ShowEventPage } from './events.page.tsx';
import { eventJsonLd } from './event-json-ld.ts';
import { confirmRegistration, giveBack, joinEvent } from './join-event.ts';
import {
  eventById,
  eventsBetween,
  eventToShow,
  publicEvents,
  registrationByToken,
  type ShownEvent,
} from './join-event.queries.ts';
import { SeatPage } from './seat.page.tsx';

const size = 20;
const aWhile = 'public, max-age=900';
const allowance = { name: 'registrations', quota: 30, seconds: 3600 } as const;
/** Each registration writes a letter: nobody fills a stranger's letter box, from however many networks. */
const lettersToOne = { name: 'registration letters', quota: 6, seconds: 3600 } as const;
const year = 366 * 86_400_000;

const listForm = z.object({
  when: z.enum(['ahead', 'past']).catch('ahead'),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});
const joinForm = z.object({
  id: z.uuid(),
  name: z.string().trim().min(1, 'editorial.event.error.name').max(80, 'editorial.event.error.long'),
  address: z.string().trim().refine(isMailAddress, 'editorial.event.error.mail'),
});
const seatForm = z.object({ token: z.string().regex(/^[\w-]{20,60}$/) });

/** Events for everybody: the list, one event, a seat without an account, and calendars. */
export function joinEventRoutes(app: App): void {
  const limit = new RateLimit();
  const letters = new RateLimit();
  app.use('/events/seat', keptNowhere);
  app.get('/events', showEvents);
  app.get('/events.ics', async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const from = new Date(actor.now.getTime() - 30 * 86_400_000);
    const events = await eventsBetween(db, from, new Date(actor.now.getTime() + year), 500);
    return sendCalendar(c, t('editorial.events.title'), urlFor(site, lang, '/events'), '/events.ics', events);
  });
  app.get('/events/seat', async (c) => {
    const { db } = c.var;
    const token = seatForm.safeParse(c.req.query());
    const registration = token.success ? await registrationByToken(db, token.data.token) : undefined;
    demand(registration !== undefined, registrationNotFound);
    const event = await eventById(db, registration.eventId);
    demand(event !== undefined, registrationNotFound);
    const { t, site, actor } = c.var;
    return sendPage(c, {
      title: event.title,
      width: 'narrow',
      indexed: false,
      children: <SeatPage t={t} site={site} event={event} registration={registration} now={actor.now} />,
    });
  });
  app.post('/events/seat', async (c) => {
    const { db, actor, tools, site, lang, t } = c.var;
    const read = await readForm(c, seatForm.extend({ deed: z.enum(['confirm', 'give-back']) }));
    demand(read.ok, registrationNotFound);
    const { token, deed } = read.value;
    const letters = { translators: tools.translators, site };
    if (deed === 'confirm') await confirmRegistration(db, actor, { token, ...letters });
    else await giveBack(db, actor, { token, ...letters });
    if (deed === 'give-back') flash(c, 'good', t('editorial.event.given-back'));
    return c.redirect(urlFor(site, lang, '/events/seat', { token }), 303);
  });
  app.get('/events/:slug', async (c) => sendEvent(c, await shownEvent(c), emptyForm));
  app.get('/events/:slug/event.ics', async (c) => {
    const event = await shownEvent(c);
    const path = `/events/${encodeURIComponent(event.slug)}`;
    return sendCalendar(c, event.title, urlFor(c.var.site, c.var.lang, path), `${path}/event.ics`, [event]);
  });
  app.post('/events/:slug', async (c) => {
    const { db, actor, tools, site, lang } = c.var;
    const event = await shownEvent(c);
    const read = await readForm(c, joinForm);
    if (!read.ok) return sendEvent(c, event, read.form);
    const taken = limit.take(networkOf(actor.address), allowance, 1, actor.now);
    if (!taken.allowed) throw tooManyRegistrations(taken.resetsIn);
    const written = letters.take(addressKey(read.value.address), lettersToOne, 1, actor.now);
    if (!written.allowed) throw tooManyRegistrations(written.resetsIn);
    const { translators } = tools;
    const done = await answerForm(c, () =>
      joinEvent(db, actor, { ...read.value, slug: event.slug, translators, site }),
    );
    if (!done.ok) return sendEvent(c, event, done.form);
    if (done.value.kind !== 'to-confirm')
      return c.redirect(urlFor(site, lang, '/events/seat', { token: done.value.token }), 303);
    flash(c, 'good', c.var.t('editorial.event.look-at-mail', { address: read.value.address }));
    return c.redirect(urlFor(site, lang, `/events/${encodeURIComponent(event.slug)}`), 303);
  });
}

async function shownEvent(c: AppContext): Promise<ShownEvent> {
  const slug = c.req.param('slug') ?? '';
  const isPlausible = slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();
  const event = isPlausible ? await eventToShow(c.var.db, slug) : undefined;
  demand(event !== undefined, eventNotFound);
  return event;
}

async function showEvents(c: AppContext): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const { when, page } = listForm.parse(c.req.query());
  const events = await publicEvents(db, { now: actor.now, past: when === 'past', size, page });
  return sendPage(c, {
    title: t('editorial.events.title'),
    description: t('editorial.events.lead'),
    canonicalQuery: { when: when === 'past' ? when : undefined, page: page > 1 ? page : undefined },
    head: (
      <link
        rel="alternate"
        type="text/calendar"
        href={absoluteUrl(site, lang, '/events.ics')}
        title={t('editorial.events.title')}
      />
    ),
    children: (
      <EventsPage
        t={t}
        site={site}
        when={when}
        events={events}
        page={page}
        pages={Math.max(page, Math.ceil((events[0]?.inAll ?? 0) / size))}
      />
    ),
  });
}

function sendEvent(c: AppContext, event: ShownEvent, form: FormState): Response {
  const { t, site, actor, lang } = c.var;
  const address = absoluteUrl(site, lang, `/events/${encodeURIComponent(event.slug)}`);
  return sendPage(c, {
    title: event.title,
    description: event.summary,
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [{ label: t('editorial.events.title'), href: urlFor(site, lang, '/events') }],
    head: !event.isSample && (
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: eventJsonLd(event, address) }} />
    ),
    children: (
      <ShowEventPage
        t={t}
        site={site}
        event={event}
        form={form}
        id={form.values['id'] ?? actor.ids.next()}
        now={actor.now}
      />
    ),
  });
}

function sendCalendar(
  c: AppContext,
  name: string,
  page: string,
  path: string,
  events: readonly ShownEvent[],
): Response {
  const { t, site, lang, actor } = c.var;
  const calendar = {
    name: `${name} · ${site.name}`,
    lang,
    source: absoluteUrl(site, lang, path),
    url: new URL(page, site.baseUrl).href,
    events: events.map((event) => calendarEvent(event, { t, site })),
  };
  c.header('Content-Disposition', 'inline; filename="events.ics"');
  const identity = icalendar(calendar, new Date(0));
  return respond(c, icalendar(calendar, actor.now), 'text/calendar; charset=utf-8', 200, aWhile, identity);
}
