import { systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { attestationIssued, attestationIssuedData } from '../../credentials/index.ts';
import { proveCompletion } from '../prove-review/settle-proof.ts';
import { standingCourse } from './completed-here.queries.ts';

/** A review that was written before its author completed the course is marked when the attestation comes. */
export const completedHereSubscriber: Subscriber = {
  name: 'reviews-completed-here',
  events: [attestationIssued],
  handle: markReviews,
};

async function markReviews(db: Db, events: readonly Event[]): Promise<void> {
  for (const { data, at } of events) {
    const { personId, listingId } = attestationIssuedData.parse(data);
    if (listingId === undefined) continue;
    const actor = systemActor('reviews-completed-here', at, systemIds({ now: () => at }));
    await proveCompletion(db, actor, { personId, courseId: await standingCourse(db, listingId) });
  }
}
