import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { answerSurvey, assessOwnWork, handIn, votePoll } from '../../assessment/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { blockDone, workAssessed } from '../ledger/entry.ts';
import { type Recorded, recordProgress } from '../record-progress/record-progress.ts';
import type { Sent } from './answer-questions.ts';
import { blockToAnswer } from './block-to-answer.ts';

/** Answers a poll or a survey; done with that. @throws Refusal as `learnerIn`, 404, 422 when something was left out */
export async function vote(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, form }: Sent,
): Promise<Recorded> {
  const { enrolment, block } = blockToAnswer(place, actor, blockId, 'poll', 'survey');
  const { course, unit } = place;
  const input = { takerId: enrolment.id, courseId: course.id, blockId, form: form.form };
  const { content } = block;
  if (content.type === 'poll') await votePoll(db, actor, { ...input, content });
  else await answerSurvey(db, actor, { ...input, content });
  const entries = [blockDone(unit.id, blockId)];
  return recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}

/** Hands in work; it counts once somebody accepted it. @throws Refusal as `learnerIn`, 404, and those of assessment */
export async function handInWork(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, form }: Sent,
): Promise<Recorded> {
  const { enrolment, block } = blockToAnswer(place, actor, blockId, 'assignment');
  const { course, unit } = place;
  const { content } = block;
  const taken = { takerId: enrolment.id, courseId: course.id, blockId, content, form: form.form };
  await handIn(db, actor, { ...taken, files: form.files, tooLarge: form.tooLarge });
  const entries = [blockDone(unit.id, blockId)];
  return recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}

/** Judges one's own work, where the assignment says so: it is accepted with that. */
export async function judgeOwnWork(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, form }: Sent,
): Promise<Recorded> {
  const { enrolment, block } = blockToAnswer(place, actor, blockId, 'assignment');
  const { course, unit } = place;
  const workId = form.form.get('work') ?? '';
  const input = { takerId: enrolment.id, workId, content: block.content, form: form.form };
  const { points, of } = await assessOwnWork(db, actor, input);
  const judged = { points, of, passed: true, judgement: 1 };
  const entries = [workAssessed(unit.id, blockId, workId, judged)];
  return recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}
