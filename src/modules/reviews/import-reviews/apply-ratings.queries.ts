import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** What a set of rows came to. */
export interface Applied {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Courses whose ratings changed. */
  readonly courseIds: readonly string[];
}

/**
 * Stars without words and without a key: of equal ones (course, day, stars) as many are added as the source has more than
 * before.
 */
export async function applyUnkeyed(db: Db, importId: string, source: string): Promise<Applied> {
  const { rows } = await sql<Applied>`
    with told as (
      select course_id, rated_on, stars, proof, position,
        row_number() over (partition by course_id, rated_on, stars order by position) as nth
      from reviews.staged where import_id = ${importId}::uuid and external_key is null and says is null),
    kept as (
      select course_id, rated_on, stars, count(*) as copies from reviews.rating
      where source = ${source} and external_key is null and review_id is null group by 1, 2, 3),
    added as (
      insert into reviews.rating (course_id, rated_on, stars, proof, source)
      select t.course_id, t.rated_on, t.stars, t.proof, ${source}
      from told t left join kept k using (course_id, rated_on, stars) where t.nth > coalesce(k.copies, 0)
      returning course_id)
    select (select count(*) from added)::int as created, 0 as updated,
      ((select count(*) from told) - (select count(*) from added))::int as unchanged,
      array(select distinct course_id from added)::text[] as "courseIds"`.execute(of(db));
  return rows[0] ?? nothing;
}

export const nothing: Applied = { created: 0, updated: 0, unchanged: 0, courseIds: [] };

/** Stars without words, by the source's own keys; what is known as a review with words is not among them. */
export async function applyKeyed(db: Db, importId: string, source: string): Promise<Applied> {
  const { rows } = await sql<Applied>`
    with told as (
      select s.course_id, s.rated_on, s.stars, s.proof, s.external_key, r.id, r.course_id as before,
        (r.course_id, r.rated_on, r.stars, r.proof) is distinct from (s.course_id, s.rated_on, s.stars, s.proof) as differs
      from reviews.staged s left join reviews.rating r on r.source = ${source} and r.external_key = s.external_key
      where s.import_id = ${importId}::uuid and s.external_key is not null and s.says is null),
    added as (
      insert into reviews.rating (course_id, rated_on, stars, proof, source, external_key)
      select course_id, rated_on, stars, proof, ${source}, external_key from told where id is null),
    changed as (
      update reviews.rating r set course_id = t.course_id, rated_on = t.rated_on, stars = t.stars, proof = t.proof,
        came_from = case when r.course_id = t.course_id then r.came_from end
      from told t where r.id = t.id and t.differs)
    select (count(*) filter (where id is null))::int as created, (count(*) filter (where id is not null and differs))::int as updated,
      (count(*) filter (where id is not null and not differs))::int as unchanged,
      array(select distinct c from told t, unnest(array[t.course_id, t.before]) as c
        where c is not null and t.differs)::text[] as "courseIds"
    from told`.execute(of(db));
  return rows[0] ?? nothing;
}

/** Rows without words whose key is a review's: its words stay, its stars follow. */
export async function giveWordsBack(db: Db, importId: string, source: string): Promise<void> {
  await sql`update reviews.staged s set says = jsonb_build_object('lang', v.lang, 'body', v.body, 'pros', v.pros,
      'cons', v.cons, 'forWhom', v.for_whom, 'status', v.status, 'dropReason', v.drop_reason, 'experiencedOn',
      v.experienced_on, 'run', v.run_label, 'hours', v.hours_a_week, 'criteria', v.criteria, 'anonymous', v.is_anonymous)
    from reviews.review v
    where s.import_id = ${importId}::uuid and s.says is null and s.external_key is not null
      and v.source = ${source} and v.external_key = s.external_key`.execute(of(db));
}
