import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

export interface TakenRating {
  readonly courseId: string;
  /** 1 to 5. */
  readonly mean: number;
  /** 0 where nobody rates the course any more. */
  readonly count: number;
}

/** Writes fair means and counts to their courses; returns the courses that changed by it. */
export async function saveRatings(db: Db, ratings: readonly TakenRating[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update catalog.course c set rating_mean = t.mean, rating_count = t.count
    from (select id, case when count > 0 then mean end::real as mean, count
      from unnest(${ratings.map((one) => one.courseId)}::uuid[], ${ratings.map((one) => one.mean)}::float8[],
        ${ratings.map((one) => one.count)}::int[]) as u(id, mean, count)) t
    where c.id = t.id and (c.rating_mean is distinct from t.mean or c.rating_count <> t.count)
    returning c.id`.execute(tables<CatalogTables>(db));
  return rows.map((row) => row.id);
}
