import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { StaffRole } from '../../courses/index.ts';
import type { BlockTally } from '../ledger/tally.ts';
import type { LearningTables } from '../tables.ts';
import type { Enrolment, Note, Run, UnitRating } from './place.ts';

export interface OwnRow {
  readonly role: StaffRole | null;
  readonly enrolment: EnrolmentRow | null;
  readonly notes: readonly (Omit<Note, 'writtenAt'> & { readonly writtenAt: string })[];
  readonly isBookmarked: boolean;
  readonly rating: UnitRating | null;
  readonly unread: number;
}

/** As it comes out of jsonb: instants are texts. */
export interface EnrolmentRow {
  readonly id: string;
  readonly state: Enrolment['state'];
  readonly enrolledAt: string;
  readonly completedAt: string | null;
  readonly lastUnitId: string | null;
  readonly untold: readonly string[];
  readonly extensions: Enrolment['extensions'];
  readonly awaited: readonly string[];
  readonly charterHash: string | null;
  readonly run: Run;
  readonly seen: readonly string[];
  readonly blocks: Readonly<Record<string, BlockTally>>;
  readonly byHand: boolean;
  readonly revision: number;
}

export interface WhoAndWhere {
  readonly courseId: string;
  readonly personId: string;
  /** The unit whose notes are wanted. */
  readonly unitId?: string;
  /** Whether the progress is held until the transaction ends: then deeds of several tabs come one after the other. */
  readonly hold?: boolean;
  /** One enrolment of several, by its id. */
  readonly enrolmentId?: string;
}

/**
 * How a person stands to a course, in one statement: what they do for it, their enrolment with its progress, and what they
 * keep beside a unit. Of several enrolments the one that counts: under way or completed before left, the newest first.
 */
export async function ownRow(
  db: Db,
  { courseId, personId, unitId = '', hold = false, enrolmentId }: WhoAndWhere,
): Promise<OwnRow> {
  const { rows } = await sql<OwnRow>`
    with own as (
      select e.id, jsonb_build_object('id', e.id, 'state', e.state, 'enrolledAt', e.enrolled_at,
        'completedAt', e.completed_at, 'lastUnitId', e.last_unit_id,
        'untold', (select coalesce(jsonb_agg(v.changes order by v.number), '[]') from courses.version_change v
          where v.course_id = e.course_id and v.number > e.told_version),
        'charterHash', e.charter_hash, 'extensions', (select coalesce(jsonb_object_agg(x.block_id,
          jsonb_build_object('minutes', x.extra_minutes, 'attempts', x.extra_attempts)), '{}')
          from learning.extension x where x.enrolment_id = e.id),
        'awaited', (select coalesce(jsonb_agg(distinct w.block_id), '[]') from assessment.awaited_work w where w.taker_id = e.id),
        'seen', p.seen, 'blocks', p.blocks, 'byHand', p.by_hand, 'revision', p.revision,
        'run', jsonb_build_object('id', r.id, 'title', r.title, 'pacing', r.pacing, 'startOn', r.start_on,
          'endOn', greatest(r.end_on, (select x.until from learning.extension x where x.enrolment_id = e.id and x.block_id = '' and r.end_on is not null)), 'enrolmentStartOn', r.enrolment_start_on, 'enrolmentEndOn', r.enrolment_end_on,
          'zone', r.zone, 'access', r.access, 'seats', r.seats, 'state', r.state)) as found
      from learning.enrolment e join courses.offering r on r.id = e.run_id
      join learning.progress p on p.enrolment_id = e.id
      where e.course_id = ${courseId}::uuid and e.person_id = ${personId}::uuid
        and (${enrolmentId ?? null}::uuid is null or e.id = ${enrolmentId ?? null}::uuid)
      order by e.state = 'left', e.enrolled_at desc limit 1 ${hold ? sql`for update of p` : sql``})
    select (select s.role from courses.team s
        where s.course_id = ${courseId}::uuid and s.person_id = ${personId}::uuid) as role,
      (select found from own) as enrolment,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'unitId', n.unit_id, 'atSecond', n.at_second,
          'blockId', n.block_id,          'text', n.text, 'writtenAt', n.written_at) order by n.at_second nulls first, n.written_at, n.id)
        from learning.note n join own on own.id = n.enrolment_id where n.unit_id = ${unitId}), '[]') as notes,
      exists (select from learning.bookmark b join own on own.id = b.enrolment_id
        where b.unit_id = ${unitId}) as "isBookmarked",
      (select r.rating from learning.unit_rating r join own on own.id = r.enrolment_id
        where r.unit_id = ${unitId}) as rating,
      coalesce((select v.unread from learning.conversation v join own on own.id = v.enrolment_id), 0) as unread`.execute(
    tables<LearningTables>(db),
  );
  const [row] = rows;
  if (!row) throw new Error('a select without a condition gave no row');
  return row;
}
