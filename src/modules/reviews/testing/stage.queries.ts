import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';

export interface StageCourse {
  readonly id: string;
  readonly slug: string;
}

/** Courses of the catalogue by title. */
export async function coursesByTitle(db: Db): Promise<Readonly<Record<string, StageCourse>>> {
  const { rows } = await sql<StageCourse & { title: string }>`select id, slug, title from catalog.listing
    where state <> 'merged'`.execute(tables(db));
  return Object.fromEntries(rows.map((row) => [row.title, row]));
}

/** How many rows a table of reviews has. */
export async function countOf(db: Db, table: `reviews.${string}`): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(
    tables(db),
  );
  return rows[0]?.n ?? 0;
}

/** Where reviews and ratings stand: "stars@course title", sorted. */
export async function standings(db: Db): Promise<{ reviews: string[]; ratings: string[] }> {
  const { rows } = await sql<{ reviews: string[]; ratings: string[] }>`select
    array(select r.stars || '@' || l.title from reviews.review r join catalog.listing l on l.id = r.course_id order by 1) as reviews,
    array(select g.stars || '@' || l.title from reviews.rating g join catalog.listing l on l.id = g.course_id order by 1) as ratings`.execute(
    tables(db),
  );
  return rows[0] ?? { reviews: [], ratings: [] };
}
