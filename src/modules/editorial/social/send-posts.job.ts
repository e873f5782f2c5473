import type { JobTask } from '../../../platform/jobs/job.ts';
import { sendPosts } from './send-posts.ts';

export const sendPostsTask = 'editorial-send-posts';

/** At the instant of each post, and once a minute for tries that are due again. */
export const sendPostsJob: JobTask = {
  name: sendPostsTask,
  cron: '* * * * *',
  async run({ db, actor, tools, signal }) {
    await sendPosts({ db, actor, fetcher: tools.fetcher, signal });
  },
};
