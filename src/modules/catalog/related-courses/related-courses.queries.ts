import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import { runJson } from '../run-states/run-json.queries.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import type { CatalogTables } from '../tables.ts';

export interface Candidate {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
  readonly platform: string;
  readonly document: Pick<ResolvedDocument, 'level' | 'effort' | 'costs' | 'certificate' | 'skills'>;
  readonly subjects: readonly string[];
  readonly runs: readonly RunFacts[];
}

/** Enough to find the closest among, few enough to read at once. */
const mostCandidates = 200;

/** The course and others that share a subject with it, those that share most first. */
export async function candidatesFor(
  db: Db,
  courseId: string,
): Promise<{ self: Candidate | undefined; candidates: Candidate[] }> {
  const rows = await sql<Candidate>`
    with mine as (select subject from catalog.course_subject where course_id = ${courseId}),
    near as (
      select s.course_id as id, count(*) as shared from catalog.course_subject s
      where s.subject in (select subject from mine) and s.course_id <> ${courseId}
      group by s.course_id order by shared desc, s.course_id desc limit ${mostCandidates})
    select c.id, c.slug, c.title, c.language, p.name as platform,
      jsonb_build_object('level', c.document -> 'level', 'effort', c.document -> 'effort', 'costs', c.document -> 'costs',
        'certificate', c.document -> 'certificate', 'skills', coalesce(c.document -> 'skills', '[]')) as document,
      array(select subject from catalog.course_subject s where s.course_id = c.id) as subjects,
      coalesce((select jsonb_agg(${runJson}) from catalog.run r where r.course_id = c.id), '[]') as runs
    from (select id from near union all select ${courseId}::uuid) n
    join catalog.course c on c.id = n.id join catalog.platform p on p.id = c.platform_id
    where c.state = 'listed' or c.id = ${courseId}`.execute(tables<CatalogTables>(db));
  return {
    self: rows.rows.find((row) => row.id === courseId),
    candidates: rows.rows.filter((row) => row.id !== courseId),
  };
}
