import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { Note } from '../find-place/place.ts';
import type { LearningTables } from '../tables.ts';

const of = (db: Db) => tables<LearningTables>(db);

export interface NewNote {
  readonly id: string;
  readonly enrolmentId: string;
  readonly unitId: string;
  readonly atSecond: number | null;
  readonly blockId: string | null;
  readonly text: string;
  readonly at: Date;
  /** How many notes an enrolment may have. */
  readonly most: number;
}

/** Writes a note; one that is there already (a form sent twice) stays. False when there are too many. */
export async function insertNote(db: Db, note: NewNote): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    with counted as (select count(*) as n from learning.note where enrolment_id = ${note.enrolmentId}::uuid),
    added as (
      insert into learning.note (id, enrolment_id, unit_id, at_second, block_id, text, written_at,
        changed_at)
      select ${note.id}::uuid, ${note.enrolmentId}::uuid, ${note.unitId}, ${note.atSecond}::int, ${note.blockId},
        ${note.text}, ${note.at}, ${note.at} from counted where n < ${note.most}
      on conflict (id) do nothing returning id)
    select n < ${note.most} as has from counted`.execute(of(db));
  return rows[0]?.has === true;
}

export interface ChangedNote {
  readonly id: string;
  readonly enrolmentId: string;
  readonly atSecond: number | null;
  readonly text: string;
  readonly at: Date;
}

/** False when the enrolment has no such note. */
export async function updateNote(db: Db, note: ChangedNote): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`update learning.note
    set text = ${note.text}, at_second = ${note.atSecond}::int, changed_at = ${note.at}
    where id = ${note.id}::uuid and enrolment_id = ${note.enrolmentId}::uuid returning id`.execute(of(db));
  return rows.length > 0;
}

export async function deleteNote(db: Db, enrolmentId: string, id: string): Promise<void> {
  await of(db)
    .deleteFrom('learning.note')
    .where('id', '=', id)
    .where('enrolment_id', '=', enrolmentId)
    .execute();
}

/** All notes of an enrolment and the units that were bookmarked. */
export async function notesOf(
  db: Db,
  enrolmentId: string,
): Promise<{ readonly notes: readonly Note[]; readonly bookmarks: readonly string[] }> {
  const { rows } =
    await sql<Note>`select id, unit_id as "unitId", at_second as "atSecond", block_id as "blockId", text,
      written_at as "writtenAt" from learning.note where enrolment_id = ${enrolmentId}::uuid
    order by at_second nulls first, written_at, id`.execute(of(db));
  const marked = await sql<{ id: string }>`select unit_id as id from learning.bookmark
    where enrolment_id = ${enrolmentId}::uuid`.execute(of(db));
  return { notes: rows, bookmarks: marked.rows.map(({ id }) => id) };
}

/** Marks a unit to find it again, or takes the mark away. */
export async function writeBookmark(
  db: Db,
  mark: { readonly enrolmentId: string; readonly unitId: string; readonly on: boolean; readonly at: Date },
): Promise<void> {
  if (mark.on)
    await sql`insert into learning.bookmark (enrolment_id, unit_id, at)
      values (${mark.enrolmentId}::uuid, ${mark.unitId}, ${mark.at}) on conflict do nothing`.execute(of(db));
  else
    await sql`delete from learning.bookmark
      where enrolment_id = ${mark.enrolmentId}::uuid and unit_id = ${mark.unitId}`.execute(of(db));
}
