import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Bank, Block, StaffRole } from '../../courses/index.ts';
import type { BlockTally } from '../ledger/tally.ts';
import type { LearningTables } from '../tables.ts';
import type { Enrolment, Note, Run, TaughtCourse } from './place.ts';

export interface PlaceRow extends TaughtCourse {
  readonly role: StaffRole | null;
  readonly enrolment: EnrolmentRow | null;
}

/** As it comes out of jsonb: instants are texts. */
export interface EnrolmentRow {
  readonly id: string;
  readonly state: Enrolment['state'];
  readonly enrolledAt: string;
  readonly completedAt: string | null;
  readonly lastUnitId: string | null;
  readonly toldVersion: number;
  readonly charterHash: string | null;
  readonly run: Run;
  readonly seen: readonly string[] | null;
  readonly blocks: Readonly<Record<string, BlockTally>> | null;
  readonly byHand: boolean | null;
  readonly revision: number | null;
}

export interface UnitRow extends PlaceRow {
  readonly blocks: readonly Block[] | null;
  readonly banks: readonly Bank[] | null;
  readonly notes: readonly (Omit<Note, 'writtenAt'> & { readonly writtenAt: string })[];
  readonly isBookmarked: boolean;
}

const course = sql`t.id, t.slug, t.title, t.lang, t.state, t.listing_id as "listingId", t.is_sample as "isSample", t.number,
  t.changes, t.about, t.rules, t.outline`;

/** The enrolment that counts: one under way or completed before one that was left, the newest of them. */
const enrolmentOf = (personId: string | undefined) => sql`left join lateral (
    select e.id, e.state, e.last_unit_id, jsonb_build_object('id', e.id, 'state', e.state, 'enrolledAt', e.enrolled_at,
      'completedAt', e.completed_at, 'lastUnitId', e.last_unit_id, 'toldVersion', e.told_version,
      'charterHash', e.charter_hash, 'seen', p.seen, 'blocks', p.blocks, 'byHand', p.by_hand, 'revision', p.revision,
      'run', jsonb_build_object('id', r.id, 'title', r.title, 'pacing', r.pacing, 'startOn', r.start_on,
        'endOn', r.end_on, 'enrolmentStartOn', r.enrolment_start_on, 'enrolmentEndOn', r.enrolment_end_on,
        'zone', r.zone, 'access', r.access, 'seats', r.seats, 'state', r.state)) as found
    from learning.enrolment e join courses.offering r on r.id = e.run_id
    left join learning.progress p on p.enrolment_id = e.id
    where e.course_id = t.id and e.person_id = ${personId ?? null}::uuid
    order by e.state = 'left', e.enrolled_at desc limit 1) e on true`;

const roleOf = (personId: string | undefined) => sql`(select s.role from courses.course_staff s
  where s.course_id = t.id and s.person_id = ${personId ?? null}::uuid) as role`;

/** A published course, and how somebody stands to it. */
export async function coursePlaceRow(
  db: Db,
  slug: string,
  personId: string | undefined,
): Promise<PlaceRow | undefined> {
  const { rows } = await sql<PlaceRow>`select ${course}, ${roleOf(personId)}, e.found as enrolment
    from courses.taught t ${enrolmentOf(personId)} where t.slug = ${slug}`.execute(tables<LearningTables>(db));
  return rows[0];
}

/** As `coursePlaceRow`, with the blocks of one of its units and what the learner keeps beside it. */
export async function unitPlaceRow(
  db: Db,
  slug: string,
  unitId: string,
  personId: string | undefined,
): Promise<UnitRow | undefined> {
  const { rows } = await sql<UnitRow>`select ${course}, ${roleOf(personId)}, e.found as enrolment, u.blocks,
      case when u.blocks @? '$[*].content.rules.draw[*]' then t.banks end as banks,
      coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'unitId', n.unit_id, 'atSecond', n.at_second,
          'text', n.text, 'writtenAt', n.written_at) order by n.at_second nulls first, n.written_at, n.id)
        from learning.note n where n.enrolment_id = e.id and n.unit_id = ${unitId}), '[]') as notes,
      exists (select from learning.bookmark b
        where b.enrolment_id = e.id and b.unit_id = ${unitId}) as "isBookmarked"
    from courses.taught t ${enrolmentOf(personId)}
    left join courses.taught_unit u on u.course_id = t.id and u.id = (jsonb_path_query_first(t.outline,
      '$.sections[*].units[*] ? (@.id == $unit).edition', jsonb_build_object('unit', ${unitId}::text)) #>> '{}')::uuid
    where t.slug = ${slug}`.execute(tables<LearningTables>(db));
  return rows[0];
}
