import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { answerSurvey, assessOwnWork, handIn, votePoll } from '../../assessment/index.ts';
import type { UnitPlace } from '../find-place/place.ts';
import { blockDone, workAssessed } from '../ledger/entry.ts';
import { learnerIn } from '../play-unit/finish-unit.ts';
import { type Recorded, recordProgress } from '../record-progress/record-progress.ts';
import { blockNotFound } from '../refusals.ts';
import type { Sent } from './answer-questions.ts';
import { isA } from './answering-in-unit.ts';

/** Answers a poll or a survey; done with that. @throws Refusal as `learnerIn`, 404, 422 when something was left out */
export async function vote(
  db: Db,
  actor: Actor,
  place: UnitPlace,
  { blockId, form }: Sent,
): Promise<Recorded> {
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const block = place.blocks.filter(isA('poll', 'survey')).find(({ id }) => id === blockId);
  if (!block) throw blockNotFound();
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
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const block = place.blocks.filter(isA('assignment')).find(({ id }) => id === blockId);
  if (!block) throw blockNotFound();
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
  const enrolment = learnerIn(place, actor);
  const { course, unit } = place;
  const block = place.blocks.filter(isA('assignment')).find(({ id }) => id === blockId);
  if (!block) throw blockNotFound();
  const workId = form.form.get('work') ?? '';
  const input = { takerId: enrolment.id, workId, content: block.content, form: form.form };
  const { points, of } = await assessOwnWork(db, actor, input);
  const judged = { points, of, passed: true, judgement: 1 };
  const entries = [workAssessed(unit.id, blockId, workId, judged)];
  return recordProgress(db, actor, { course, enrolment, entries, unitId: unit.id });
}
