import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { followedSubjects } from '../../notify/index.ts';
import { searchKind } from '../match-searches/search-topic.ts';
import { dropSearches, savedBefore } from './save-search.queries.ts';

/** Longer than the button in a letter lasts: whoever asked to follow by letter may still press it. */
const keptDays = 7;
const atOnce = 2000;

/** Every night: searches that nobody follows (any more) are dropped, a week after they were last asked for. */
export const dropUnfollowedJob: JobTask = {
  name: 'catalog-drop-unfollowed-searches',
  cron: '40 2 * * *',
  async run({ db, actor, signal }) {
    const before = new Date(actor.now.getTime() - keptDays * 86_400_000);
    let ids = await savedBefore(db, before, undefined, atOnce);
    while (ids.length > 0 && !signal.aborted) {
      const some = ids;
      await transact(db, async (inner) => {
        const followed = await followedSubjects(inner, searchKind, some);
        await dropSearches(
          inner,
          some.filter((id) => !followed.has(id)),
          before,
        );
      });
      ids = await savedBefore(db, before, some.at(-1), atOnce);
    }
  },
};
