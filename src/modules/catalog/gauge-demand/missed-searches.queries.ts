import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { MissedSearchTable } from './missed-search-tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export async function addMissed(db: Db, counted: readonly MissedSearchTable[]): Promise<void> {
  if (counted.length === 0) return;
  await sql`
    insert into catalog.missed_search as m (day, lang, outcome, words, times)
    select r.day, r.lang, r.outcome, r.words, r.times
    from jsonb_to_recordset(${JSON.stringify(counted)}::jsonb) as r (day date, lang text, outcome text, words text, times int)
    on conflict (day, lang, outcome, words) do update set times = m.times + excluded.times`.execute(of(db));
}

/** Forgets what is older than the first day, and words that hardly anybody searched before the second. Returns how many rows went. */
export async function forgetMissed(
  db: Db,
  days: { readonly before: string; readonly rareBefore: string; readonly rare: number },
): Promise<number> {
  const gone = await sql`
    delete from catalog.missed_search m where m.day < ${days.before}::date
      or (m.day < ${days.rareBefore}::date and (
        select sum(o.times) from catalog.missed_search o where o.words = m.words) < ${days.rare})`.execute(
    of(db),
  );
  return Number(gone.numAffectedRows ?? 0n);
}
