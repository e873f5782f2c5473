import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { ReviewsTables } from '../tables.ts';

const of = (db: Db) => tables<ReviewsTables>(db);

export interface NamedCourse {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly url: string | null;
  readonly language: string | null;
}

/** A platform by its slug or its name; undefined where there is none. */
export async function platformNamed(
  db: Db,
  slug: string,
  name: string,
): Promise<{ readonly id: string; readonly slug: string } | undefined> {
  const { rows } = await sql<{
    id: string;
    slug: string;
  }>`select distinct platform_id as id, platform_slug as slug
    from catalog.listing where platform_slug = ${slug} or lower(platform_name) = lower(${name})
    order by platform_slug limit 1`.execute(of(db));
  return rows[0];
}

/** Slugs of platforms that have courses, to say which there are. */
export async function platformSlugs(db: Db): Promise<string[]> {
  const { rows } = await sql<{ slug: string }>`select distinct platform_slug as slug from catalog.listing
    order by 1 limit 30`.execute(of(db));
  return rows.map((row) => row.slug);
}

/** Every course of a platform that stands, and what else leads to it: merged addresses, the keys of its sources. */
export async function coursesOfPlatform(db: Db, platformId: string): Promise<NamedCourse[]> {
  const { rows } = await sql<NamedCourse>`
    select catalog.standing_course(id) as id, slug, title, url, language from catalog.listing
    where platform_id = ${platformId}::uuid`.execute(of(db));
  return rows;
}

export async function keysOfPlatform(
  db: Db,
  platformId: string,
): Promise<{ readonly id: string; readonly key: string }[]> {
  const { rows } = await sql<{ id: string; key: string }>`select course_id as id, key from catalog.listing_key
    where platform_id = ${platformId}::uuid`.execute(of(db));
  return rows;
}
