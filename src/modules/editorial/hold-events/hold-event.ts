import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { instantOf } from '../../../platform/time/wall-time.ts';
import { fillSeats, tellEverybody } from '../join-events/join-event.ts';
import { lockEvent, type ShownEvent } from '../join-events/join-event.queries.ts';
import { mayEdit } from '../policy.ts';
import { editorsOnly } from '../refusals.ts';
import type { EventInput } from './event-form.ts';
import { readSpeakers } from './event-form.ts';
import type { Letters } from './event-letters.ts';
import * as queries from './hold-events.queries.ts';
import {
  endsBeforeStart,
  eventChanged,
  eventNotFound,
  notAnInstant,
  nowhere,
  tooFewSeats,
} from './refusals.ts';

/** Keeps an event as a draft, or changes one; whoever registered hears of another time or place. @throws Refusal */
export async function saveEvent(
  db: Db,
  actor: Actor,
  input: EventInput & { readonly id: string } & Letters,
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const facts = readFacts(input);
  const before = await lockEvent(db, input.id);
  if (!before) {
    await queries.insertEvent(db, actor, { id: input.id, ...facts });
    await audit(db, actor, 'draft-event', input.id, { title: facts.title });
    return;
  }
  if (facts.seats !== null && facts.seats < before.seated) throw tooFewSeats(before.seated);
  const changed = await queries.updateEvent(db, {
    id: input.id,
    version: input.version,
    now: actor.now,
    ...facts,
  });
  demand(changed, eventChanged);
  await audit(db, actor, 'change-event', input.id, { title: facts.title });
  if (before.state !== 'published') return;
  if (hasMoved(before, facts)) await tellEverybody(db, actor, 'moved', input.id, input);
  await fillSeats(db, actor, input.id, input);
}

const hasMoved = (before: ShownEvent, after: queries.EventFacts): boolean =>
  before.startsAt.getTime() !== after.startsAt.getTime() ||
  before.endsAt.getTime() !== after.endsAt.getTime() ||
  before.place !== after.place ||
  before.link !== after.link;

function readFacts(input: EventInput): queries.EventFacts {
  const { title, lang, summary, body, host, zone, seats } = input;
  const startsAt = instantOf(input.day, input.time, zone);
  if (!startsAt) throw notAnInstant();
  const endsAt = input.endTime === '' ? startsAt : instantOf(input.endDay || input.day, input.endTime, zone);
  if (!endsAt || endsAt < startsAt) throw endsBeforeStart();
  if (input.place === '' && input.link === '') throw nowhere();
  const speakers = readSpeakers(input.speakers);
  const [place, link] = [input.place || null, input.link || null];
  return { title, lang, summary, body, host, speakers, startsAt, endsAt, zone, place, link, seats };
}

/** Shows it to everybody. @throws Refusal 403, 404 */
export async function publishEvent(db: Db, actor: Actor, id: string): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  demand(await queries.moveEvent(db, { id, from: 'draft', to: 'published', now: actor.now }), eventNotFound);
  await audit(db, actor, 'publish-event', id);
}

/** It will not take place: everybody who comes or waits gets a letter. @throws Refusal 403, 404 */
export async function cancelEvent(
  db: Db,
  actor: Actor,
  input: { readonly id: string } & Letters,
): Promise<number> {
  demand(mayEdit(actor), editorsOnly);
  const move = { id: input.id, from: 'published', to: 'cancelled', now: actor.now } as const;
  demand(await queries.moveEvent(db, move), eventNotFound);
  await audit(db, actor, 'cancel-event', input.id);
  return tellEverybody(db, actor, 'cancelled', input.id, input);
}

/** What was said there, for those who could not come. @throws Refusal 403, 404 */
export async function reportEvent(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly report: string },
): Promise<void> {
  demand(mayEdit(actor), editorsOnly);
  const { id, report } = input;
  demand(await queries.saveReport(db, { id, report: report || null, now: actor.now }), eventNotFound);
  await audit(db, actor, 'report-event', id);
}
