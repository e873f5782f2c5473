import type { Db } from '../db/database.ts';
import { transact } from '../db/transact.ts';
import type { Clock } from '../time/clock.ts';
import type { Subscriber } from './event.ts';
import { movePlace, nextEvents } from './events.queries.ts';

const batch = 500;

/** Brings every subscriber up to date, a batch and a transaction at a time. A subscriber that fails stops only itself. */
export async function deliverEvents(db: Db, subscribers: readonly Subscriber[], clock: Clock): Promise<void> {
  const failures: Error[] = [];
  for (const subscriber of subscribers) {
    try {
      while (await deliverBatch(db, subscriber, clock)) continue;
    } catch (error) {
      failures.push(new Error(`subscriber ${subscriber.name}`, { cause: error }));
    }
  }
  if (failures.length > 0) throw failures.length === 1 ? failures[0] : new AggregateError(failures);
}

function deliverBatch(db: Db, subscriber: Subscriber, clock: Clock): Promise<boolean> {
  return transact(db, async (inner) => {
    const { events, more } = await nextEvents(inner, subscriber.name, subscriber.events, clock.now(), batch);
    const last = events.at(-1);
    if (!last) return false;
    await subscriber.handle(inner, events);
    await movePlace(inner, subscriber.name, last, clock.now());
    return more;
  });
}
