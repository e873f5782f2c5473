import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { demand } from '../../../platform/refusal.ts';
import { addressKey, provedAddresses } from '../../accounts/index.ts';
import { type EventLetter, eventLetter, type Letters } from '../hold-events/event-letters.ts';
import { eventNotFound, eventOver, registrationNotFound } from '../hold-events/refusals.ts';
import * as queries from './join-event.queries.ts';
import type { Registration, ShownEvent } from './join-event.queries.ts';

export interface Joining {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly address: string;
}

/** `to-confirm`: a letter went to the address; the page says the same whether it was known or not. */
export type Joined =
  { readonly kind: 'to-confirm' } | { readonly kind: 'seated' | 'waiting'; readonly token: string };

/** A published event that is not over. @throws Refusal 404, 409 */
async function openEvent(db: Db, slug: string, now: Date): Promise<ShownEvent> {
  const event = await queries.eventToShow(db, slug);
  demand(event !== undefined, eventNotFound);
  demand(event.state === 'published' && event.endsAt > now, eventOver);
  return event;
}

/**
 * Registers somebody: at once for a person whose address is proved, else after a click in a letter, so that nobody takes
 * seats in another's name.
 * @throws Refusal 404, 409 when it is over or cancelled
 */
export async function joinEvent(db: Db, actor: Actor, input: Joining & Letters): Promise<Joined> {
  const event = await openEvent(db, input.slug, actor.now);
  const key = addressKey(input.address);
  const isOwn = actor.id !== undefined && (await ownsAddress(db, actor.id, key));
  const known = await queries.registrationOf(db, event.id, key);
  const registration = known ?? (await newRegistration(db, actor, event, { ...input, key, isOwn }));
  if (registration.state !== 'to-confirm') {
    // only the owner of the address may be told that it has a seat
    if (isOwn)
      return { kind: registration.state === 'seated' ? 'seated' : 'waiting', token: registration.token };
    await write(
      db,
      actor,
      input,
      registration.state === 'seated' ? 'seated' : 'waiting',
      event,
      registration,
    );
    return { kind: 'to-confirm' };
  }
  if (isOwn) return { kind: await takeSeat(db, actor, registration, input), token: registration.token };
  await write(db, actor, input, 'confirm', event, registration);
  return { kind: 'to-confirm' };
}

async function ownsAddress(db: Db, personId: string, key: string): Promise<boolean> {
  return (await provedAddresses(db, personId)).some((address) => addressKey(address) === key);
}

async function newRegistration(
  db: Db,
  actor: Actor,
  event: ShownEvent,
  input: Joining & { readonly key: string; readonly isOwn: boolean },
): Promise<Registration> {
  const row = {
    id: input.id,
    eventId: event.id,
    name: input.name,
    address: input.address,
    addressKey: input.key,
    personId: input.isOwn ? (actor.id ?? null) : null,
    lang: actor.lang,
    token: actor.ids.secret(),
    now: actor.now,
  };
  await queries.insertRegistration(db, row);
  const made = await queries.registrationOf(db, event.id, input.key);
  demand(made !== undefined, registrationNotFound);
  return made;
}

/** Confirms by the link of a letter. @throws Refusal 404, 409 */
export async function confirmRegistration(
  db: Db,
  actor: Actor,
  input: { readonly token: string } & Letters,
): Promise<void> {
  const registration = await queries.registrationByToken(db, input.token);
  demand(registration !== undefined && registration.state !== 'given-back', registrationNotFound);
  if (registration.state === 'to-confirm') await takeSeat(db, actor, registration, input);
}

/** A seat while there is one, else the next place of the waiting list. One after the other: the event is locked. */
async function takeSeat(
  db: Db,
  actor: Actor,
  registration: Registration,
  letters: Letters,
): Promise<'seated' | 'waiting'> {
  const event = await queries.lockEvent(db, registration.eventId);
  demand(event !== undefined, eventNotFound);
  demand(event.state === 'published' && event.endsAt > actor.now, eventOver);
  // nobody passes by those who wait
  const isFree = event.seats === null || (event.seated < event.seats && event.waiting === 0);
  const to = isFree ? 'seated' : 'waiting';
  const moved = await queries.moveRegistration(db, {
    id: registration.id,
    from: 'to-confirm',
    to,
    now: actor.now,
  });
  if (moved) await write(db, actor, letters, to, event, registration);
  return to;
}

/** Gives a seat back; whoever waits first gets it, and a letter. @throws Refusal 404 */
export async function giveBack(
  db: Db,
  actor: Actor,
  input: { readonly token: string } & Letters,
): Promise<ShownEvent> {
  const registration = await queries.registrationByToken(db, input.token);
  demand(registration !== undefined, registrationNotFound);
  const event = await queries.lockEvent(db, registration.eventId);
  demand(event !== undefined, registrationNotFound);
  const { id, state: from } = registration;
  if (from !== 'given-back')
    await queries.moveRegistration(db, { id, from, to: 'given-back', now: actor.now });
  await fillSeats(db, actor, event.id, input);
  return event;
}

/** Gives free seats to those who wait, in their order, each with a letter. Returns how many. The event is locked. */
export async function fillSeats(db: Db, actor: Actor, eventId: string, letters: Letters): Promise<number> {
  const event = await queries.lockEvent(db, eventId);
  if (!event || event.state !== 'published' || event.endsAt <= actor.now) return 0;
  const free = event.seats === null ? event.waiting : Math.max(0, event.seats - event.seated);
  const lucky = free === 0 ? [] : await queries.firstWaiting(db, eventId, free);
  for (const registration of lucky) {
    const move = { id: registration.id, from: 'waiting', to: 'seated', now: actor.now } as const;
    if (await queries.moveRegistration(db, move))
      await write(db, actor, letters, 'seated', event, registration);
  }
  return lucky.length;
}

/** Tells everybody who comes or waits that the event moved or is cancelled. */
export async function tellEverybody(
  db: Db,
  actor: Actor,
  about: 'moved' | 'cancelled',
  eventId: string,
  letters: Letters,
): Promise<number> {
  const event = await queries.lockEvent(db, eventId);
  demand(event !== undefined, eventNotFound);
  const readers = event.endsAt <= actor.now ? [] : await queries.livingRegistrations(db, eventId);
  for (const reader of readers) await write(db, actor, letters, about, event, reader);
  return readers.length;
}

/** One letter about an event to whoever registered. */
export async function write(
  db: Db,
  actor: Actor,
  letters: Letters,
  about: EventLetter,
  event: ShownEvent,
  registration: Pick<Registration, 'address' | 'lang' | 'token' | 'personId' | 'state'>,
): Promise<void> {
  const { address, lang, token, personId } = registration;
  // who only waits is not told the room
  const told = registration.state === 'waiting' && about !== 'seated' ? { ...event, link: null } : event;
  const reader = { address, lang, path: '/events/seat', query: { token } };
  await sendMail(db, actor, eventLetter(letters, about, told, reader), personId ?? undefined);
}
