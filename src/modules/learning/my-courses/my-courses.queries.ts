import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

export interface OwnCourse {
  readonly slug: string;
  readonly title: string;
  readonly lang: string;
  readonly state: 'waiting' | 'active' | 'completed' | 'left';
  /** 0 to 1. */
  readonly share: number;
  readonly minutesLeft: number;
  /** Where to go on; null after the last one, and where a new version of the course lacks it. */
  readonly nextUnitId: string | null;
  readonly nextTitle: string | null;
  readonly isBegun: boolean;
  readonly completedAt: Date | null;
  readonly startOn: string | null;
}

/** What somebody learns and learned here, the latest first; what they left is left out. */
export async function coursesOf(db: Db, personId: string): Promise<OwnCourse[]> {
  const { rows } = await sql<OwnCourse>`
    select t.slug, t.title, t.lang, e.state, coalesce(p.share, 0) as share,
      coalesce(p.minutes_left, 0) as "minutesLeft", p.next_unit_id as "nextUnitId",
      jsonb_path_query_first(t.outline, '$.sections[*].units[*] ? (@.id == $id).title',
        jsonb_build_object('id', p.next_unit_id)) #>> '{}' as "nextTitle",
      e.last_seen_at is not null as "isBegun", e.completed_at as "completedAt", r.start_on as "startOn"
    from learning.enrolment e join courses.taught t on t.id = e.course_id
    join courses.offering r on r.id = e.run_id
    left join learning.progress p on p.enrolment_id = e.id
    where e.person_id = ${personId}::uuid and e.state <> 'left'
    order by coalesce(e.last_seen_at, e.enrolled_at) desc, e.id limit 100`.execute(
    tables<LearningTables>(db),
  );
  return rows;
}
