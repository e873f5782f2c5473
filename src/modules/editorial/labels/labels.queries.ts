import { type Db, tables } from '../../../platform/db/database.ts';
import type { NewsLabel } from '../show-news/news.queries.ts';
import type { EditorialTables } from '../tables.ts';

export function allLabels(db: Db): Promise<NewsLabel[]> {
  return tables<EditorialTables>(db)
    .selectFrom('editorial.label')
    .select(['id', 'names'])
    .orderBy('id')
    .execute();
}

export interface KeptLabel {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly now: Date;
  readonly isSample?: boolean;
}

/** A new label, or new names of one. */
export async function keepLabel(db: Db, { id, names, now, isSample = false }: KeptLabel): Promise<void> {
  await tables<EditorialTables>(db)
    .insertInto('editorial.label')
    .values({ id, names: JSON.stringify(names), created_at: now, is_sample: isSample })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ names: JSON.stringify(names) }))
    .execute();
}

export async function deleteLabel(db: Db, id: string): Promise<void> {
  await tables<EditorialTables>(db).deleteFrom('editorial.label').where('id', '=', id).execute();
}
