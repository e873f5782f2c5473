import { sql } from 'kysely';
import { type Db, tables } from '../../../platform/db/database.ts';
import type { CatalogTables } from '../tables.ts';

const of = (db: Db) => tables<CatalogTables>(db);

/**
 * Adds how often words were met. A weight is exact while it is small; a word known to be common is only written again when
 * a batch says something new about how common it is, so that imports do not rewrite the same rows all day.
 */
export async function countWords(db: Db, counts: ReadonlyMap<string, number>): Promise<void> {
  if (counts.size === 0) return;
  // one order for everybody, so that two imports never wait for each other in a circle
  const sorted = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
  await sql`insert into catalog.lexicon as l (word, weight)
    select * from unnest(${sorted.map(([word]) => word)}::text[], ${sorted.map(([, count]) => count)}::int[])
    on conflict (word) do update set weight = l.weight + excluded.weight
    where excluded.weight * 12 >= l.weight`.execute(of(db));
}

export interface WordHint {
  readonly kind: 'known' | 'ending' | 'similar';
  readonly token: string;
  readonly word: string;
  readonly weight: number;
}

/** Beginnings shorter than this may go on to anything. */
const shortestBeginning = 2;
/** Shorter words have too many neighbours. */
const shortestMistyped = 4;

/** The commonest words that `asked.token` may become. */
const commonestEndings = sql`select word, weight from catalog.lexicon
  where word >= asked.token and word < asked.token || chr(1114111) and word <> asked.token
  order by weight desc, word limit 8`;

/** How common each of these words is; those that the lexicon does not have are left out. */
export async function wordWeights(db: Db, words: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ word: string; weight: number }>`select word, weight from catalog.lexicon
    where word = any(${words}::text[])`.execute(of(db));
  return new Map(rows.map((row) => [row.word, row.weight]));
}

/** What hintsFor says of the endings of one unfinished word, for many of them. */
export async function endingsFor(db: Db, beginnings: readonly string[]): Promise<Map<string, string[]>> {
  const long = beginnings.filter((token) => token.length >= shortestBeginning);
  if (long.length === 0) return new Map();
  const { rows } = await sql<{ token: string; words: string[] }>`
    select token, array_agg(l.word order by l.weight desc, l.word) as words
    from unnest(${long}::text[]) as asked(token) cross join lateral (${commonestEndings}) as l
    group by token`.execute(of(db));
  return new Map(rows.map((row) => [row.token, row.words]));
}

/**
 * What the lexicon knows of some words: those it has, the commonest words that an unfinished one may become, and for those
 * it does not have, what looks like them.
 */
export async function hintsFor(
  db: Db,
  tokens: readonly string[],
  unfinished: { readonly token: string; readonly always: boolean } | undefined,
): Promise<readonly WordHint[]> {
  if (tokens.length === 0) return [];
  const beginning = unfinished && unfinished.token.length >= shortestBeginning ? unfinished.token : '';
  const { rows } = await sql<WordHint>`
    with asked as (
      select token, l.weight from unnest(${tokens}::text[]) as token left join catalog.lexicon l on l.word = token
    ),
    ending as materialized (
      select token, l.word, l.weight from asked cross join lateral (${commonestEndings}) as l
      where asked.token = ${beginning} and (asked.weight is null or ${unfinished?.always ?? false})
    )
    select 'known' as kind, token, token as word, weight from asked where weight is not null
    union all select 'ending', token, word, weight from ending
    union all select 'similar', asked.token, l.word, l.weight from asked cross join lateral (
        select word, weight from catalog.lexicon
        where word % asked.token and length(word) between length(asked.token) - 2 and length(asked.token) + 2
        order by similarity(word, asked.token) desc, weight desc, word limit 30) as l
      where asked.weight is null and length(asked.token) >= ${shortestMistyped}
        and not exists (select 1 from ending where ending.token = asked.token)`.execute(of(db));
  return rows;
}
