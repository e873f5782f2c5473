import type { Actor } from '../actor.ts';
import type { Db } from '../db/database.ts';
import { enqueue } from '../jobs/jobs.queries.ts';
import { insertEvent } from './events.queries.ts';

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
