import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { announce } from '../../notify/index.ts';
import { conversationPath, voiceTopic } from './hear-back.ts';
import { takeAnswerToTell, toldAt } from './tell-answers.queries.ts';

const task = 'learning-tell-answers';
const hour = 3_600_000;
/** A worker's clock may be behind that of the page a little. */
const margin = 2000;

/** Has the learner told of an answer: at once, or an hour after they were told last, whichever is later. */
export async function askToTell(db: Db, enrolmentId: string, now: Date): Promise<void> {
  const told = await toldAt(db, enrolmentId);
  const runAt = new Date(Math.max(now.getTime(), told ? told.getTime() + hour + margin : 0));
  await enqueue(db, task, { enrolmentId }, { key: `${task}:${enrolmentId}`, runAt });
}

const payloadSchema = z.object({ enrolmentId: z.uuid() });

/** Tells a learner that there is an answer: once, at most once an hour, and not when they have read it meanwhile. */
export const tellAnswersJob: JobTask = {
  name: task,
  run: ({ db, actor }, payload) =>
    transact(db, (inner) => tellAnswer(inner, actor, payloadSchema.parse(payload).enrolmentId)),
};

async function tellAnswer(db: Db, actor: Actor, enrolmentId: string): Promise<void> {
  const before = new Date(actor.now.getTime() - hour);
  const answer = await takeAnswerToTell(db, { enrolmentId, before, now: actor.now });
  if (!answer) return;
  await announce(db, actor, [
    {
      key: `learning.voice:${enrolmentId}:answer:${answer.messageId}`,
      topic: voiceTopic(enrolmentId),
      want: 'answer',
      sentence: 'learning.voice.news.answer',
      values: { course: answer.title },
      path: conversationPath(answer.slug),
    },
  ]);
}
