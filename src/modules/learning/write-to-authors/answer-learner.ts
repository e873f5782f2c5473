import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayTeach } from '../../courses/index.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import { conversationClosed, conversationFull, conversationNotFound, courseNotFound } from '../refusals.ts';
import {
  conversationToAnswer,
  type ConversationToAnswer,
  courseTalked,
  type CourseTalked,
} from './conversations.queries.ts';
import { type AnswerInput, mostInAll, typed } from './message.ts';
import { askToTell } from './tell-answers.job.ts';
import { holdConversation, insertAnswer, setState } from './write.queries.ts';

/** A course for those who teach it. @throws Refusal 404 for everybody else */
export async function courseToAnswer(db: Db, actor: Actor, courseId: string): Promise<CourseTalked> {
  const course = isUuid(courseId) ? await courseTalked(db, courseId) : undefined;
  demand(course !== undefined && mayTeach(course.staff, actor), courseNotFound);
  return course;
}

export interface Whose {
  readonly courseId: string;
  readonly enrolmentId: string;
}

export interface Found {
  readonly course: CourseTalked;
  readonly conversation: ConversationToAnswer;
}

/** A learner's conversation, for those who teach the course. Two statements. @throws Refusal 404 */
export async function conversationAtHand(
  db: Db,
  actor: Actor,
  { courseId, enrolmentId }: Whose,
): Promise<Found> {
  const course = await courseToAnswer(db, actor, courseId);
  const conversation = isUuid(enrolmentId)
    ? await conversationToAnswer(db, { courseId, enrolmentId })
    : undefined;
  if (!conversation) throw conversationNotFound();
  return { course, conversation };
}

/** Answers a learner, who is told; the form sent twice is one answer. @throws Refusal 404, 409 when it is closed or full */
export async function answerLearner(
  db: Db,
  actor: Actor,
  { input, ...whose }: Whose & { readonly input: AnswerInput },
): Promise<void> {
  await conversationAtHand(db, actor, whose);
  const held = await holdConversation(db, { ...whose, messageId: input.id, now: actor.now });
  if (held.isThere) return;
  demand(held.state !== 'closed', conversationClosed);
  demand(held.all < mostInAll, conversationFull);
  await insertAnswer(db, {
    id: input.id,
    enrolmentId: whose.enrolmentId,
    words: input.words,
    by: actor.kind === 'person' ? (actor.id ?? null) : null,
    at: actor.now,
  });
  await askToTell(db, whose.enrolmentId, actor.now);
}

/** Why a conversation is closed stands on the learner's page. */
export const stateForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('settle') }),
  z.object({ do: z.literal('reopen') }),
  z.object({
    do: z.literal('close'),
    reason: typed(500).pipe(z.string().min(1, 'learning.talk.error.reason')),
  }),
]);

/** Nothing waits any more, nobody writes any more, or both may again; closing and opening are audited. @throws Refusal 404 */
export async function changeState(
  db: Db,
  actor: Actor,
  { input, ...whose }: Whose & { readonly input: z.output<typeof stateForm> },
): Promise<void> {
  const { conversation } = await conversationAtHand(db, actor, whose);
  const { enrolmentId, personId } = conversation;
  if (input.do === 'settle') {
    await setState(db, { enrolmentId, from: ['open'], to: 'settled', reason: '' });
    return;
  }
  const closes = input.do === 'close';
  const done = await setState(db, {
    enrolmentId,
    from: closes ? ['open', 'settled'] : ['closed'],
    to: closes ? 'closed' : 'open',
    reason: closes ? input.reason : '',
  });
  if (!done) return;
  const action = closes ? 'close-conversation' : 'open-conversation-again';
  await audit(db, actor, action, personId, { enrolment: enrolmentId, course: whose.courseId });
}
