import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { type ReadForm, type SetResult, submitSet } from '../../assessment/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { answered } from '../ledger/entry.ts';
import { type Recorded, recordProgress } from '../record-progress/record-progress.ts';
import { setSceneOf } from './answering-in-unit.ts';
import { blockToAnswer } from './block-to-answer.ts';

/** What was sent of a block. */
export interface Sent {
  readonly blockId: string;
  readonly form: ReadForm;
}

/**
 * Takes the answers to a set of questions, and writes what they came to into the ledger, in one transaction: all is kept, or
 * nothing is and the page says so. Sending the same again changes nothing.
 * @throws Refusal 403, 404, 409 as `learnerIn`; 409 of assessment when no attempt is left
 */
export async function answerQuestions(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, form }: Sent,
): Promise<Recorded> {
  const { enrolment, block } = blockToAnswer(place, actor, blockId, 'questions');
  const { course, unit } = place;
  const { now: _now, ...scene } = setSceneOf(place, block, actor.now);
  const result = await submitSet(db, actor, {
    ...scene,
    takerId: enrolment.id,
    courseId: course.id,
    form: form.form,
    files: form.files,
    tooLarge: form.tooLarge,
  });
  // what was only typed or only begun is kept by assessment, and says nothing of progress yet
  const entries = result.perQuestion.length === 0 ? [] : [entryOf(unit.id, blockId, result)];
  return recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}

/** An attempt has one entry for each state that it came to, so that a replay finds its own. */
function entryOf(unitId: string, blockId: string, { attempt, best, finished }: SetResult) {
  const { points, of, passed } = best;
  const state = `${attempt}:${points}/${of}${passed ? ':passed' : ''}${finished ? ':finished' : ''}`;
  return answered(unitId, blockId, state, { points, of, passed, finished });
}
