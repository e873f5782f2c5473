import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

/**
 * Keeps what the search entries of these courses say, before they are made again: saved searches tell only of what they did
 * not find before. Nothing is kept while nobody saves searches. Every change of a course keeps a row of its own, so that
 * nobody waits for anybody. Returns how many rows were kept.
 */
export async function keepBefore(db: Db, courseIds: readonly string[], now: Date): Promise<number> {
  const { numAffectedRows } = await sql`insert into catalog.entry_before
      (at, n, words, traits, platform, language, subtitles, subject, provider)
    select ${now}, c.n, e.words, e.traits, e.platform, e.language, e.subtitles, e.subject, e.provider
    from catalog.course c left join catalog.search_entry e on e.n = c.n
    where c.id = any(${courseIds}::uuid[]) and exists (select 1 from catalog.saved_search)
    order by c.n`.execute(tables<CatalogTables>(db));
  return Number(numAffectedRows ?? 0);
}
