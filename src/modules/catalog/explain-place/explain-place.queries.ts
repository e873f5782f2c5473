import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { MatchExpression } from '../search-courses/match-expression.ts';
import { placeWeights, type ScorePart } from '../search-courses/ranking.ts';
import { scoreParts } from '../search-courses/score.queries.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export type Place = keyof typeof placeWeights;

export interface IndexedPlace {
  readonly points: Readonly<Record<ScorePart, number>>;
  /** For each term the best place where it stands; null where it stands nowhere. */
  readonly places: readonly (Place | null)[];
  readonly matches: boolean;
}

/** Id and number of a listed course by its address; undefined where there is none. */
export function listedCourse(db: Db, slug: string) {
  return of(db)
    .selectFrom('catalog.course as c')
    .innerJoin('catalog.search_entry as e', 'e.n', 'c.n')
    .select(['c.id', 'c.n', 'c.title', 'c.language', 'e.quality', 'e.tongue'])
    .where('c.slug', '=', slug)
    .executeTakeFirst();
}

/** How one course stands in a search: each part of its score, and where each word was found. */
export async function placeInIndex(
  db: Db,
  n: number,
  match: MatchExpression,
  tongue: number,
): Promise<IndexedPlace | undefined> {
  const parts = scoreParts(match, tongue, sql`e.words @@ ${match.title}::tsquery`);
  const asked = match.terms.map(
    ({ lexemes }) =>
      (place: Place) =>
        lexemes.map((lexeme) => `'${lexeme}':${place}`).join(' | '),
  );
  const queries = (place: Place) => asked.map((query) => query(place));
  const { rows } = await sql<IndexedPlace>`select
      json_build_object(${sql.join(Object.entries(parts).map(([name, part]) => sql`${sql.lit(name)}, ${part}`))}) as points,
      (select json_agg(case when e.words @@ a::tsquery then 'A' when e.words @@ b::tsquery then 'B'
          when e.words @@ c::tsquery then 'C' when e.words @@ d::tsquery then 'D' end order by place)
        from unnest(${queries('A')}::text[], ${queries('B')}::text[], ${queries('C')}::text[], ${queries('D')}::text[])
          with ordinality as t(a, b, c, d, place)) as places,
      e.words @@ ${match.match}::tsquery as matches
    from catalog.search_entry e where e.n = ${n}`.execute(of(db));
  return rows[0];
}
