import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export interface OrganisationRow {
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly description: Readonly<Record<string, string>>;
  readonly country: string | null;
  readonly isSample: boolean;
  readonly courses: number;
}

export interface OrganisationWish {
  readonly country?: string | undefined;
  readonly after?: string | undefined;
  readonly samples: boolean;
  readonly most: number;
}

/** Providers by their slugs, with how many listed courses each has. */
export async function providersAfter(db: Db, wish: OrganisationWish): Promise<OrganisationRow[]> {
  const rows = await sql<OrganisationRow>`
    with page as materialized (select * from catalog.provider v
      where slug collate "C" > ${wish.after ?? ''} collate "C" and (${wish.samples} or not is_sample)
        and (${wish.country ?? null}::text is null or country = ${wish.country ?? null})
      order by slug collate "C" limit ${wish.most})
    select page.slug, page.name, page.url, page.description, page.country, page.is_sample as "isSample",
      (select count(*) from catalog.course_provider l join catalog.course c on c.id = l.course_id
        where l.provider_id = page.id and c.state = 'listed') as courses
    from page order by page.slug collate "C"`.execute(of(db));
  return rows.rows;
}

/** Platforms by their slugs, with how many listed courses each has. */
export async function platformsAfter(db: Db, wish: OrganisationWish): Promise<OrganisationRow[]> {
  const rows = await sql<OrganisationRow>`
    with page as materialized (select * from catalog.platform v
      where slug collate "C" > ${wish.after ?? ''} collate "C" and (${wish.samples} or not is_sample)
      order by slug collate "C" limit ${wish.most})
    select page.slug, page.name, page.url, page.description, null as country, page.is_sample as "isSample",
      (select count(*) from catalog.course c where c.platform_id = page.id and c.state = 'listed') as courses
    from page order by page.slug collate "C"`.execute(of(db));
  return rows.rows;
}

/** How many listed courses each subject has; a course counts for each of its subjects once. */
export async function subjectCounts(db: Db, samples: boolean): Promise<ReadonlyMap<string, number>> {
  const rows = await sql<{ subject: string; n: number }>`
    select s.subject, count(*) as n from catalog.course_subject s join catalog.course c on c.id = s.course_id
    where c.state = 'listed' and (${samples} or not c.is_sample) group by s.subject`.execute(of(db));
  return new Map(rows.rows.map((row) => [row.subject, row.n]));
}
