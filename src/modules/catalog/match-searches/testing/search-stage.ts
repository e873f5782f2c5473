import { type Db } from '../../../../platform/db/database.ts';
import { transact } from '../../../../platform/db/transact.ts';
import type { JobTask } from '../../../../platform/jobs/job.ts';
import { follow } from '../../../notify/index.ts';
import { saveSearches } from '../../save-search/save-searches.ts';
import type { Selection } from '../../search-courses/facets.ts';
import { followStage } from '../../testing/follow-stage.ts';
import { matchSearchesJob, sumUpMatchesJob } from '../match-searches.job.ts';
import { followWants, searchKind } from '../search-topic.ts';
import { announcedMatches } from './search-stage.queries.ts';

/** The catalogue with people who follow searches, and what they were told. */
export async function searchStage() {
  const stage = await followStage();
  const { db, clock, tools } = stage;
  const run = (task: JobTask): Promise<void> =>
    task.run({ tools, db, actor: stage.system(), signal: new AbortController().signal }, {});
  let told = 0;
  return {
    ...stage,
    run,
    /** A new person follows a search; returns its id. */
    async searchFollowed(q: string, selection: Selection = {}): Promise<string> {
      const by = await stage.person();
      return transact(db, async (inner: Db) => {
        const [id = ''] = await saveSearches(inner, clock.now(), [
          { q, selection, lang: 'en', said: q || 'all' },
        ]);
        const topic = { kind: searchKind, subject: id };
        const how = { by: { account: true }, pace: 'at-once', lang: 'en' } as const;
        await follow(inner, by, {
          id: tools.ids.next(),
          topic,
          wants: followWants,
          title: q,
          path: '/courses',
          ...how,
        });
        return id;
      });
    },
    match: () => run(matchSearchesJob),
    sumUp: () => run(sumUpMatchesJob),
    /** What was announced since the last time this was asked, as "search: title" or "search: count". */
    async news(): Promise<string[]> {
      const all = await announcedMatches(db);
      const fresh = all.slice(told);
      told = all.length;
      return fresh
        .map(({ values }) => `${String(values['search'])}: ${String(values['title'] ?? values['n'])}`)
        .toSorted();
    },
  };
}
