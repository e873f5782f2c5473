import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { enqueue } from '../jobs/jobs.queries.ts';
import { insertEvent } from './events.queries.ts';

/** A fact that other modules may want to know. */
export interface Event {
  readonly id: string;
  /** 'catalog.courses-changed' */
  readonly name: string;
  readonly version: number;
  readonly at: Date;
  readonly actor: string;
  readonly organisation?: string;
  /** What it is about, when that is one thing. */
  readonly subject?: string;
  readonly data: unknown;
}

export interface Subscriber {
  /** Unique and lasting: its place in the feed is kept under this name. */
  readonly name: string;
  readonly events: readonly string[];
  /** Handles a batch in the order in which it was committed, in one transaction; may be given a batch again. */
  handle(db: Db, events: readonly Event[]): Promise<void>;
}

export const deliverTask = 'deliver-events';

/** Writes the event beside the deed and wakes delivery once the transaction commits. */
export async function publish(
  db: Db,
  actor: Actor,
  event: { name: string; version: number; subject?: string; organisation?: string; data: unknown },
): Promise<void> {
  await insertEvent(db, {
    ...event,
    id: actor.ids.next(),
    at: actor.now,
    actor: actor.id ?? actor.name ?? actor.kind,
  });
  await enqueue(db, deliverTask, {}, { key: deliverTask });
}
