import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';
import type { Conversation } from './message.ts';

const of = (db: Db) => tables<LearningTables>(db);

interface Of {
  readonly enrolmentId: string;
}

export interface Held {
  readonly state: Conversation['state'];
  /** All messages. */
  readonly all: number;
  /** The learner's since an hour. */
  readonly lately: number;
  /** Whether this very message is there already. */
  readonly isThere: boolean;
}

/** The conversation, begun where there is none, held until the deed is done: two tabs write one after the other. */
export async function holdConversation(
  db: Db,
  place: Of & { readonly courseId: string; readonly messageId: string; readonly now: Date },
): Promise<Held> {
  const { enrolmentId, courseId, messageId, now } = place;
  const held = await sql<{ state: Conversation['state'] }>`
    insert into learning.conversation (enrolment_id, course_id, last_at)
    values (${enrolmentId}::uuid, ${courseId}::uuid, ${now}::timestamptz)
    on conflict (enrolment_id) do update set course_id = excluded.course_id returning state`.execute(of(db));
  // a statement of its own: what others wrote while this one waited counts
  const { rows } = await sql<Omit<Held, 'state'>>`
    select count(*)::int as all, count(*) filter (where by_learner
        and at > ${now}::timestamptz - interval '1 hour')::int as lately,
      coalesce(bool_or(id = ${messageId}::uuid), false) as "isThere"
    from learning.message where enrolment_id = ${enrolmentId}::uuid`.execute(of(db));
  const [state] = held.rows;
  const [counts] = rows;
  if (!state || !counts) throw new Error('a conversation was neither found nor begun');
  return { ...state, ...counts };
}

/** A learner's words wait from now on, unless earlier ones wait already. */
export async function insertQuestion(
  db: Db,
  message: Of & {
    readonly id: string;
    readonly unitId: string;
    readonly good: string;
    readonly bad: string;
    readonly words: string;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    with made as (
      insert into learning.message (id, enrolment_id, by_learner, unit_id, good, bad, words, at)
      values (${message.id}::uuid, ${message.enrolmentId}::uuid, true, ${message.unitId}, ${message.good},
        ${message.bad}, ${message.words}, ${message.at}::timestamptz)
      on conflict (id) do nothing returning at)
    update learning.conversation c set state = 'open', last_at = made.at,
      waiting_since = coalesce(c.waiting_since, made.at)
    from made where c.enrolment_id = ${message.enrolmentId}::uuid`.execute(of(db));
}

/** An answer ends the waiting and is unread by the learner. */
export async function insertAnswer(
  db: Db,
  message: Of & {
    readonly id: string;
    readonly words: string;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<void> {
  await sql`
    with made as (
      insert into learning.message (id, enrolment_id, by_learner, author_id, words, at)
      values (${message.id}::uuid, ${message.enrolmentId}::uuid, false, ${message.by}::uuid, ${message.words},
        ${message.at}::timestamptz)
      on conflict (id) do nothing returning at)
    update learning.conversation c set state = 'open', last_at = made.at, waiting_since = null, unread = c.unread + 1,
      untold = true
    from made where c.enrolment_id = ${message.enrolmentId}::uuid`.execute(of(db));
}

/** Takes a learner's own message away; what waits then is counted anew. A conversation without a word goes too. */
export async function deleteQuestion(
  db: Db,
  { enrolmentId, id }: Of & { readonly id: string },
): Promise<void> {
  await sql`delete from learning.message
    where id = ${id}::uuid and enrolment_id = ${enrolmentId}::uuid and by_learner`.execute(of(db));
  await sql`
    update learning.conversation c set waiting_since = (
      select min(m.at) from learning.message m where m.enrolment_id = c.enrolment_id and m.by_learner and m.at > coalesce(
        (select max(a.at) from learning.message a where a.enrolment_id = c.enrolment_id and not a.by_learner), '-infinity'))
    where c.enrolment_id = ${enrolmentId}::uuid and c.waiting_since is not null`.execute(of(db));
  await sql`delete from learning.conversation c where c.enrolment_id = ${enrolmentId}::uuid and c.state <> 'closed'
    and not exists (select from learning.message m where m.enrolment_id = c.enrolment_id)`.execute(of(db));
}

/** Answers that came after this instant stay unread. */
export async function markRead(db: Db, { enrolmentId, upTo }: Of & { readonly upTo: Date }): Promise<void> {
  await sql`
    update learning.conversation c set unread = left_over.n, untold = c.untold and left_over.n > 0
    from (select count(*)::int as n from learning.message m where m.enrolment_id = ${enrolmentId}::uuid
      and not m.by_learner and m.at > ${upTo}::timestamptz) left_over
    where c.enrolment_id = ${enrolmentId}::uuid and c.unread > 0`.execute(of(db));
}

/** Puts a conversation into another state; false where it is in it already. */
export async function setState(
  db: Db,
  change: Of & {
    readonly from: Conversation['state'][];
    readonly to: Conversation['state'];
    readonly reason: string;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update learning.conversation set state = ${change.to}, reason = ${change.reason}, waiting_since = null
    where enrolment_id = ${change.enrolmentId}::uuid and state = any(${change.from}::text[])
    returning enrolment_id as id`.execute(of(db));
  return rows.length > 0;
}

/** True once an enrolment: from then on its learner chooses what to hear of. */
export async function beginHearing(db: Db, enrolmentId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update learning.enrolment set hears_back = true where id = ${enrolmentId}::uuid and not hears_back
    returning id`.execute(of(db));
  return rows.length > 0;
}
