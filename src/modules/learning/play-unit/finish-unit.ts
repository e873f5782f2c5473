import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { paceIn } from '../find-place/find-place.ts';
import type { Enrolment, UnitPlace } from '../find-place/place.ts';
import { blockDone, unitSeen } from '../ledger/entry.ts';
import { openingOf, openUnits } from '../ledger/way-on.ts';
import { isUnderWay, standingIn } from '../policy.ts';
import { type Recorded, recordProgress } from '../record-progress/record-progress.ts';
import { blockNotFound, enrolFirst, notOpenYet, runNotUnderWay } from '../refusals.ts';

/**
 * The enrolment in which something is done in this unit now. @throws Refusal 403 for who is not enrolled and for sections
 * not open yet, 409 before a run's first day and after its last
 */
export function learnerIn(place: UnitPlace, actor: Actor): Enrolment {
  const { enrolment, course, section } = place;
  if (!enrolment || standingIn(place, actor) !== 'learner') throw enrolFirst();
  const { open } = openingOf(section, course.outline, enrolment.tally, paceIn(place, actor.now));
  demand(open, notOpenYet);
  demand(isUnderWay(enrolment.run, actor.now), runNotUnderWay);
  return enrolment;
}

export interface Finished {
  /** Where to go on; undefined after the last unit that is open. */
  readonly nextUnitId: string | undefined;
  readonly completesNow: boolean;
}

/** "Done, go on": the unit is seen, and the learner stands before the next one. */
export async function finishUnit(db: Db, actor: Actor, place: UnitPlace): Promise<Finished> {
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const before = openUnits(course.outline, enrolment.tally, paceIn(place, actor.now));
  const at = before.findIndex(({ id }) => id === unit.id);
  const recorded = await recordProgress(db, actor, {
    course,
    enrolment,
    entries: [unitSeen(unit.id)],
    unitId: before[at + 1]?.id ?? unit.id,
  });
  // what was done may have opened a section
  const units = openUnits(course.outline, recorded.tally, paceIn(place, actor.now));
  const next = units[units.findIndex(({ id }) => id === unit.id) + 1];
  return { nextUnitId: next?.id, completesNow: recorded.completesNow };
}

/** Where somebody is, and whether they came to the end of it. */
export async function noteVisit(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { isRead }: { readonly isRead: boolean },
): Promise<void> {
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const entries = isRead ? [unitSeen(unit.id)] : [];
  await recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}

/** "I have done this", of a block that asks for no more than that. @throws Refusal 404 for any other block */
export async function finishBlock(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  blockId: string,
): Promise<Recorded> {
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const block = place.blocks.find(({ id }) => id === blockId);
  if (block?.content.type !== 'done') throw blockNotFound();
  return recordProgress(db, actor, {
    course,
    enrolment,
    entries: [blockDone(unit.id, block.id)],
    unitId: unit.id,
  });
}
