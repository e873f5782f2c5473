import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { unitsOf } from '../ledger/standing.ts';
import {
  conversationClosed,
  conversationFull,
  enrolFirst,
  tooManyMessages,
  unitNotFound,
} from '../refusals.ts';
import { keeperIn } from '../take-notes/take-notes.ts';
import { hearBack } from './hear-back.ts';
import { type MessageInput, mostAnHour, mostInAll } from './message.ts';
import { deleteQuestion, holdConversation, insertQuestion, markRead } from './write.queries.ts';

/**
 * A learner writes to those who teach the course; the form sent twice is one message.
 * @throws Refusal 403 for who does not learn here, 404 for a unit of elsewhere, 409 when it was closed or is full, 429
 */
export async function writeToAuthors(
  db: Db,
  actor: Actor,
  place: CoursePlace,
  input: MessageInput,
): Promise<void> {
  const { id: enrolmentId } = keeperIn(place);
  const { course } = place;
  demand(input.unit === '' || unitsOf(course.outline).some(({ id }) => id === input.unit), unitNotFound);
  const held = await holdConversation(db, {
    enrolmentId,
    courseId: course.id,
    messageId: input.id,
    now: actor.now,
  });
  if (held.isThere) return;
  demand(held.state !== 'closed', conversationClosed);
  demand(held.lately < mostAnHour, () => tooManyMessages(mostAnHour));
  demand(held.all < mostInAll, conversationFull);
  const { id, unit: unitId, good, bad, words } = input;
  await insertQuestion(db, { id, enrolmentId, unitId, good, bad, words, at: actor.now });
  await hearBack(db, actor, { enrolmentId, course });
}

/** Whoever was ever in the course reads what was written to them, after leaving too. @throws Refusal 403 */
export function ownConversation({ enrolment }: CoursePlace): string {
  if (!enrolment) throw enrolFirst();
  return enrolment.id;
}

/** Takes one's own message away; what is gone stays gone. @throws Refusal 403 */
export async function takeMessageBack(db: Db, place: CoursePlace, messageId: string): Promise<void> {
  const enrolmentId = ownConversation(place);
  if (isUuid(messageId)) await deleteQuestion(db, { enrolmentId, id: messageId });
}

/** The learner has read the answers that came up to then. @throws Refusal 403 */
export async function readAnswers(db: Db, place: CoursePlace, upTo: Date): Promise<void> {
  await markRead(db, { enrolmentId: ownConversation(place), upTo });
}
