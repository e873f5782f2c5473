import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { readSearches } from '../match-searches/read-searches.ts';
import { entryVersion } from '../search-courses/rebuild-index.job.ts';
import { keepReadings, searchesToReread, type SearchToReread } from './save-search.queries.ts';
import { notWorthSaving } from './worth-saving.ts';

const atOnce = 1000;

/**
 * Every night: searches that were read for entries of an older kind, and those whose last word the catalogue has by now, are
 * read once and kept, so that matching need not read them each time.
 */
export const rereadSearchesJob: JobTask = {
  name: 'catalog-reread-searches',
  cron: '50 2 * * *',
  async run({ db, signal }) {
    let some = await searchesToReread(db, entryVersion, undefined, atOnce);
    while (some.length > 0 && !signal.aborted) {
      const searches = some;
      await transact(db, (inner) => reread(inner, searches));
      some = await searchesToReread(db, entryVersion, searches.at(-1)?.id, atOnce);
    }
  },
};

async function reread(db: Db, searches: readonly SearchToReread[]): Promise<void> {
  const readings = await readSearches(db, searches);
  const kept = searches.flatMap(({ id, selection }, place) => {
    const reading = readings[place];
    if (!reading) return [];
    // what says nothing today goes on being read anew: it must not become a search for everything
    const unfinished = reading.unfinished || notWorthSaving(reading, selection) !== undefined;
    return [{ id, match: reading.match, unfinished, anchors: unfinished ? [] : reading.anchors }];
  });
  await keepReadings(db, kept, entryVersion);
}
