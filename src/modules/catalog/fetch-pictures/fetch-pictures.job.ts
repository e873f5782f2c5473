import type { JobTask } from '../../../platform/jobs/job.ts';
import { allowChosenHosts } from '../manage-sources/allowed-hosts.ts';
import { fetchPicture } from './fetch-picture.ts';
import { wantedPictures } from './fetch-pictures.queries.ts';

const perRun = 100;
const turnMs = 240_000;

/** Every five minutes: some pictures that courses want, one after the other. */
export const fetchPicturesJob: JobTask = {
  name: 'catalog-fetch-pictures',
  cron: '3,8,13,18,23,28,33,38,43,48,53,58 * * * *',
  async run({ tools, db, signal }) {
    const until = tools.clock.now().getTime() + turnMs;
    await allowChosenHosts(db, tools.fetcher);
    for (const url of await wantedPictures(db, tools.clock.now(), perRun)) {
      if (signal.aborted || tools.clock.now().getTime() > until) return;
      await fetchPicture({ tools, db, signal }, url);
    }
  },
};
