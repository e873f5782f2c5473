import { systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Event, Subscriber } from '../../../platform/events/event.ts';
import { systemIds } from '../../../platform/time/ids.ts';
import { workAssessed as workAssessedName, type WorkAssessed } from '../../assessment/index.ts';
import { findEnrolment } from '../find-place/find-place.ts';
import { answered, type Entry, workAssessed } from '../ledger/entry.ts';
import { recordProgress } from '../record-progress/record-progress.ts';

/** What a person made of handed-in work counts in the ledger of who handed it in. */
export const assessedWork: Subscriber = {
  name: 'learning.assessed-work',
  events: [workAssessedName],
  async handle(db, events) {
    for (const event of events) await take(db, event);
  },
};

async function take(db: Db, event: Event): Promise<void> {
  const work = event.data as WorkAssessed;
  const place = await findEnrolment(db, work.takerId, work);
  const unit = place?.course.outline.sections
    .flatMap(({ units }) => units)
    .find(({ blocks }) => blocks.some(({ id }) => id === work.blockId));
  if (!place || !unit) return;
  const actor = systemActor('learning.assessed-work', event.at, systemIds({ now: () => event.at }));
  await recordProgress(db, actor, { ...place, entries: [entryOf(work, unit.id, event.at)] });
}

/** Of an assignment the latest word counts; of a question in a set the points of its attempt, and the best attempt. */
function entryOf(work: WorkAssessed, unitId: string, at: Date): Entry {
  const { workId, blockId, questionId, state, points, of, passed } = work;
  if (questionId !== '')
    return answered(unitId, blockId, `assessed:${workId}:${points}/${of}`, { points, of, passed });
  const judgement = Math.floor(at.getTime() / 1000);
  const isAccepted = state === 'accepted';
  return workAssessed(unitId, blockId, `${workId}:${judgement}`, {
    ...{ points, of, judgement },
    passed: isAccepted,
  });
}
