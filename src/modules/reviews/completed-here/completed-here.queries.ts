import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

/** Whether a person has a valid attestation of this course, or of one that was merged into it. */
export async function hasCompleted(db: Db, personId: string, courseId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    with recursive under(id) as (
      select ${courseId}::uuid
      union select l.id from under join catalog.listing l on l.merged_into = under.id)
    select exists (select from credentials.completed_course c
      where c.person_id = ${personId}::uuid and c.listing_id in (select id from under)) as has`.execute(
    tables<ReviewsTables>(db),
  );
  return rows[0]?.has ?? false;
}

/** The course that a listing stands under today: itself, or the one that it was merged into. */
export async function standingCourse(db: Db, listingId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive up(id, depth) as (
      select ${listingId}::uuid, 0
      union all select l.merged_into, up.depth + 1 from up join catalog.listing l on l.id = up.id
      where l.state = 'merged' and l.merged_into is not null and up.depth < 100)
    select id from up order by depth desc limit 1`.execute(tables<ReviewsTables>(db));
  return rows[0]?.id ?? listingId;
}
