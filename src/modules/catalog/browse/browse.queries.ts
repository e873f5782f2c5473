import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/** Who has courses: a table of names with its facet. */
export type NamedFacet = 'provider' | 'platform';

export interface NamedChoice {
  readonly slug: string;
  readonly name: string;
  readonly url: string | null;
  readonly description: Readonly<Record<string, string>>;
}

export interface CountedName {
  readonly slug: string;
  readonly name: string;
  readonly count: number;
}

const tableOf = (facet: NamedFacet) => sql.table(`catalog.${facet}`);

/** Entries of one name, through the sets that it is in. */
const entriesOf = (facet: NamedFacet): RawBuilder<unknown> => sql`catalog.facet_set s
  join catalog.search_entry e on e.${sql.ref(facet)} = s.id
  where s.facet = ${sql.lit(facet)} and s.members @> array[named.slug]`;

/**
 * Names with at least one course, by name; `like` is a folded part of the name. The total counts names, not courses.
 */
export async function countedNames(
  db: Db,
  facet: NamedFacet,
  { like, limit, offset }: { readonly like: string; readonly limit: number; readonly offset: number },
): Promise<{ readonly total: number; readonly names: readonly CountedName[] }> {
  const { rows } = await sql<CountedName & { total: number }>`
    select slug, name, total, (select count(*)::int from ${entriesOf(facet)}) as count
    from (
      select slug, name, count(*) over ()::int as total from ${tableOf(facet)} named
      where (${like} = '' or position(${like} in replace(slug, '-', ' ')) > 0) and exists (select 1 from ${entriesOf(facet)})
      order by name collate "und-x-icu", slug limit ${limit} offset ${offset}
    ) as named
    order by name collate "und-x-icu", slug`.execute(of(db));
  return { total: rows[0]?.total ?? 0, names: rows.map(({ slug, name, count }) => ({ slug, name, count })) };
}

/** One provider or platform by its address. */
export async function namedChoice(db: Db, facet: NamedFacet, slug: string): Promise<NamedChoice | undefined> {
  const { rows } =
    await sql<NamedChoice>`select slug, name, url, description from ${tableOf(facet)} where slug = ${slug}`.execute(
      of(db),
    );
  return rows[0];
}
