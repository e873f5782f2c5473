import type pg from 'pg';
import { setFacets, traitFacets, traitFields } from '../../src/modules/catalog/search-courses/facets.ts';

/**
 * The obvious way, for comparison: rank every match and keep 24, then group once for each facet. Returns milliseconds.
 * `match` is a tsquery, undefined for the whole catalogue.
 */
export async function askNaively(
  pool: pg.Pool,
  match: string | undefined,
  rank: string | undefined,
): Promise<number> {
  const where = match === undefined ? '' : 'where e.words @@ $1::tsquery';
  const values = match === undefined ? [] : [match];
  const began = performance.now();
  const order = rank === undefined ? 'e.quality' : 'ts_rank(e.words, $2::tsquery)';
  await pool.query({
    text: `select e.n, e.card from catalog.search_entry e ${where} order by ${order} desc, e.n limit 24`,
    values: rank === undefined ? values : [...values, rank],
  });
  for (const facet of setFacets) {
    await pool.query({
      text: `select member, count(*) from catalog.search_entry e join catalog.facet_set s on s.id = e.${facet}
        cross join unnest(s.members) as member ${where} group by member order by 2 desc limit 60`,
      values,
    });
  }
  for (const facet of traitFacets) {
    const { shift, bits } = traitFields[facet];
    await pool.query({
      text: `select (e.traits >> ${shift}) & ${(1 << bits) - 1} as value, count(*)
        from catalog.search_entry e ${where} group by 1`,
      values,
    });
  }
  return performance.now() - began;
}
