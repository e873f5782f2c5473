import { type RawBuilder, sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';
import {
  type Facet,
  isSetFacet,
  type Selection,
  setFacets,
  type TraitFacet,
  traitFields,
  traitTest,
} from './facets.ts';
import type { MatchExpression } from './match-expression.ts';
import { languageBonus, weighedOneByOne } from './ranking.ts';
import { scoreOf } from './score.queries.ts';
import type { Sort } from './sorts.ts';

const of = (db: Db) => tables<CatalogTables>(db);
type Sql = RawBuilder<unknown>;

export interface SearchQuestion {
  /** Absent when only facets narrow. */
  readonly match?: MatchExpression | undefined;
  readonly selection: Selection;
  readonly sort: Sort;
  readonly offset: number;
  readonly limit: number;
  /** Number of the visitor's language, see tongueOf; 0 when no language comes first. */
  readonly tongue: number;
  /** The counts of the only chosen facet are known: they need not be made again. */
  readonly ownCountsReady?: boolean;
}

/** Raw answer: counts still packed. */
export interface SearchAnswer {
  readonly total: number;
  /** [some of the traits, how many courses have exactly these]: every course is in two, for its lower and its upper traits */
  readonly traits: readonly (readonly [traits: number, count: number])[];
  /** For chosen trait facets: courses that fail that facet alone, by its bit. */
  readonly own: readonly (readonly [bit: number, traits: number, count: number])[];
  readonly sets: readonly SetCount[];
  /** How many courses fail one chosen facet and no other, by its bit. */
  readonly missed: readonly (readonly [bit: number, count: number])[];
  /** One page in its order: JSON of a card, and the score where words decided. */
  readonly page: readonly (readonly [card: string, score: number | null])[];
  /** What was asked of the words, where words were asked. */
  readonly match?: MatchExpression | undefined;
}

export type SetCount = readonly [facet: Facet, value: string, count: number, name: string | null];

/** Candidates for the top of a list that are weighed one by one: so many by title, so many by quality. */
const weighed = weighedOneByOne;
/** Values of a facet that are told; further ones are found by searching. */
const mostValues: Readonly<Record<(typeof setFacets)[number], number>> = {
  language: 60,
  subtitles: 40,
  subject: 400,
  platform: 60,
  provider: 30,
};

/** The chosen facets, each with the bit that says "fails this one". */
export function chosenFacets(selection: Selection): readonly (readonly [Facet, bit: number])[] {
  return (Object.keys(selection) as Facet[]).sort().map((facet, place) => [facet, 1 << place] as const);
}

const column = (facet: Facet): Sql => sql.ref(`e.${isSetFacet(facet) ? facet : 'traits'}`);

/** Whether an entry satisfies a facet's choice. */
export function satisfies(facet: Facet, values: readonly string[]): Sql {
  if (isSetFacet(facet))
    return sql`${column(facet)} in (select id from catalog.facet_set where facet = ${facet} and members && ${values}::text[])`;
  const { kind, shift, low, mask } = traitTest(facet satisfies TraitFacet, values);
  return kind === 'flags'
    ? sql`(e.traits & ${mask}::int) <> 0`
    : sql`((1 << ((e.traits >> ${shift}::int) & ${low}::int)) & ${mask}::int) <> 0`;
}

/** The bits of the facets that an entry fails. */
function failures(selection: Selection): Sql {
  const chosen = chosenFacets(selection);
  if (chosen.length === 0) return sql`0`;
  return sql.join(
    chosen.map(
      ([facet, bit]) =>
        sql`case when ${satisfies(facet, selection[facet] ?? [])} then 0 else ${sql.lit(bit)} end`,
    ),
    sql` + `,
  );
}

const sortKeys: Readonly<Record<Exclude<Sort, 'best'>, Sql>> = {
  rating: sql`-e.rating`,
  starts: sql`coalesce(e.starts_on - date '2000-01-01', 100000)`,
  newest: sql`-e.n`,
  shortest: sql`case when e.workload > 0 then e.workload else 10000000 end`,
};

/** What orders the list where words do not: lower comes first. */
function sortKey({ sort, tongue }: SearchQuestion): Sql {
  if (sort !== 'best') return sortKeys[sort];
  if (tongue === 0) return sql`-e.quality`;
  return sql`-(e.quality + case when e.tongue = ${tongue}::int then ${sql.lit(languageBonus)} else 0 end)`;
}

/** Traits are counted in two halves: apart they have few values, together as many as there are courses. */
const lowerTraits = (1 << traitFields.length.shift) - 1;
const traitsHolding = (facet: TraitFacet): Sql =>
  sql.ref(traitFields[facet].shift < traitFields.length.shift ? 'lower_traits' : 'upper_traits');

/** Which entries are looked at: those with the words, or, where one facet alone narrows, those that satisfy it. */
function narrowed(question: SearchQuestion): Sql {
  if (question.match) return sql`where e.words @@ (select ${question.match.match}::tsquery)`;
  if (countsOwn(question)) return sql``;
  const [facet, values] = Object.entries(question.selection)[0] as [Facet, readonly string[]];
  return sql`where ${satisfies(facet, values)}`;
}

/**
 * Whether the values of the chosen facets are counted too. One facet alone, without words, has the counts of the whole
 * catalogue, which the caller may have ready.
 */
const countsOwn = ({ match, selection, ownCountsReady }: SearchQuestion): boolean =>
  match !== undefined || !ownCountsReady || Object.keys(selection).length !== 1;

/** Whether all the words stand in the title: asked of the index a second time, never of the words themselves. */
function isTitled({ match, sort }: SearchQuestion): Sql {
  if (!match || sort !== 'best') return sql`false`;
  return sql`e.n in (select t.n from catalog.search_entry t where t.words @@ (select ${match.title}::tsquery))`;
}

/**
 * All that a page of results asks of the index, in one statement. Matching entries are gathered once with the facets that
 * they fail; those that fail none count everywhere, those that fail one count in that facet only.
 */
export async function askIndex(db: Db, question: SearchQuestion): Promise<SearchAnswer> {
  const { selection } = question;
  const chosen = chosenFacets(selection);
  const { rows } = await sql<{ answer: SearchAnswer }>`
    with gathered as materialized (
      select n, quality, traits & ${sql.lit(lowerTraits)} as lower_traits, traits & ${sql.lit(~lowerTraits)} as upper_traits,
        platform, language, subtitles, subject, provider, key, fails, titled
      from (select e.n, e.quality, e.traits, e.platform, e.language, e.subtitles, e.subject, e.provider,
          ${sortKey(question)} as key, ${countsOwn(question) ? failures(selection) : sql`0`} as fails, ${isTitled(question)} as titled
        from catalog.search_entry e ${narrowed(question)} offset 0) as every_match
      where fails & (fails - 1) = 0
    ),
    grouped as materialized (
      select grouping(platform, language, subtitles, subject, provider) as missing, lower_traits, upper_traits,
        coalesce(platform, language, subtitles, subject, provider) as set_id, count(*)::int as count
      from gathered where fails = 0
      group by grouping sets ((), (lower_traits), (upper_traits), (platform), (language), (subtitles), (subject), (provider))
    ),
    ${ownCounts(countsOwn(question) ? chosen : [])}
    set_counts as (
      select facet, member, sum(count)::int as count,
        row_number() over (partition by facet order by sum(count) desc, member) as place
      from (
        select set_id, count from grouped where missing <> 31
        union all select value, count from own where is_set
      ) as counted
      join catalog.facet_set s on s.id = counted.set_id cross join unnest(s.members) as member
      group by facet, member
    ),
    ${page(question)}
    select json_build_object(
      'total', coalesce((select count from grouped where missing = 31 and lower_traits is null and upper_traits is null), 0),
      'traits', coalesce((select json_agg(json_build_array(coalesce(lower_traits, upper_traits), count)) from grouped
        where lower_traits is not null or upper_traits is not null), '[]'),
      'own', coalesce((select json_agg(json_build_array(fails, value, count)) from own where not is_set), '[]'),
      'missed', coalesce((select json_agg(json_build_array(fails, count)) from
        (select fails, sum(count)::int as count from own group by fails) as by_facet), '[]'),
      'sets', coalesce((select json_agg(json_build_array(c.facet, c.member, c.count, coalesce(p.name, v.name)))
        from set_counts c
        left join catalog.platform p on c.facet = 'platform' and p.slug = c.member
        left join catalog.provider v on c.facet = 'provider' and v.slug = c.member
        where ${isTold(selection)}), '[]'),
      'page', coalesce((select json_agg(json_build_array(e.card, page.score) order by page.place)
        from page join catalog.search_entry e using (n)), '[]')
    ) as answer`.execute(of(db));
  const answer = rows[0]?.answer;
  if (!answer) throw new Error('the index gave no answer');
  return answer;
}

/** Courses that fail exactly one chosen facet, by their value in it. */
function ownCounts(chosen: readonly (readonly [Facet, number])[]): Sql {
  if (chosen.length === 0)
    return sql`own as (select 0 as fails, 0 as value, false as is_set, 0 as count where false),`;
  const value = sql.join(
    chosen.map(
      ([facet, bit]) =>
        sql`when ${sql.lit(bit)} then ${isSetFacet(facet) ? sql.ref(facet) : traitsHolding(facet)}`,
    ),
    sql` `,
  );
  const setBits = chosen.filter(([facet]) => isSetFacet(facet)).reduce((sum, [, bit]) => sum | bit, 0);
  return sql`own as materialized (
    select fails, case fails ${value} end as value, (fails & ${sql.lit(setBits)}) <> 0 as is_set, count(*)::int as count
    from gathered where fails <> 0 group by 1, 2),`;
}

/** The commonest values of each facet, and those that are chosen however rare. */
function isTold(selection: Selection): Sql {
  const told = setFacets.map((facet) => {
    const most = sql`c.facet = ${sql.lit(facet)} and (c.place <= ${sql.lit(mostValues[facet])}`;
    const chosen = selection[facet];
    return chosen ? sql`${most} or c.member = any(${chosen}::text[]))` : sql`${most})`;
  });
  return sql`(${sql.join(told, sql` or `)})`;
}

function page(question: SearchQuestion): Sql {
  const { match, sort, limit, offset } = question;
  if (match && sort === 'best') return weighedPage(question, match);
  return sql`page as (
    select n, null::float8 as score, row_number() over (order by key, quality desc, n) as place
    from gathered where fails = 0 order by key, quality desc, n limit ${limit} offset ${offset})`;
}

/** The best by their title and the best by quality are weighed one by one; whatever follows comes by quality. */
function weighedPage({ limit, offset, tongue }: SearchQuestion, match: MatchExpression): Sql {
  const isWithin = offset + limit <= weighed;
  return sql`candidate as materialized (
      select n, bool_or(titled) as titled from (
        (select n, false as titled from gathered where fails = 0 order by key, n limit ${sql.lit(weighed)})
        union all
        (select n, true from gathered where fails = 0 and titled order by key, n limit ${sql.lit(weighed)})
      ) as either group by n
    ),
    scored as materialized (
      select n, ${scoreOf(match, tongue, sql`titled`)} as score, e.quality
      from candidate join catalog.search_entry e using (n)
    ),
    page as (
      select n, score, row_number() over (order by score desc nulls last, quality desc, n) as place
      from ${
        isWithin
          ? sql`scored`
          : sql`(select n, score, quality from scored union all
        select n, null, quality from gathered where fails = 0 and n not in (select n from scored)) as all_hits`
      }
      order by score desc nulls last, quality desc, n limit ${limit} offset ${offset})`;
}

/** One page of the catalogue, or of one common choice, in its order: read along the ordered indexes. */
export async function browsePage(db: Db, question: SearchQuestion): Promise<SearchAnswer['page']> {
  const { sort, limit, offset, tongue, selection } = question;
  const reach = limit + offset;
  const chosen = (Object.entries(selection) as [Facet, readonly string[]][]).map(([facet, values]) =>
    satisfies(facet, values),
  );
  const where = (...conditions: Sql[]) => sql.join([sql`true`, ...chosen, ...conditions], sql` and `);
  const orders: Readonly<Record<Exclude<Sort, 'best'>, Sql>> = {
    rating: sql`where ${where()} order by rating desc, quality desc, n`,
    starts: sql`where ${where(sql`starts_on is not null`)} order by starts_on, quality desc, n`,
    newest: sql`where ${where()} order by n desc`,
    shortest: sql`where ${where(sql`workload > 0`)} order by workload, quality desc, n`,
  };
  const source =
    sort === 'best' && tongue === 0
      ? sql`catalog.search_entry e where ${where()} order by quality desc, n`
      : sort === 'best'
        ? sql`(select n, quality + ${sql.lit(languageBonus)} as rank, card from
            (select n, quality, card from catalog.search_entry e where ${where(sql`tongue = ${tongue}::smallint`)}
              order by quality desc, n limit ${reach}) as own_language
          union all
          select n, quality, card from
            (select n, quality, tongue, card from catalog.search_entry e where ${where()}
              order by quality desc, n limit ${reach}) as all_languages
            where tongue <> ${tongue}::smallint) as merged order by rank desc, n`
        : sql`catalog.search_entry e ${orders[sort]}`;
  const { rows } = await sql<{
    card: string;
  }>`select card from ${source} limit ${limit} offset ${offset}`.execute(of(db));
  return rows.map((row) => [row.card, null]);
}
