import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import { forgetBrowseCounts, saveBrowseCounts, settleIndex } from './browse-counts.queries.ts';
import { facetCounts, type FacetCounts } from './facet-counts.ts';
import { type Facet, facets, type Selection } from './facets.ts';
import { askIndex } from './search-courses.queries.ts';
import { choiceKey } from './search-courses.ts';

/** Choices with more courses than this are counted ahead; below, counting takes less than a tenth of a second. */
const commonFrom = 10_000;

/**
 * Makes the counts of the whole catalogue, and of each common choice, ready for whoever browses; settles the word index
 * first. Opens its own transactions, one a choice: called by the job. Returns how many counts stand ready.
 */
export async function refreshCounts(db: Db, now: Date, common = commonFrom): Promise<number> {
  await transact(db, settleIndex);
  const whole = await countAhead(db, {}, now);
  const choices = commonChoices(whole, common);
  for (const selection of choices) await countAhead(db, selection, now);
  await transact(db, (inner) => forgetBrowseCounts(inner, now));
  return choices.length + 1;
}

function commonChoices(counts: FacetCounts, common: number): Selection[] {
  return facets.flatMap((facet: Facet) =>
    counts[facet].filter(({ count }) => count > common).map(({ value }): Selection => ({ [facet]: [value] })),
  );
}

async function countAhead(db: Db, selection: Selection, now: Date): Promise<FacetCounts> {
  return transact(db, async (inner) => {
    const answer = await askIndex(inner, { selection, sort: 'newest', offset: 0, limit: 1, tongue: 0 });
    const counted = facetCounts(answer, selection);
    await saveBrowseCounts(inner, choiceKey(selection), { total: answer.total, facets: counted }, now);
    return counted;
  });
}
