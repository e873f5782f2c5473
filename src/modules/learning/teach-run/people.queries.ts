import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';
import { inSegment } from './segments.queries.ts';
import type { Segment } from './segments.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface PersonInRun {
  readonly enrolmentId: string;
  readonly name: string;
  readonly state: 'waiting' | 'active' | 'completed' | 'left';
  /** Of what has to be done, 0 to 1. */
  readonly share: number;
  readonly points: number;
  readonly pointsOf: number;
  readonly seen: number;
  readonly enrolledAt: Date;
  readonly lastSeenAt: Date | null;
  readonly completedAt: Date | null;
  readonly nextUnitId: string | null;
}

export interface PeopleQuestion {
  readonly runId: string;
  readonly segment: Segment;
  /** Part of a name. */
  readonly q: string;
  readonly now: Date;
}

export const peoplePerPage = 50;

const columns = sql`e.id as "enrolmentId", a.name, e.state, coalesce(p.share, 0) as share, coalesce(p.points, 0) as points,
  coalesce(p.points_of, 0) as "pointsOf", coalesce(cardinality(p.seen), 0) as seen, e.enrolled_at as "enrolledAt",
  e.last_seen_at as "lastSeenAt", e.completed_at as "completedAt", p.next_unit_id as "nextUnitId"`;
const from = sql`learning.enrolment e join accounts.public_person a on a.id = e.person_id
  left join learning.progress p on p.enrolment_id = e.id`;
const asked = ({
  runId,
  segment,
  q,
  now,
}: PeopleQuestion) => sql`e.run_id = ${runId}::uuid and ${inSegment(segment, now)}
  and (${q} = '' or a.name ilike '%' || replace(replace(replace(${q}, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%')`;

/** A page of people by name, and how many there are in all. */
export async function peopleOfRun(
  db: Db,
  question: PeopleQuestion,
  page: number,
): Promise<{ readonly people: readonly PersonInRun[]; readonly total: number }> {
  const { rows } = await sql<PersonInRun & { total: number }>`
    select ${columns}, count(*) over ()::int as total from ${from} where ${asked(question)}
    order by a.name collate "und-x-icu", e.id limit ${peoplePerPage} offset ${(page - 1) * peoplePerPage}`.execute(
    of(db),
  );
  return { people: rows.map(({ total: _total, ...person }) => person), total: rows[0]?.total ?? 0 };
}

/** The next people after this enrolment, by id: for walking through all of a large run. */
export async function peopleAfter(
  db: Db,
  question: PeopleQuestion,
  after: string | undefined,
  most: number,
): Promise<PersonInRun[]> {
  const { rows } = await sql<PersonInRun>`
    select ${columns} from ${from} where ${asked(question)}
      and e.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by e.id limit ${most}`.execute(of(db));
  return rows;
}
