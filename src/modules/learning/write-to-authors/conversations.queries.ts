import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { StaffMember } from '../../courses/index.ts';
import type { LearningTables } from '../tables.ts';
import type { Conversation } from './message.ts';

const of = (db: Db) => tables<LearningTables>(db);

const messagesShown = 100;

const messages = sql`(select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'byLearner', m.by_learner,
    'author', a.name, 'unitId', m.unit_id, 'good', m.good, 'bad', m.bad, 'words', m.words, 'at', m.at)
    order by m.at, m.id), '[]')
  from (select * from learning.message where enrolment_id = c.enrolment_id
    order by at desc, id desc limit ${messagesShown}) m
  left join accounts.public_person a on a.id = m.author_id)`;
const columns = sql`c.state, c.reason, c.unread, c.waiting_since is not null as "isWaiting", ${messages} as messages`;

/** What a learner reported in a course, and what came of it. */
export interface OwnReport {
  readonly id: string;
  readonly unitId: string;
  readonly fault: 'typo' | 'wrong' | 'broken' | 'unclear' | 'other';
  readonly words: string;
  readonly state: 'open' | 'mended' | 'no-fault';
  readonly answer: string;
  /** ISO instant. */
  readonly at: string;
}

export interface OwnVoice {
  readonly conversation: Conversation | null;
  /** The latest first, up to fifty. */
  readonly reports: readonly OwnReport[];
}

/** All that a learner and the authors said to each other, in one statement. */
export async function ownVoice(db: Db, enrolmentId: string): Promise<OwnVoice> {
  const { rows } = await sql<OwnVoice>`
    select (select to_jsonb(x) from (select ${columns} from learning.conversation c
        where c.enrolment_id = ${enrolmentId}::uuid) x) as conversation,
      (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'unitId', f.unit_id, 'fault', f.fault, 'words', f.words,
          'state', f.state, 'answer', f.answer, 'at', f.at) order by f.at desc, f.id), '[]')
        from (select * from learning.fault_report where enrolment_id = ${enrolmentId}::uuid
          order by at desc, id limit 50) f) as reports`.execute(of(db));
  return rows[0] ?? { conversation: null, reports: [] };
}

export interface ConversationLine {
  readonly enrolmentId: string;
  readonly name: string;
  readonly runTitle: string;
  readonly state: Conversation['state'];
  readonly isWaiting: boolean;
  readonly lastAt: Date;
  /** How the latest message begins. */
  readonly begins: string;
  readonly byLearner: boolean;
}

export interface ConversationQuestion {
  readonly courseId: string;
  /** Of one run; of all where absent. */
  readonly runId: string | undefined;
  readonly show: 'waiting' | 'all';
  readonly page: number;
}

export const conversationsPerPage = 30;

/** A page of the conversations of a course: those that wait longest first, else the latest first. */
export async function conversationsOf(
  db: Db,
  { courseId, runId, show, page }: ConversationQuestion,
): Promise<{ readonly lines: readonly ConversationLine[]; readonly total: number }> {
  const { rows } = await sql<ConversationLine & { total: number }>`
    select c.enrolment_id as "enrolmentId", p.name, r.title as "runTitle", c.state,
      c.waiting_since is not null as "isWaiting", c.last_at as "lastAt", coalesce(m.begins, '') as begins,
      coalesce(m.by_learner, true) as "byLearner", count(*) over ()::int as total
    from learning.conversation c join learning.enrolment e on e.id = c.enrolment_id
    join accounts.public_person p on p.id = e.person_id join courses.offering r on r.id = e.run_id
    left join lateral (select by_learner, left(concat_ws(' ', nullif(words, ''), nullif(good, ''), nullif(bad, '')), 160) as begins
      from learning.message where enrolment_id = c.enrolment_id order by at desc, id desc limit 1) m on true
    where c.course_id = ${courseId}::uuid and (${runId ?? null}::uuid is null or e.run_id = ${runId ?? null}::uuid)
      and (${show} = 'all' or c.waiting_since is not null)
    order by case when ${show} = 'waiting' then c.waiting_since end, c.last_at desc, c.enrolment_id
    limit ${conversationsPerPage} offset ${(page - 1) * conversationsPerPage}`.execute(of(db));
  return { lines: rows.map(({ total: _total, ...line }) => line), total: rows[0]?.total ?? 0 };
}

export interface CourseTalked {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly staff: readonly StaffMember[];
  /** Titles of its units by id, as learners see them. */
  readonly units: Readonly<Record<string, string>>;
}

/** A course with who works on it. */
export async function courseTalked(db: Db, courseId: string): Promise<CourseTalked | undefined> {
  const { rows } = await sql<CourseTalked>`
    select c.id, c.slug, c.title, c.lang,
      coalesce((select jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role))
        from courses.team s where s.course_id = c.id), '[]') as staff,
      coalesce((select jsonb_object_agg(u ->> 'id', u ->> 'title') from courses.taught t,
        jsonb_path_query(t.outline, '$.sections[*].units[*]') u where t.id = c.id), '{}') as units
    from courses.taught_course c where c.id = ${courseId}::uuid`.execute(of(db));
  return rows[0];
}

export interface ConversationToAnswer extends Conversation {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly runId: string;
  /** Of their run. */
  readonly zone: string;
}

/** One conversation of a course with who it is. */
export async function conversationToAnswer(
  db: Db,
  { courseId, enrolmentId }: { readonly courseId: string; readonly enrolmentId: string },
): Promise<ConversationToAnswer | undefined> {
  const { rows } = await sql<ConversationToAnswer>`
    select c.enrolment_id as "enrolmentId", e.person_id as "personId", p.name, e.run_id as "runId", r.zone, ${columns}
    from learning.conversation c join learning.enrolment e on e.id = c.enrolment_id
    join accounts.public_person p on p.id = e.person_id join courses.offering r on r.id = e.run_id
    where c.enrolment_id = ${enrolmentId}::uuid and c.course_id = ${courseId}::uuid`.execute(of(db));
  return rows[0];
}
