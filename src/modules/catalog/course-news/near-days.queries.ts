import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { NewsCourse } from './news-of-fact.ts';

/** Listed courses with a run that starts, opens or closes between two days, in the order of their ids. */
export async function coursesNear(
  db: Db,
  span: { readonly from: string; readonly to: string; readonly after: string; readonly most: number },
): Promise<string[]> {
  const days = (column: 'start_on' | 'enrol_start_on' | 'enrol_end_on') =>
    sql`select course_id from catalog.run where ${sql.ref(column)} between ${span.from} and ${span.to}
      and gone_at is null and declared is distinct from 'cancelled'`;
  const rows = await sql<{ id: string }>`
    select c.id from catalog.course c where c.state = 'listed' and c.id > ${span.after} and c.id in (
      ${days('start_on')} union ${days('enrol_start_on')} union ${days('enrol_end_on')})
    order by c.id limit ${span.most}`.execute(tables(db));
  return rows.rows.map((row) => row.id);
}

/** What news say of courses. */
export async function coursesToTell(db: Db, ids: readonly string[]): Promise<NewsCourse[]> {
  const rows = await sql<NewsCourse>`select id, slug, title from catalog.course
    where id = any(${ids}::uuid[]) order by id`.execute(tables(db));
  return rows.rows;
}
