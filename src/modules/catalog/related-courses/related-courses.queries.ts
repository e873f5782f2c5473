import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ResolvedDocument } from '../resolve-course/resolve-course.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface Candidate {
  readonly id: string;
  readonly title: string;
  readonly language: string | null;
  readonly level: ResolvedDocument['level'] | null;
  readonly skills: readonly string[];
  readonly shared: number;
  /** Its card, for readCard; null for one that is not listed. */
  readonly card: string | null;
}

/** Enough to find the closest among, few enough to read at once. */
const mostSameLanguage = 150;
const mostOthers = 60;

/** The course itself, and courses that share a subject with it: those that share most, then the best ones. */
export async function candidatesFor(
  db: Db,
  courseId: string,
): Promise<{ self?: Candidate; others: Candidate[] }> {
  const rows = await sql<Candidate>`
    with mine as (select c.id, e.tongue from catalog.course c left join catalog.search_entry e on e.n = c.n where c.id = ${courseId}),
    near as (
      select s.course_id as id, count(*)::int as shared from catalog.course_subject s
      where s.subject in (select subject from catalog.course_subject where course_id = ${courseId}) and s.course_id <> ${courseId}
      group by s.course_id),
    ranked as (
      select near.id, near.shared, e.card, e.tongue = mine.tongue as same,
        row_number() over (partition by e.tongue = mine.tongue order by near.shared desc, e.quality desc, e.n) as place
      from near join catalog.course c on c.id = near.id join catalog.search_entry e on e.n = c.n cross join mine),
    chosen as (
      select id, shared, card from ranked where place <= case when same then ${mostSameLanguage}::int else ${mostOthers}::int end
      union all select id, 0, null from mine)
    select c.id, c.title, c.language, c.document ->> 'level' as level, chosen.shared, chosen.card,
      array(select s ->> 'label' from jsonb_array_elements(coalesce(c.document -> 'skills', '[]')) s) as skills
    from chosen join catalog.course c on c.id = chosen.id`.execute(of(db));
  const self = rows.rows.find((row) => row.id === courseId);
  return { ...(self ? { self } : {}), others: rows.rows.filter((row) => row.id !== courseId) };
}

export async function keepRelated(
  db: Db,
  courseId: string,
  near: readonly string[],
  now: Date,
): Promise<void> {
  await sql`insert into catalog.related (course_id, near, made_at) values (${courseId}, ${near}::uuid[], ${now})
    on conflict (course_id) do update set near = excluded.near, made_at = excluded.made_at`.execute(of(db));
}
