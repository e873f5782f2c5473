import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import { storableJson, storableText } from '../../../platform/db/storable-text.ts';
import type { HandedFile } from '../mark-answer/answer.ts';
import type { AssessmentTables, WorkState } from '../tables.ts';

const of = (db: Db) => tables<AssessmentTables>(db);

/** A version of somebody's work on an assignment. */
export interface WorkVersion {
  readonly id: string;
  readonly blockId: string;
  readonly version: number;
  readonly text: string;
  readonly files: readonly HandedFile[];
  readonly state: WorkState;
  readonly handedInAt: Date;
  /** By criterion: id of the level. */
  readonly levels: Readonly<Record<string, string>>;
  readonly points: number | null;
  readonly comment: string;
  readonly assessedAt: Date | null;
  /** Name of who assessed it; absent where it was the person themselves. */
  readonly assessor: string | null;
}

/** Somebody's work on these assignments, the latest version of each first. */
export async function readWork(db: Db, takerId: string, blockIds: readonly string[]): Promise<WorkVersion[]> {
  const rows = await sql<WorkVersion>`
    select w.id, w.block_id as "blockId", w.version, w.text, w.files, w.state, w.handed_in_at as "handedInAt", w.levels,
      w.points, w.comment, w.assessed_at as "assessedAt",
      case when w.assessed_by <> w.person_id then p.name end as assessor
    from assessment.work w left join accounts.public_person p on p.id = w.assessed_by
    where w.taker_id = ${takerId}::uuid and w.block_id = any(${blockIds}::text[]) and w.question_id = ''
    order by w.block_id, w.version desc`.execute(of(db));
  return rows.rows;
}

export interface HandedIn {
  readonly id: string;
  readonly takerId: string;
  readonly personId: string;
  readonly courseId: string;
  readonly blockId: string;
  readonly text: string;
  readonly files: readonly HandedFile[];
  /** Whose judgement it waits for: a teacher's, or one's own. */
  readonly state: 'waiting' | 'own';
  readonly at: Date;
}

/**
 * Keeps a new version; one that nobody has looked at yet gives way to it. Two at the same moment are one after the other
 * by the number of the version: the second fails and is tried again.
 * @returns its number; undefined when it is there already or another took its number
 */
export async function insertWork(db: Db, work: HandedIn): Promise<number | undefined> {
  const { id, takerId, personId, courseId, blockId, text, files, state, at } = work;
  const rows = await sql<{ version: number }>`
    with handed_in as (
      insert into assessment.work (id, taker_id, person_id, course_id, block_id, version, text, files, state, handed_in_at)
      select ${id}::uuid, ${takerId}::uuid, ${personId}::uuid, ${courseId}::uuid, ${blockId}, 1 + count(*),
        ${storableText(text)}, ${storableJson(files)}::jsonb, ${state}, ${at}
      from assessment.work where taker_id = ${takerId}::uuid and block_id = ${blockId} and question_id = ''
      on conflict do nothing returning version),
    replaced as (
      update assessment.work w set state = 'replaced' from handed_in
      where w.taker_id = ${takerId}::uuid and w.block_id = ${blockId} and w.question_id = '' and w.state in ('waiting', 'own')
        and w.version < handed_in.version)
    select version from handed_in`.execute(of(db));
  return rows.rows[0]?.version;
}

export interface OwnVerdict {
  readonly workId: string;
  readonly takerId: string;
  readonly personId: string;
  readonly levels: Readonly<Record<string, string>>;
  readonly points: number;
  readonly at: Date;
}

/** One's own judgement of one's own work; false when that version waits for none. */
export async function settleOwnWork(
  db: Db,
  { workId, takerId, personId, levels, points, at }: OwnVerdict,
): Promise<boolean> {
  const result = await of(db)
    .updateTable('assessment.work')
    .set({
      state: 'accepted',
      levels: JSON.stringify(levels),
      points,
      assessed_at: at,
      assessed_by: personId,
    })
    .where('id', '=', workId)
    .where('taker_id', '=', takerId)
    .where('question_id', '=', '')
    .where('state', '=', 'own')
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}
