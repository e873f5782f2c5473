import { z } from 'zod';
import type { Subscriber } from '../../../platform/events/event.ts';
import { mailRefused } from '../../../platform/mail/send-mail.job.ts';
import { noteRefused } from './refused-letters.queries.ts';

/** A letter box that is full for a weekend comes back; one that refused so many letters in a row is gone. */
export const refusalsInARow = 3;

const shape = z.object({ mail: z.uuid() });

/** Hears from the mail server's answers; letters of others are none of ours, and change nothing. */
export const pauseContacts: Subscriber = {
  name: 'notify.pause-contacts',
  events: [mailRefused],
  handle: async (db, events) => {
    const now = events.at(-1)?.at;
    if (now === undefined) return;
    const mails = events.map((event) => shape.parse(event.data).mail);
    await noteRefused(db, { mails, now, most: refusalsInARow });
  },
};
