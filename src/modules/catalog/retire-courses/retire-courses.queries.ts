import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

/**
 * Archives listed courses all of whose sources have not listed them since that instant (corrections by people list
 * nothing). Returns at most `most` ids; those locked by an import are left for the next time.
 */
export async function archiveGone(db: Db, goneBefore: Date, now: Date, most: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    with due as materialized (
      select c.id from catalog.course c where c.state = 'listed'
        and c.id in (select course_id from catalog.record where gone_at < ${goneBefore} and archived_at is null)
        and not exists (select 1 from catalog.record r join catalog.source s on s.id = r.source_id
          where r.course_id = c.id and s.format <> 'correction' and (r.gone_at is null or r.gone_at >= ${goneBefore}))
      order by c.id limit ${most} for update of c skip locked),
    marked as (update catalog.record set archived_at = ${now} where course_id in (select id from due) and gone_at is not null)
    update catalog.course c set state = 'archived', changed_at = ${now} from due where c.id = due.id returning c.id`.execute(
    tables(db),
  );
  return rows.rows.map((row) => row.id);
}
