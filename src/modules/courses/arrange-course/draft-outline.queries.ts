import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CoursesTables } from '../tables.ts';
import type { DraftOutline, DraftSection } from './draft-outline.ts';

/** The outline of a draft in one statement; removed parts are left out. */
export async function draftOutline(db: Db, courseId: string): Promise<DraftOutline> {
  const found = await sql<{ section: DraftSection }>`
    with blocks as (
      select unit_id, jsonb_agg(jsonb_build_object('id', id, 'type', type, 'title', title) order by position, id) as of_unit
      from courses.block where course_id = ${courseId}::uuid and removed_at is null group by unit_id
    ), units as (
      select u.section_id, jsonb_agg(u.content || jsonb_build_object('blocks', coalesce(b.of_unit, '[]'))
        order by u.position, u.id) as of_section
      from courses.unit u left join blocks b on b.unit_id = u.id
      where u.course_id = ${courseId}::uuid and u.removed_at is null group by u.section_id
    )
    select s.content || jsonb_build_object('units', coalesce(u.of_section, '[]')) as section
    from courses.section s left join units u on u.section_id = s.id
    where s.course_id = ${courseId}::uuid and s.removed_at is null
    order by s.position, s.id`.execute(tables<CoursesTables>(db));
  return {
    sections: found.rows.map(({ section }) => ({
      ...section,
      after: section.after ?? [],
      opensAfter: section.opensAfter ?? 0,
    })),
  };
}
