import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { AssessmentTables } from '../tables.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

export interface Choice {
  /** '' for a poll. */
  readonly questionId: string;
  readonly optionId: string;
}

export interface CountedChoice extends Choice {
  readonly votes: number;
}

export interface BlockVotes {
  readonly blockId: string;
  /** What this person chose. */
  readonly own: readonly Choice[];
  /** How many people answered. */
  readonly voters: number;
  readonly counts: readonly CountedChoice[];
}

/** Votes of several blocks: one's own, and what all of them come to. @param takerId null for somebody who only looks */
export async function readVotes(
  db: Db,
  courseId: string,
  blockIds: readonly string[],
  takerId: string | null,
): Promise<ReadonlyMap<string, BlockVotes>> {
  const rows = await sql<BlockVotes>`
    select n.block_id as "blockId",
      (select coalesce(jsonb_agg(jsonb_build_object('questionId', v.question_id, 'optionId', v.option_id)), '[]')
        from assessment.vote v where v.taker_id = ${takerId}::uuid and v.block_id = n.block_id) as own,
      (select count(distinct v.taker_id) from assessment.vote v
        where v.course_id = ${courseId}::uuid and v.block_id = n.block_id) as voters,
      (select coalesce(jsonb_agg(jsonb_build_object('questionId', c.question_id, 'optionId', c.option_id, 'votes', c.votes)), '[]')
        from (select question_id, option_id, count(*) as votes from assessment.vote
          where course_id = ${courseId}::uuid and block_id = n.block_id group by 1, 2) c) as counts
    from unnest(${blockIds}::text[]) as n (block_id)`.execute(of(db));
  return new Map(rows.rows.map((row) => [row.blockId, row]));
}

export interface Votes {
  readonly takerId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly choices: readonly Choice[];
  readonly at: Date;
}

/** What somebody chose takes the place of what they chose before; returns whether anything changed. */
export async function replaceVotes(
  db: Db,
  { takerId, personId, courseId, blockId, choices, at }: Votes,
): Promise<boolean> {
  const chosen = JSON.stringify(choices);
  const rows = await sql<{ changed: boolean }>`
    with chosen as (
      select "questionId" as question_id, "optionId" as option_id
      from jsonb_to_recordset(${chosen}::jsonb) as x ("questionId" text, "optionId" text)),
    gone as (
      delete from assessment.vote v where v.taker_id = ${takerId}::uuid and v.block_id = ${blockId}
        and not exists (select 1 from chosen c where c.question_id = v.question_id and c.option_id = v.option_id)
      returning 1),
    added as (
      insert into assessment.vote (taker_id, person_id, course_id, block_id, question_id, option_id, at)
      select ${takerId}::uuid, ${personId}::uuid, ${courseId}::uuid, ${blockId}, question_id, option_id, ${at} from chosen
      on conflict do nothing returning 1)
    select exists (select 1 from gone) or exists (select 1 from added) as changed`.execute(of(db));
  return rows.rows[0]?.changed === true;
}
