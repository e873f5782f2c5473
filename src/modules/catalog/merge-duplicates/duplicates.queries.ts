import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CourseDocument } from '../course-document/course-document.ts';
import type { DuplicateReason } from './likeness.ts';

export interface ProposedCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly platform: string;
  readonly document: Partial<CourseDocument>;
  readonly runs: number;
}

export interface ShownProposal {
  readonly id: string;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
  readonly courses: readonly [ProposedCourse, ProposedCourse];
  /** How many pairs wait in all. */
  readonly waiting: number;
}

const courseJson = (
  table: string,
) => sql`jsonb_build_object('id', ${sql.ref(`${table}.id`)}, 'slug', ${sql.ref(`${table}.slug`)},
  'title', ${sql.ref(`${table}.title`)}, 'document', ${sql.ref(`${table}.document`)} - 'description' - 'syllabus',
  'platform', (select name from catalog.platform p where p.id = ${sql.ref(`${table}.platform_id`)}),
  'runs', (select count(*) from catalog.run r where r.course_id = ${sql.ref(`${table}.id`)} and r.gone_at is null))`;

/** Pairs that wait for an answer, the likeliest first; those of which one was merged or archived meanwhile wait no more. */
export async function openProposals(
  db: Db,
  page: { readonly size: number; readonly number: number },
): Promise<ShownProposal[]> {
  const rows = await sql<ShownProposal>`
    select d.id, d.score, d.reasons, jsonb_build_array(${courseJson('a')}, ${courseJson('b')}) as courses,
      (count(*) over ())::int as waiting
    from catalog.duplicate_proposal d
    join catalog.course a on a.id = d.course_a and a.state = 'listed'
    join catalog.course b on b.id = d.course_b and b.state = 'listed'
    where d.state = 'open' order by d.score desc, d.id limit ${page.size} offset ${(page.number - 1) * page.size}`.execute(
    tables(db),
  );
  return rows.rows;
}

export interface OpenProposal {
  readonly id: string;
  readonly courseIds: readonly [string, string];
}

export async function proposalForUpdate(db: Db, id: string): Promise<OpenProposal | undefined> {
  const rows = await sql<OpenProposal>`select id, jsonb_build_array(course_a, course_b) as "courseIds"
    from catalog.duplicate_proposal where id = ${id} and state = 'open' for update`.execute(tables(db));
  return rows.rows[0];
}

export interface ShownMerge {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly kept: { readonly id: string; readonly slug: string; readonly title: string };
  readonly gone: { readonly id: string; readonly title: string; readonly platform: string };
}

/** Merges in force, the latest first; of one course where it is given. */
export async function mergesInForce(db: Db, most: number, keptId?: string): Promise<ShownMerge[]> {
  const rows = await sql<ShownMerge>`select m.id, m.merged_at as at, m.merged_by as by,
      jsonb_build_object('id', k.id, 'slug', k.slug, 'title', k.title) as kept,
      jsonb_build_object('id', g.id, 'title', g.title, 'platform', p.name) as gone
    from catalog.merge m join catalog.course k on k.id = m.kept_id join catalog.course g on g.id = m.gone_id
    join catalog.platform p on p.id = g.platform_id
    where m.split_at is null and (${keptId ?? null}::uuid is null or m.kept_id = ${keptId ?? null}::uuid)
    order by m.merged_at desc limit ${most}`.execute(tables(db));
  return rows.rows;
}
