import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { demand } from '../../../platform/refusal.ts';
import { zoneOf } from '../publish-article/move-article.queries.ts';
import { eventFields, eventForm } from './event-form.ts';
import { eventToHold, type EventToHold, heldEvents } from './hold-events.queries.ts';
import { cancelEvent, publishEvent, reportEvent, saveEvent } from './hold-event.ts';
import { EventPage, HeldEventsPage } from './hold-events.page.tsx';
import { eventNotFound } from './refusals.ts';

const size = 50;
const pageNumber = z.coerce.number().int().min(1).max(1000).catch(1);

/** Events for editors: draft, publish, change, cancel, see who comes, report. Behind `/editor/*`. */
export function holdEventRoutes(app: App): void {
  app.get('/editor/events', async (c) => {
    const { db, t, site, lang, actor } = c.var;
    const page = pageNumber.parse(c.req.query('page'));
    const events = await heldEvents(db, { now: actor.now, size, page });
    return sendPage(c, {
      title: t('editorial.event.title'),
      indexed: false,
      breadcrumbs: crumbs(c),
      children: (
        <HeldEventsPage
          t={t}
          href={(path) => urlFor(site, lang, path)}
          events={events}
          page={page}
          pages={Math.max(page, Math.ceil((events[0]?.inAll ?? 0) / size))}
        />
      ),
    });
  });
  app.get('/editor/events/new', (c) => sendEvent(c, undefined, emptyForm));
  app.post('/editor/events/:id', async (c) => {
    const { db, actor, t, site, lang, tools } = c.var;
    const id = idOf(c);
    const read = await readForm(c, eventForm);
    if (!read.ok) return sendEvent(c, await eventToHold(db, id), read.form, id);
    const { translators } = tools;
    const done = await answerForm(c, () => saveEvent(db, actor, { ...read.value, id, translators, site }));
    if (!done.ok) return sendEvent(c, await eventToHold(db, id), done.form, id);
    flash(c, 'good', t('editorial.event.saved'));
    return c.redirect(urlFor(site, lang, `/editor/events/${id}`), 303);
  });
  app.get('/editor/events/:id', async (c) => sendEvent(c, await heldEvent(c), emptyForm));
  app.get('/editor/events/:id/cancel', async (c) => askCancel(c, await heldEvent(c)));
  app.get('/editor/events/:id/guests.csv', async (c) => sendGuests(c, await heldEvent(c)));
  app.post('/editor/events/:id/publish', (c) =>
    act(c, 'published', (id) => publishEvent(c.var.db, c.var.actor, id)),
  );
  app.post('/editor/events/:id/cancel', (c) =>
    act(c, 'cancelled', async (id) => {
      const { db, actor, tools, site } = c.var;
      await cancelEvent(db, actor, { id, translators: tools.translators, site });
    }),
  );
  app.post('/editor/events/:id/report', async (c) => {
    const read = await readForm(c, z.object({ report: z.string().trim().max(20_000).default('') }));
    demand(read.ok, eventNotFound);
    return act(c, 'reported', (id) => reportEvent(c.var.db, c.var.actor, { id, report: read.value.report }));
  });
}

function idOf(c: AppContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, eventNotFound);
  return id.data;
}

async function heldEvent(c: AppContext): Promise<EventToHold> {
  const event = await eventToHold(c.var.db, idOf(c));
  demand(event !== undefined, eventNotFound);
  return event;
}

async function act(
  c: AppContext,
  done: 'published' | 'cancelled' | 'reported',
  deed: (id: string) => Promise<void>,
): Promise<Response> {
  const id = idOf(c);
  await deed(id);
  flash(c, 'good', c.var.t(`editorial.event.${done}`));
  return c.redirect(urlFor(c.var.site, c.var.lang, `/editor/events/${id}`), 303);
}

const crumbs = (c: AppContext, ...more: { label: string; href: string }[]) => {
  const { t, site, lang } = c.var;
  return [{ label: t('editorial.newsroom.title'), href: urlFor(site, lang, '/editor') }, ...more];
};

async function sendEvent(
  c: AppContext,
  event: EventToHold | undefined,
  form: FormState,
  newId?: string,
): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const zone = (actor.id === undefined ? undefined : await zoneOf(db, actor.id)) ?? 'UTC';
  const fields = event ? eventFields(event) : { version: '0', lang, zone };
  return sendPage(c, {
    title: event?.title ?? t('editorial.event.new'),
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: crumbs(c, { label: t('editorial.event.title'), href: urlFor(site, lang, '/editor/events') }),
    children: (
      <EventPage
        t={t}
        href={(path) => urlFor(site, lang, path)}
        id={event?.id ?? newId ?? actor.ids.next()}
        event={event}
        fields={{ ...fields, ...form.values }}
        errors={form.errors}
        now={actor.now}
      />
    ),
  });
}

function askCancel(c: AppContext, event: EventToHold): Response {
  const { t, site, lang } = c.var;
  return sendPage(c, {
    title: t('editorial.event.cancel-title', { title: event.title }),
    indexed: false,
    width: 'narrow',
    children: (
      <Confirmation
        title={t('editorial.event.cancel-title', { title: event.title })}
        effects={[
          t('editorial.event.cancel-letters', { n: event.seated + event.waiting }),
          t('editorial.event.cancel-stays'),
        ]}
        action={`/editor/events/${event.id}/cancel`}
        yes={t('editorial.event.cancel')}
        danger
        no={t('editorial.event.keep')}
        back={urlFor(site, lang, `/editor/events/${event.id}`)}
      />
    ),
  });
}

/** Text that a table program must not take for a formula. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

function sendGuests(c: AppContext, event: EventToHold): Response {
  const lines = event.guests.map(({ name, address, lang, state, registeredAt }) =>
    [name, address, lang, state, registeredAt].map(cell).join(','),
  );
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="guests.csv"`);
  return c.body(`\uFEFF${['name,address,language,state,registered', ...lines].join('\r\n')}\r\n`);
}
