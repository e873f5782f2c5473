import { z } from 'zod';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { readFeeds } from './read-feeds.ts';

export const readFeedsTask = 'editorial-read-feeds';
const payload = z.object({ feedId: z.uuid().optional() });

/** Every ten minutes, those whose time has come; at once, one that an editor asks for. */
export const readFeedsJob: JobTask = {
  name: readFeedsTask,
  cron: '*/10 * * * *',
  async run({ db, actor, tools, signal }, given) {
    const { feedId } = payload.parse(given ?? {});
    await readFeeds({ db, actor, fetcher: tools.fetcher, signal }, feedId);
  },
};
