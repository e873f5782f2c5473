import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export interface StoredCard {
  readonly saysHash: string;
  /** Key in the storage. */
  readonly fileKey: string;
}

/** The card that was drawn last for a course. */
export async function storedCard(db: Db, courseId: string): Promise<StoredCard | undefined> {
  return tables<CatalogTables>(db)
    .selectFrom('catalog.course_card')
    .select(['says_hash as saysHash', 'file_key as fileKey'])
    .where('course_id', '=', courseId)
    .executeTakeFirst();
}

/** Keeps a card; returns the key of the one that it replaces where no other course has that picture too. */
export async function saveCard(
  db: Db,
  courseId: string,
  { saysHash, fileKey }: StoredCard,
  now: Date,
): Promise<string | undefined> {
  const rows = await sql<{ key: string }>`
    with before as (select file_key from catalog.course_card where course_id = ${courseId}),
    kept as (insert into catalog.course_card (course_id, says_hash, file_key, drawn_at)
      select id, ${saysHash}, ${fileKey}, ${now} from catalog.course where id = ${courseId}
      on conflict (course_id) do update set says_hash = excluded.says_hash, file_key = excluded.file_key,
        drawn_at = excluded.drawn_at)
    select file_key as key from before where file_key <> ${fileKey}
      and not exists (select 1 from catalog.course_card o where o.file_key = before.file_key
        and o.course_id <> ${courseId})`.execute(tables<CatalogTables>(db));
  return rows.rows[0]?.key;
}
