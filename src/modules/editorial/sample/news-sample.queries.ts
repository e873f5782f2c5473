import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { EditorialTables } from '../tables.ts';

export async function hasNews(db: Db): Promise<boolean> {
  const { rows } = await sql<{
    has: boolean;
  }>`select exists (select 1 from editorial.article) as has`.execute(tables(db));
  return rows[0]?.has ?? false;
}

/** Stored files that only the sample's pictures have. */
export async function sampleFiles(db: Db): Promise<string[]> {
  const { rows } = await sql<{ key: string }>`
    select file->>'key' as key from editorial.picture, jsonb_array_elements(files) file where is_sample
    except select file->>'key' from editorial.picture, jsonb_array_elements(files) file where not is_sample`.execute(
    tables(db),
  );
  return rows.map(({ key }) => key);
}

/** Labels that somebody's own article uses stay. */
export async function deleteSampleNews(db: Db): Promise<number> {
  const gone = await tables<EditorialTables>(db)
    .deleteFrom('editorial.article')
    .where('is_sample', '=', true)
    .returning('id')
    .execute();
  await sql`delete from editorial.picture p where is_sample and not exists (
    select 1 from editorial.article a where a.draft->>'cover' = p.id::text or a.live->>'cover' = p.id::text)`.execute(
    tables(db),
  );
  await sql`delete from editorial.label l where is_sample and not exists (
    select 1 from editorial.article a where a.draft->'labels' ? l.id or a.live_labels @> array[l.id])`.execute(
    tables(db),
  );
  return gone.length;
}
