import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { announce } from '../../notify/index.ts';
import { matchTask } from './expect-matches.ts';
import { matchSearches } from './match-searches.ts';
import { sumUpMatches } from './sum-up-matches.ts';
import { newsOfMatches } from './tell-matches.ts';

/**
 * Woken by every change of courses (expect-matches.ts), and now and then for whatever was left behind. Goes on where it was
 * stopped: what was not matched still waits.
 */
export const matchSearchesJob: JobTask = {
  name: matchTask,
  cron: '*/10 * * * *',
  async run({ db, actor, signal }) {
    let courses: number;
    do {
      ({ courses } = await transact(db, (inner) =>
        matchSearches(inner, async (within, found) => {
          await announce(within, actor, await newsOfMatches(within, actor, found));
        }),
      ));
    } while (courses > 0 && !signal.aborted);
  },
};

/** Tells together what came in numbers, once it has been quiet for an hour. */
export const sumUpMatchesJob: JobTask = {
  name: 'catalog-sum-up-matches',
  cron: '7,22,37,52 * * * *',
  async run({ db, actor, signal }) {
    let told: number;
    do {
      told = await transact(db, (inner) => sumUpMatches(inner, actor));
    } while (told > 0 && !signal.aborted);
  },
};
