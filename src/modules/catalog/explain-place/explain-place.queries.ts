import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { MatchExpression } from '../search-courses/match-expression.ts';
import type { placeWeights, ScorePart } from '../search-courses/ranking.ts';
import { scoreParts } from '../search-courses/score.queries.ts';
import type { RunFacts } from '../run-states/run-state.ts';
import { runJson } from '../run-states/run-json.queries.ts';
import { courseColumns, type CourseRow, indexedCourseOf } from '../search-courses/index-courses.queries.ts';
import type { IndexedCourse } from '../search-courses/search-entry.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

export type Place = keyof typeof placeWeights;

export interface IndexedPlace {
  readonly points: Readonly<Record<ScorePart, number>>;
  /** For each term the best place where it stands; null where it stands nowhere. */
  readonly places: readonly (Place | null)[];
  readonly matches: boolean;
}

export interface CourseInIndex {
  readonly course: IndexedCourse;
  /** As the index has them, which is what orders results. */
  readonly quality: number;
  readonly tongue: number;
  /** How it stands among what is searched; absent where nothing is. */
  readonly place?: IndexedPlace | undefined;
}

/** A listed course by its address, and how it stands in a search: one statement. Undefined where there is none. */
export async function courseInIndex(
  db: Db,
  slug: string,
  match: MatchExpression | undefined,
  tongue: number,
): Promise<CourseInIndex | undefined> {
  const { rows } = await sql<CourseRow & Omit<CourseInIndex, 'course'> & { readonly runs: RunFacts[] }>`
    select ${courseColumns}, e.quality, e.tongue, ${match ? placeOf(match, tongue) : sql`null`} as place,
      coalesce((select jsonb_agg(${runJson}) from catalog.run r where r.course_id = c.id), '[]') as runs
    from catalog.course c join catalog.platform p on p.id = c.platform_id join catalog.search_entry e on e.n = c.n
    where c.slug = ${slug} and c.state = 'listed'`.execute(of(db));
  const [row] = rows;
  return (
    row && {
      course: indexedCourseOf(row, row.runs),
      quality: row.quality,
      tongue: row.tongue,
      place: row.place ?? undefined,
    }
  );
}

/** Each part of the score, and where each word was found. */
function placeOf(match: MatchExpression, tongue: number) {
  const parts = scoreParts(match, tongue, sql`e.words @@ ${match.title}::tsquery`);
  const asked = match.terms.map(
    ({ lexemes }) =>
      (place: Place) =>
        lexemes.map((lexeme) => `'${lexeme}':${place}`).join(' | '),
  );
  const queries = (place: Place) => asked.map((query) => query(place));
  return sql`json_build_object('points',
      json_build_object(${sql.join(Object.entries(parts).map(([name, part]) => sql`${sql.lit(name)}, ${part}`))}),
      'places', (select json_agg(case when e.words @@ a::tsquery then 'A' when e.words @@ b::tsquery then 'B'
          when e.words @@ c::tsquery then 'C' when e.words @@ d::tsquery then 'D' end order by place)
        from unnest(${queries('A')}::text[], ${queries('B')}::text[], ${queries('C')}::text[], ${queries('D')}::text[])
          with ordinality as t(a, b, c, d, place)),
      'matches', e.words @@ ${match.match}::tsquery)`;
}
