import { z } from 'zod';
import { langs } from '../../../platform/i18n/languages.ts';
import { wallTimeOf } from '../../../platform/time/wall-time.ts';
import type { ShownEvent } from '../join-events/join-event.queries.ts';
import type { Speaker } from './event-tables.ts';

const long = 'editorial.event.error.long';
const text = (most: number) => z.string().trim().max(most, long).default('');
const webAddress = z
  .string()
  .trim()
  .max(1000, long)
  .default('')
  .refine(
    (typed) => typed === '' || /^https?:$/.test(URL.parse(typed)?.protocol ?? ''),
    'editorial.event.error.link',
  );

/** The form of an event; days and hours are those of its zone's clock. */
export const eventForm = z.object({
  version: z.coerce.number().int().catch(0),
  title: z.string().trim().min(1, 'editorial.event.error.title').max(160, long),
  lang: z.enum(langs),
  summary: text(400),
  body: text(20_000),
  host: text(200),
  speakers: text(4000),
  day: z.string().default(''),
  time: z.string().default(''),
  endDay: z.string().default(''),
  endTime: z.string().default(''),
  zone: z.string().max(60).default('UTC'),
  place: text(400),
  link: webAddress,
  seats: z
    .string()
    .trim()
    .default('')
    .refine((typed) => typed === '' || /^[1-9]\d{0,4}$/.test(typed), 'editorial.event.error.seats-number')
    .transform((typed) => (typed === '' ? null : Number(typed))),
});
export type EventInput = z.output<typeof eventForm>;

/** "Ada Lovelace — mathematician": one speaker a line, what they are known for after a dash or a colon. */
export function readSpeakers(typed: string): Speaker[] {
  return typed
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, 40)
    .map((line) => {
      const [, name = line, about] = /^(.+?)\s*(?:\s[—–-]\s|[：:]\s?)\s*(.+)$/u.exec(line) ?? [];
      return about === undefined
        ? { name: line.slice(0, 120) }
        : { name: name.slice(0, 120), about: about.slice(0, 300) };
    });
}

const writeSpeakers = (speakers: readonly Speaker[]): string =>
  speakers.map(({ name, about }) => (about === undefined ? name : `${name} — ${about}`)).join('\n');

/** What the form shows of an event. */
export function eventFields(
  event: ShownEvent & { readonly version: number },
): Readonly<Record<string, string>> {
  const start = wallTimeOf(event.startsAt, event.zone);
  const end = wallTimeOf(event.endsAt, event.zone);
  return {
    version: String(event.version),
    title: event.title,
    lang: event.lang,
    summary: event.summary,
    body: event.body,
    host: event.host,
    speakers: writeSpeakers(event.speakers),
    day: start.day,
    time: start.time,
    endDay: end.day,
    endTime: end.time,
    zone: event.zone,
    place: event.place ?? '',
    link: event.link ?? '',
    seats: event.seats === null ? '' : String(event.seats),
  };
}
