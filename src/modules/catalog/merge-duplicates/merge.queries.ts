import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables, CourseTable } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface MergingCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly state: CourseTable['state']['__select__'];
  readonly isSample: boolean;
}

/** Courses by id, locked until the transaction ends, always in the same order. */
export async function coursesToMerge(db: Db, ids: readonly string[]): Promise<Map<string, MergingCourse>> {
  const rows =
    await sql<MergingCourse>`select id, slug, title, state, is_sample as "isSample" from catalog.course
    where id = any(${ids}::uuid[]) order by id for update`.execute(of(db));
  return new Map(rows.rows.map((row) => [row.id, row]));
}

/** Hands all records of a course, with their runs, to another one; tells which. */
export async function moveRecords(db: Db, from: string, to: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`with moved as (
      update catalog.record set course_id = ${to} where course_id = ${from} returning id),
    runs as (update catalog.run set course_id = ${to} where record_id in (select id from moved))
    select id from moved order by id`.execute(of(db));
  return rows.rows.map((row) => row.id);
}

/** A prerequisite that pointed to one of two courses when they were merged. */
export interface Pointer {
  readonly course: string;
  readonly position: number;
  readonly to: 'gone' | 'kept';
}

/** What needs either of two courses. */
export async function pointersTo(db: Db, goneId: string, keptId: string): Promise<Pointer[]> {
  const rows = await sql<Pointer>`select course_id as course, position,
      case when needs_course_id = ${goneId} then 'gone' else 'kept' end as to
    from catalog.prerequisite where needs_course_id in (${goneId}, ${keptId}) order by 1, 2`.execute(of(db));
  return rows.rows;
}

export async function markMerged(db: Db, goneId: string, keptId: string, now: Date): Promise<void> {
  await of(db)
    .updateTable('catalog.course')
    .set({ state: 'merged', merged_into: keptId, changed_at: now })
    .where('id', '=', goneId)
    .execute();
}

export interface NewMerge {
  readonly id: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly recordIds: readonly string[];
  readonly pointers: readonly Pointer[];
  readonly by: string;
  readonly now: Date;
}

export async function logMerge(db: Db, merge: NewMerge): Promise<void> {
  await of(db)
    .insertInto('catalog.merge')
    .values({
      id: merge.id,
      kept_id: merge.keptId,
      gone_id: merge.goneId,
      record_ids: [...merge.recordIds],
      pointers: JSON.stringify(merge.pointers),
      merged_at: merge.now,
      merged_by: merge.by,
    })
    .execute();
}

/** Writes down what was decided about two courses; a pair nobody proposed gets a row that keeps the answer. */
export async function settlePair(
  db: Db,
  pair: readonly [string, string],
  decision: { id: string; state: 'merged' | 'different'; by: string; now: Date },
): Promise<void> {
  const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
  const settled = { state: decision.state, decided_at: decision.now, decided_by: decision.by };
  await of(db)
    .insertInto('catalog.duplicate_proposal')
    .values({
      id: decision.id,
      course_a: a,
      course_b: b,
      score: 0,
      reasons: '[]',
      proposed_at: decision.now,
      ...settled,
    })
    .onConflict((conflict) => conflict.columns(['course_a', 'course_b']).doUpdateSet(settled))
    .execute();
}

export interface StoredMerge {
  readonly id: string;
  readonly keptId: string;
  readonly goneId: string;
  readonly recordIds: readonly string[];
  readonly pointers: readonly Pointer[];
  readonly isSplit: boolean;
}

export async function mergeForUpdate(db: Db, id: string): Promise<StoredMerge | undefined> {
  const rows =
    await sql<StoredMerge>`select id, kept_id as "keptId", gone_id as "goneId", record_ids as "recordIds",
    pointers, split_at is not null as "isSplit" from catalog.merge where id = ${id} for update`.execute(
      of(db),
    );
  return rows.rows[0];
}

/** The courses that a course was merged into, one after the other; the last one stands. */
export async function mergedInto(db: Db, courseId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`with recursive up(id, depth) as (
      select merged_into, 1 from catalog.course where id = ${courseId} and state = 'merged'
      union all select c.merged_into, up.depth + 1 from up join catalog.course c on c.id = up.id
      where c.state = 'merged' and up.depth < 100)
    select id from up where id is not null order by depth`.execute(of(db));
  return rows.rows.map((row) => row.id);
}

/**
 * Gives a merge's records back, with their runs. Merges further up, that had carried them along, forget them: the list of
 * a merge in force is always what is now under the course that went.
 */
export async function giveRecordsBack(db: Db, merge: StoredMerge, above: readonly string[]): Promise<void> {
  const ids = merge.recordIds;
  await sql`with back as (
      update catalog.record set course_id = ${merge.goneId} where id = any(${ids}::uuid[]) returning id)
    update catalog.run set course_id = ${merge.goneId} where record_id in (select id from back)`.execute(
    of(db),
  );
  await sql`update catalog.merge m
    set record_ids = array(select r from unnest(m.record_ids) with ordinality as t(r, place)
      where r <> all(${ids}::uuid[]) order by place)
    where m.split_at is null and m.gone_id = any(${above}::uuid[])`.execute(of(db));
}

/** The course stands again; archived when all who listed it had been gone for so long. */
export async function standAgain(
  db: Db,
  courseIds: readonly string[],
  splitId: string,
  now: Date,
): Promise<void> {
  await sql`update catalog.course c set merged_into = null, changed_at = ${now}, state = case
      when exists (select 1 from catalog.record r join catalog.source s on s.id = r.source_id
        where r.course_id = c.id and s.format <> 'correction' and r.archived_at is null) then 'listed' else 'archived' end
    where c.id = any(${courseIds}::uuid[]) and (c.id = ${splitId} or c.state <> 'merged')`.execute(of(db));
}

/** What pointed to the course that went points to it again; words that lead elsewhere are heard afterwards. */
export async function turnPointersBack(db: Db, merge: StoredMerge, root: string): Promise<void> {
  await sql`update catalog.prerequisite p set needs_course_id = ${merge.goneId}
    from jsonb_to_recordset(${JSON.stringify(merge.pointers)}::jsonb) as t(course uuid, position smallint, "to" text),
      catalog.course c
    where p.course_id = t.course and p.position = t.position and t."to" = 'gone' and p.course_id <> ${merge.goneId}
      and c.id = p.course_id and c.state <> 'merged' and (p.needs_course_id = ${root} or p.needs_course_id is null)`.execute(
    of(db),
  );
}

export async function logSplit(db: Db, mergeId: string, by: string, now: Date): Promise<void> {
  await of(db)
    .updateTable('catalog.merge')
    .set({ split_at: now, split_by: by })
    .where('id', '=', mergeId)
    .execute();
}
