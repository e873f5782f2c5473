import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EntryKind } from '../ledger/entry.ts';
import type { Tally } from '../ledger/tally.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface Extension {
  /** '' for the whole run. */
  readonly blockId: string;
  readonly extraMinutes: number;
  readonly extraAttempts: number;
  readonly until: string | null;
  readonly reason: string;
}

export interface Deed {
  readonly kind: EntryKind;
  readonly unitId: string | null;
  readonly blockId: string | null;
  readonly data: {
    readonly points?: number;
    readonly of?: number;
    readonly passed?: boolean;
    readonly reason?: string;
  };
  readonly at: string;
}

export interface LearnerRow {
  readonly enrolmentId: string;
  readonly personId: string;
  readonly name: string;
  readonly state: 'waiting' | 'active' | 'completed' | 'left';
  readonly enrolledAt: Date;
  readonly lastSeenAt: Date | null;
  readonly completedAt: Date | null;
  readonly lastUnitId: string | null;
  readonly tally: Tally;
  readonly revision: number;
  /** Blocks with work that a teacher has still to look at. */
  readonly awaited: readonly string[];
  readonly extensions: readonly Extension[];
  /** The latest first. */
  readonly deeds: readonly Deed[];
}

/** One person of a run with what they did lately; undefined when there is nobody of that id in it. */
export async function learnerRow(
  db: Db,
  runId: string,
  enrolmentId: string,
): Promise<LearnerRow | undefined> {
  const { rows } = await sql<LearnerRow>`
    select e.id as "enrolmentId", e.person_id as "personId", a.name, e.state, e.enrolled_at as "enrolledAt",
      e.last_seen_at as "lastSeenAt", e.completed_at as "completedAt", e.last_unit_id as "lastUnitId",
      jsonb_build_object('seen', coalesce(p.seen, '{}'), 'blocks', coalesce(p.blocks, '{}'), 'byHand', coalesce(p.by_hand, false)) as tally,
      coalesce(p.revision, 0) as revision,
      array(select distinct w.block_id from assessment.awaited_work w where w.taker_id = e.id) as awaited,
      (select coalesce(jsonb_agg(jsonb_build_object('blockId', x.block_id, 'extraMinutes', x.extra_minutes,
        'extraAttempts', x.extra_attempts, 'until', x.until, 'reason', x.reason) order by x.block_id), '[]')
        from learning.extension x where x.enrolment_id = e.id) as extensions,
      (select coalesce(jsonb_agg(d order by d.at desc), '[]') from (
        select n.kind, n.unit_id as "unitId", n.block_id as "blockId", n.data, n.at from learning.entry n
        where n.enrolment_id = e.id order by n.at desc limit 40) d) as deeds
    from learning.enrolment e join accounts.public_person a on a.id = e.person_id
    left join learning.progress p on p.enrolment_id = e.id
    where e.id = ${enrolmentId}::uuid and e.run_id = ${runId}::uuid`.execute(of(db));
  return rows[0];
}

export async function keepExtension(
  db: Db,
  enrolmentId: string,
  extension: Extension & { readonly by: string | null; readonly at: Date },
): Promise<void> {
  await sql`
    insert into learning.extension (enrolment_id, block_id, extra_minutes, extra_attempts, until, reason, at, by)
    values (${enrolmentId}::uuid, ${extension.blockId}, ${extension.extraMinutes}, ${extension.extraAttempts},
      ${extension.until}::date, ${extension.reason}, ${extension.at}::timestamptz, ${extension.by}::uuid)
    on conflict (enrolment_id, block_id) do update set extra_minutes = excluded.extra_minutes,
      extra_attempts = excluded.extra_attempts, until = excluded.until, reason = excluded.reason, at = excluded.at,
      by = excluded.by`.execute(of(db));
}

export async function dropExtension(db: Db, enrolmentId: string, blockId: string): Promise<void> {
  await sql`delete from learning.extension where enrolment_id = ${enrolmentId}::uuid and block_id = ${blockId}`.execute(
    of(db),
  );
}
