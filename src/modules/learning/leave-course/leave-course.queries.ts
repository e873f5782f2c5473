import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export async function markLeft(db: Db, enrolmentId: string): Promise<void> {
  await sql`update learning.enrolment set state = 'left' where id = ${enrolmentId}::uuid`.execute(of(db));
}

export interface Seated {
  readonly personId: string;
  readonly address: string;
  readonly lang: string;
  readonly title: string;
  readonly slug: string;
}

/** Whoever waits longest gets a free seat; call it with the seats held. Undefined when nobody waits or none is free. */
export async function seatNext(db: Db, runId: string): Promise<Seated | undefined> {
  const { rows } = await sql<Seated>`
    with seated as (
      update learning.enrolment e set state = 'active'
      from courses.offering r
      where r.id = ${runId}::uuid and r.state = 'open' and e.id = (select w.id from learning.enrolment w
          where w.run_id = ${runId}::uuid and w.state = 'waiting' order by w.enrolled_at, w.id limit 1)
        and (r.seats is null or r.seats > (select count(*) from learning.enrolment o
          where o.run_id = ${runId}::uuid and o.state in ('active', 'completed')))
      returning e.person_id, e.course_id)
    select p.id as "personId", p.address, p.lang, c.title, c.slug
    from seated s join accounts.reachable_person p on p.id = s.person_id join courses.taught c on c.id = s.course_id`.execute(
    of(db),
  );
  return rows[0];
}
