import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import type { Tally } from './tally.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export async function talliesOf(db: Db, searchIds: readonly string[]): Promise<Map<string, Tally>> {
  const { rows } = await sql<{
    search_id: string;
    day: string;
    told: number;
    waiting: number;
    summed_on: string | null;
  }>`select search_id, day, told, waiting, summed_on from catalog.search_tally
    where search_id = any(${searchIds}::uuid[])`.execute(of(db));
  return new Map(
    rows.map(({ search_id, summed_on, ...row }) => [search_id, { ...row, summedOn: summed_on ?? undefined }]),
  );
}

/** Keeps tallies; `now` is when something was added to what waits. */
export async function saveTallies(db: Db, tallies: ReadonlyMap<string, Tally>, now: Date): Promise<void> {
  if (tallies.size === 0) return;
  const kept = [...tallies];
  await sql`insert into catalog.search_tally as t (search_id, day, told, waiting, waited_at)
    select id, day, told, waiting, case when waiting > 0 then ${now}::timestamptz end
    from unnest(${kept.map(([id]) => id)}::uuid[], ${kept.map(([, tally]) => tally.day)}::date[],
      ${kept.map(([, tally]) => tally.told)}::int[], ${kept.map(([, tally]) => tally.waiting)}::int[])
      as g(id, day, told, waiting)
    on conflict (search_id) do update set day = excluded.day, told = excluded.told, waiting = excluded.waiting,
      waited_at = case when excluded.waiting > t.waiting then excluded.waited_at else t.waited_at end`.execute(
    of(db),
  );
}

export interface Waiting {
  readonly searchId: string;
  readonly address: string;
  readonly said: string;
  readonly count: number;
}

/** Takes what has waited quietly since `until` to be told together, once a day a search. */
export async function takeWaiting(
  db: Db,
  { until, today, most }: { until: Date; today: string; most: number },
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    with due as (
      select search_id, waiting from catalog.search_tally
      where waiting > 0 and waited_at <= ${until} and (summed_on is null or summed_on < ${today}::date)
      order by waited_at limit ${most} for update
    ),
    told as (
      update catalog.search_tally t set waiting = 0, waited_at = null, summed_on = ${today}::date
      from due where t.search_id = due.search_id
    )
    select s.id as "searchId", s.address, s.said, due.waiting as count
    from due join catalog.saved_search s on s.id = due.search_id`.execute(of(db));
  return rows;
}
