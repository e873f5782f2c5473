import { type RawBuilder, sql } from 'kysely';
import type { MatchExpression } from './match-expression.ts';
import { placeWeights, scorePoints, type ScorePart } from './ranking.ts';

type Sql = RawBuilder<unknown>;

const weights = `{${placeWeights.D},${placeWeights.C},${placeWeights.B},${placeWeights.A}}`;
/** What ts_rank divides one occurrence by: the sum of 1/i² without end. */
const occurrenceUnit = Math.PI ** 2 / 6;

/**
 * The formula of ranking.ts in SQL, part by part, over `catalog.search_entry e`; `titled` tells whether all the words stand in
 * the title, `tongue` is 0 where no language comes first.
 */
export function scoreParts(
  match: MatchExpression,
  tongue: number,
  titled: Sql,
): Readonly<Record<ScorePart, Sql>> {
  const unit = (occurrenceUnit * match.lexemeCount) / match.wordCount;
  return {
    words: sql`${sql.lit(scorePoints.words)}
      * least(1, ts_rank(${weights}::float4[], e.words, (select ${match.rank}::tsquery)) * ${unit}::float8)`,
    title: sql`case when ${titled} then ${sql.lit(scorePoints.title)}
      * (0.5 + 0.5 * least(1, ${match.wordCount}::float8 / greatest(e.title_words, 1))) else 0 end`,
    language:
      tongue === 0
        ? sql`0`
        : sql`case when e.tongue = ${tongue}::int then ${sql.lit(scorePoints.language)} else 0 end`,
    quality: sql`${sql.lit(scorePoints.quality)} * e.quality / 1000.0`,
  };
}

/** The sum of the parts. */
export function scoreOf(match: MatchExpression, tongue: number, titled: Sql): Sql {
  return sql`(${sql.join(Object.values(scoreParts(match, tongue, titled)), sql` + `)})::float8`;
}
