import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';
import type { PackageState } from './package-result.ts';

export interface KeptPackageState {
  readonly state: PackageState;
  /** Of all sessions. */
  readonly seconds: number;
}

export async function keptState(
  db: Db,
  enrolmentId: string,
  blockId: string,
): Promise<KeptPackageState | undefined> {
  const { rows } = await sql<KeptPackageState>`
    select state, earlier_seconds + session_seconds as seconds from learning.package_state
    where enrolment_id = ${enrolmentId}::uuid and block_id = ${blockId}`.execute(tables<LearningTables>(db));
  return rows[0];
}

export interface StateToKeep {
  readonly enrolmentId: string;
  readonly blockId: string;
  readonly state: PackageState;
  readonly session: string;
  readonly number: number;
  readonly seconds: number;
  readonly now: Date;
}

/** What comes later takes the place of what came earlier; what comes late, or twice, changes nothing. */
export async function keepState(db: Db, kept: StateToKeep): Promise<void> {
  const { enrolmentId, blockId, state, session, number, seconds, now } = kept;
  await sql`
    insert into learning.package_state as p (enrolment_id, block_id, state, session, number, session_seconds, changed_at)
    values (${enrolmentId}::uuid, ${blockId}, ${JSON.stringify(state)}::jsonb, ${session}, ${number}, ${Math.round(seconds)}, ${now})
    on conflict (enrolment_id, block_id) do update set state = excluded.state, session = excluded.session,
      number = excluded.number, session_seconds = excluded.session_seconds, changed_at = excluded.changed_at,
      earlier_seconds = case when p.session = excluded.session then p.earlier_seconds
        else least(p.earlier_seconds + p.session_seconds, 100000000) end
    where p.session <> excluded.session or p.number < excluded.number`.execute(tables<LearningTables>(db));
}
