import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Entry } from '../ledger/entry.ts';
import type { BlockTally, Tally } from '../ledger/tally.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface EntryRow {
  readonly id: string;
  readonly kind: Entry['kind'];
  readonly unitId: string | null;
  readonly blockId: string | null;
  readonly data: unknown;
  readonly effect: string;
}

export interface ProgressRow {
  readonly tally: Tally;
  readonly share: number;
  readonly points: number;
  readonly pointsOf: number;
  readonly minutesLeft: number;
  readonly nextUnitId: string | null;
}

export interface Recording {
  readonly enrolmentId: string;
  /** Of the progress that `progress` was computed from. */
  readonly revision: number;
  readonly entries: readonly EntryRow[];
  readonly progress: ProgressRow;
  readonly at: Date;
  readonly by: string | null;
  /** Where the learner is now. */
  readonly unitId: string | null;
}

/**
 * Writes entries and what they come to in one statement; entries that are there already stay as they are. False when
 * somebody changed the progress meanwhile: then only the entries are written, and it has to be computed again.
 */
export async function writeRecording(db: Db, recording: Recording): Promise<boolean> {
  const { enrolmentId, progress, at } = recording;
  const { rows } = await sql<{ id: string }>`
    with entry as (
      insert into learning.entry (id, enrolment_id, kind, unit_id, block_id, data, effect, at, by)
      select e.id, ${enrolmentId}::uuid, e.kind, e."unitId", e."blockId", coalesce(e.data, '{}'), e.effect, ${at},
        ${recording.by}::uuid
      from jsonb_to_recordset(${JSON.stringify(recording.entries)}::jsonb)
        as e(id uuid, kind text, "unitId" text, "blockId" text, data jsonb, effect text)
      on conflict (enrolment_id, effect) do nothing),
    place as (
      update learning.enrolment set last_seen_at = ${at}, last_unit_id = coalesce(${recording.unitId}, last_unit_id)
      where id = ${enrolmentId}::uuid)
    update learning.progress set seen = ${progress.tally.seen}::text[], blocks = ${JSON.stringify(progress.tally.blocks)}::jsonb,
      by_hand = ${progress.tally.byHand}, share = ${progress.share}, points = ${progress.points},
      points_of = ${progress.pointsOf}, minutes_left = ${progress.minutesLeft},
      next_unit_id = ${progress.nextUnitId}, revision = revision + 1, changed_at = ${at}
    where enrolment_id = ${enrolmentId}::uuid and revision = ${recording.revision}
    returning enrolment_id as id`.execute(of(db));
  return rows.length > 0;
}

export async function tallyNow(
  db: Db,
  enrolmentId: string,
): Promise<{ readonly tally: Tally; readonly revision: number } | undefined> {
  const { rows } = await sql<{
    seen: string[];
    blocks: Record<string, BlockTally>;
    byHand: boolean;
    revision: number;
  }>`select seen, blocks, by_hand as "byHand", revision from learning.progress
    where enrolment_id = ${enrolmentId}::uuid for update`.execute(of(db));
  const [row] = rows;
  return row && { tally: { seen: row.seen, blocks: row.blocks, byHand: row.byHand }, revision: row.revision };
}

/** The learner's name for the one who changed it, a course is completed once; undefined for everybody after. */
export async function markCompleted(
  db: Db,
  enrolmentId: string,
  at: Date,
): Promise<{ readonly name: string } | undefined> {
  const { rows } = await sql<{ name: string }>`
    update learning.enrolment e set state = 'completed', completed_at = ${at}
    from accounts.public_person a
    where e.id = ${enrolmentId}::uuid and e.state = 'active' and a.id = e.person_id returning a.name`.execute(
    of(db),
  );
  return rows[0];
}
