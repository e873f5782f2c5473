import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';

const of = (db: Db) => tables<ListsTables>(db);

/** The list itself, so that two deeds at the same time come one after the other. */
export async function lockList(db: Db, listId: string): Promise<void> {
  await sql`select 1 from lists.list where id = ${listId}::uuid for update`.execute(of(db));
}

export interface NewItem {
  readonly id: string;
  readonly courseId: string;
  readonly title: string;
  readonly note: string | null;
  readonly at: Date;
}

/**
 * Adds courses after the last one. One that is there already stays where it is; one that was taken out comes back as
 * new. Returns how many were added.
 */
export async function insertItems(db: Db, listId: string, items: readonly NewItem[]): Promise<number> {
  const rows = items.map((item, place) => ({ ...item, place: place + 1, at: item.at.toISOString() }));
  const added = await sql<{ id: string }>`
    insert into lists.item (id, list_id, course_id, title, position, note, added_at)
    select t.id, ${listId}::uuid, t."courseId", left(t.title, 500),
      t.place + coalesce((select max(position) from lists.item where list_id = ${listId}::uuid), 0), t.note, t.at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t(id uuid, "courseId" uuid, title text, note text, place int, at timestamptz)
    on conflict (list_id, course_id) do update set removed_at = null, position = excluded.position, note = excluded.note,
      added_at = excluded.added_at, start_on = null, hours_a_week = null
      where lists.item.removed_at is not null
    returning id`.execute(of(db));
  await touchList(db, listId, items[0]?.at);
  return added.rows.length;
}

async function touchList(db: Db, listId: string, at: Date | undefined): Promise<void> {
  if (at) await sql`update lists.list set changed_at = ${at} where id = ${listId}::uuid`.execute(of(db));
}

/** Puts the items in this order. */
export async function orderItems(db: Db, listId: string, ids: readonly string[], at: Date): Promise<void> {
  await sql`update lists.item i set position = t.place
    from unnest(${ids}::uuid[]) with ordinality as t(id, place)
    where i.id = t.id and i.list_id = ${listId}::uuid`.execute(of(db));
  await touchList(db, listId, at);
}

export async function writeNote(
  db: Db,
  listId: string,
  { itemId, note, at }: { readonly itemId: string; readonly note: string | null; readonly at: Date },
): Promise<void> {
  await sql`update lists.item set note = ${note} where id = ${itemId}::uuid and list_id = ${listId}::uuid`.execute(
    of(db),
  );
  await touchList(db, listId, at);
}

/** Takes a course out; it can be put back. What was taken out more than a day before is forgotten. */
export async function takeOut(db: Db, listId: string, itemId: string, at: Date): Promise<void> {
  await sql`delete from lists.item where list_id = ${listId}::uuid
    and removed_at < ${at}::timestamptz - interval '1 day'`.execute(of(db));
  await sql`update lists.item set removed_at = ${at} where id = ${itemId}::uuid and list_id = ${listId}::uuid`.execute(
    of(db),
  );
  await touchList(db, listId, at);
}

/** Where it stood, as long as it is remembered. Returns whether it was. */
export async function putIn(db: Db, listId: string, itemId: string, at: Date): Promise<boolean> {
  const back = await sql<{ id: string }>`update lists.item set removed_at = null
    where id = ${itemId}::uuid and list_id = ${listId}::uuid and removed_at is not null returning id`.execute(
    of(db),
  );
  await touchList(db, listId, at);
  return back.rows.length > 0;
}

/** The title of a course that was taken out of the list, to say what can be put back. */
export async function takenOut(db: Db, listId: string, itemId: string): Promise<string | undefined> {
  const rows = await sql<{ title: string }>`select title from lists.item
    where id = ${itemId}::uuid and list_id = ${listId}::uuid and removed_at is not null`.execute(of(db));
  return rows.rows[0]?.title;
}
