import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { BlockContent, Question, StaffMember } from '../../courses/index.ts';
import type { AssessmentTables } from '../tables.ts';
import type { VoteContent } from '../vote/vote.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

/** Learners whose first attempts are counted: the latest ones, so that the figures speak of the course as it is. */
export const mostLearners = 5000;

/** How a question did, over the first answers of first attempts. */
export interface ItemRow {
  readonly blockId: string;
  readonly key: string;
  /** How many answered it. */
  readonly answered: number;
  /** Mean credit, 0 (nobody got it) to 1. */
  readonly difficulty: number;
  /**
   * Correlation of its credit with the mean credit of the same people in all their other questions of the course, -1 to 1
   * (point-biserial for right or wrong); null where either does not vary.
   */
  readonly discrimination: number | null;
  /** How often each choice was made, or each short text was written, most often first. */
  readonly answers: readonly { readonly answer: string; readonly n: number }[];
}

/** Texts that fewer people wrote are their own business. */
const fewestAlike = 3;

export async function itemRows(db: Db, courseId: string): Promise<ItemRow[]> {
  const rows = await sql<ItemRow>`
    with recent as (
      select taker_id from assessment.attempt where course_id = ${courseId}::uuid
      group by taker_id order by max(started_at) desc limit ${mostLearners}),
    first_answer as (
      select distinct on (x.attempt_id, x.question_id) a.taker_id, a.block_id, x.question_id as key, x.answer, x.credit
      from assessment.attempt a join recent using (taker_id) join assessment.answer x on x.attempt_id = a.id
      where a.course_id = ${courseId}::uuid and a.number = 1 and x.submitted and not x.late and x.credit is not null
      order by x.attempt_id, x.question_id, x.revision),
    beside as (
      select block_id, key, credit, (sum(credit) over person - credit) / nullif(count(*) over person - 1, 0) as rest
      from first_answer window person as (partition by taker_id)),
    said as (
      select block_id, key, each.answer, count(*) as n from first_answer f,
        lateral (
          select f.answer ->> 'id' as answer where f.answer ->> 'kind' in ('choice', 'place')
          union all select jsonb_array_elements_text(f.answer -> 'ids') where f.answer ->> 'kind' = 'choices'
          union all select lower(left(trim(f.answer ->> 'text'), 80)) where f.answer ->> 'kind' = 'text') each
      where each.answer <> ''
      group by block_id, key, each.answer, f.answer ->> 'kind'
      having f.answer ->> 'kind' <> 'text' or count(*) >= ${fewestAlike})
    select b.block_id as "blockId", b.key, count(*) as answered, avg(greatest(b.credit, 0)) as difficulty, corr(b.credit, b.rest) as discrimination,
      (select coalesce(jsonb_agg(jsonb_build_object('answer', s.answer, 'n', s.n) order by s.n desc, s.answer), '[]')
        from said s where s.block_id = b.block_id and s.key = b.key) as answers
    from beside b group by b.block_id, b.key order by b.block_id, b.key`.execute(of(db));
  return rows.rows;
}

export interface AskedVote {
  readonly blockId: string;
  readonly title: string;
  readonly unitTitle: string;
  readonly content: VoteContent;
}

export interface AskedCourse {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly staff: readonly StaffMember[];
  /** Sets of questions that learners see, in their order. */
  readonly sets: readonly {
    readonly blockId: string;
    readonly title: string;
    readonly unitTitle: string;
    readonly content: BlockContent;
  }[];
  /** Polls and surveys that learners see, in their order. */
  readonly votes: readonly AskedVote[];
  readonly banked: readonly { readonly key: string; readonly question: Question }[];
}

const blocksOf = (types: readonly string[]) => sql`
  (select coalesce(jsonb_agg(jsonb_build_object('blockId', b.block_id, 'title', b.title, 'unitTitle', b.unit_title,
      'content', b.content) order by b.position), '[]')
    from courses.published_block b where b.course_id = c.id and b.content ->> 'type' = any(${types}::text[]))`;

/** A course with its questions, polls and surveys, as learners see them. */
export async function askedCourse(db: Db, courseId: string): Promise<AskedCourse | undefined> {
  const rows = await sql<AskedCourse>`
    select c.id, c.title, c.lang,
      (select coalesce(jsonb_agg(jsonb_build_object('personId', s.person_id, 'role', s.role)), '[]')
        from courses.team s where s.course_id = c.id) as staff,
      ${blocksOf(['questions'])} as sets, ${blocksOf(['poll', 'survey'])} as votes,
      (select coalesce(jsonb_agg(jsonb_build_object('key', q.bank_id || '.' || q.question_id, 'question', q.question)), '[]')
        from courses.published_bank_question q where q.course_id = c.id) as banked
    from courses.taught_course c where c.id = ${courseId}::uuid`.execute(of(db));
  return rows.rows[0];
}
