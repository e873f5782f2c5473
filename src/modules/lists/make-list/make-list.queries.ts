import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ListsTables } from '../tables.ts';

const of = (db: Db) => tables<ListsTables>(db);

export interface NewList {
  readonly id: string;
  readonly ownerId: string;
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly isPlan: boolean;
  readonly isSample?: boolean;
  readonly at: Date;
}

/** Adds the list unless this id is taken already: a form that is sent twice makes one list. */
export async function insertList(db: Db, list: NewList): Promise<void> {
  await of(db)
    .insertInto('lists.list')
    .values({
      id: list.id,
      owner_id: list.ownerId,
      title: list.title,
      description: list.description,
      lang: list.lang,
      is_plan: list.isPlan,
      is_sample: list.isSample ?? false,
      created_at: list.at,
      changed_at: list.at,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

export async function countLists(db: Db, ownerId: string): Promise<number> {
  const rows = await sql<{ n: number }>`
    select count(*)::int as n from lists.list where owner_id = ${ownerId}::uuid`.execute(of(db));
  return rows.rows[0]?.n ?? 0;
}

export interface Details {
  readonly title: string;
  readonly description: string | null;
  readonly lang: string;
  readonly isPlan: boolean;
}

export async function updateDetails(db: Db, id: string, details: Details, at: Date): Promise<void> {
  await of(db)
    .updateTable('lists.list')
    .set({
      title: details.title,
      description: details.description,
      lang: details.lang,
      is_plan: details.isPlan,
      changed_at: at,
    })
    .where('id', '=', id)
    .execute();
}

/** With everything in it. */
export async function deleteListRow(db: Db, id: string): Promise<void> {
  await of(db).deleteFrom('lists.list').where('id', '=', id).execute();
}
