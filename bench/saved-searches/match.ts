// Matches what waits, alone in its process, so that the peak of its memory is its own. Prints one line of JSON.
import { systemActor } from '../../src/platform/actor.ts';
import { matchSearches } from '../../src/modules/catalog/match-searches/match-searches.ts';
import { newsOfMatches } from '../../src/modules/catalog/match-searches/tell-matches.ts';
import { announce } from '../../src/modules/notify/announce/announce.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { transact } from '../../src/platform/db/transact.ts';
import { systemIds } from '../../src/platform/time/ids.ts';
import { benchClock } from '../catalogue/build.ts';

export interface Run {
  readonly seconds: number;
  readonly courses: number;
  readonly searches: number;
  readonly matches: number;
  /** Announced one by one, kept for their followers; the other matches wait to be told together. */
  readonly news: number;
  /** Peak resident memory of this process, in megabytes. */
  readonly megabytes: number;
  /** New courses by the id of the search, of those asked about. */
  readonly found: Readonly<Record<string, readonly number[]>>;
}

const [, , url = '', batch = '', ...watched] = process.argv;
const database = openDatabase({ url, maximum: 2 });
const actor = systemActor('bench', benchClock.now(), systemIds(benchClock));
const asked = new Set(watched);
const found: Record<string, number[]> = {};
const total = { courses: 0, searches: 0, matches: 0, news: 0 };
const began = performance.now();
for (;;) {
  const matched = await transact(database.db, (inner) =>
    matchSearches(
      inner,
      async (within, some) => {
        for (const { search, courses } of some)
          if (asked.has(search.id)) (found[search.id] ??= []).push(...courses.map(({ n }) => n));
        total.news += await announce(within, actor, await newsOfMatches(within, actor, some));
      },
      Number(batch),
    ),
  );
  if (matched.courses === 0) break;
  total.courses += matched.courses;
  total.searches = Math.max(total.searches, matched.searches);
  total.matches += matched.matches;
}
const seconds = (performance.now() - began) / 1000;
const run: Run = { ...total, seconds, megabytes: process.resourceUsage().maxRSS / 1024, found };
console.log(JSON.stringify(run));
await database.close();
