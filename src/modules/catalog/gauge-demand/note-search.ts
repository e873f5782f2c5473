import type { AppContext } from '../../../platform/http/environment.ts';
import { networkOf } from '../../../platform/http/rate-limit.ts';
import type { CourseQuery, SearchResults } from '../search-courses/search-courses.ts';
import type { MissedSearches } from './missed-searches.ts';
import { addMissed } from './missed-searches.queries.ts';
import { keptWords, outcomeOf } from './missed-words.ts';

const robots = /bot\b|crawl|spider|slurp|preview/i;

/** Notes how a search of a person ended; now and then what was counted is kept, apart from the page that is read. */
export async function noteSearch(
  c: AppContext,
  misses: MissedSearches,
  query: CourseQuery,
  found: SearchResults,
): Promise<void> {
  const { actor, apart, lang } = c.var;
  const words = keptWords(found.query.text);
  const isAhead = c.req.header('sec-purpose')?.includes('prefetch') === true;
  if (words === undefined || query.page > 1 || isAhead || robots.test(c.req.header('user-agent') ?? ''))
    return;
  const outcome = outcomeOf(found, Object.keys(query.selection).length > 0);
  misses.note({ network: networkOf(actor.address), words, lang, outcome }, actor.now);
  // the page that is read does not fail because a count could not be kept
  await addMissed(apart, misses.take(actor.now)).catch(() => undefined);
}
