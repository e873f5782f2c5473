import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

/** The score of every course as it stands. */
export async function presentMeans(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{
    id: string;
    mean: number;
  }>`select course_id as id, mean from reviews.score`.execute(of(db));
  return new Map(rows.map(({ id, mean }) => [id, mean]));
}

export interface NamedCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly language: string | null;
}

export async function coursesNamed(db: Db, ids: readonly string[]): Promise<Map<string, NamedCourse>> {
  const { rows } = await sql<NamedCourse>`select id, slug, title, language from catalog.listing
    where id = any(${ids}::uuid[])`.execute(of(db));
  return new Map(rows.map((course) => [course.id, course]));
}
