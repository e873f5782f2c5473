import { transact } from '../../../platform/db/transact.ts';
import type { JobScene, JobTask } from '../../../platform/jobs/job.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';
import { findDuplicates } from './find-duplicates.ts';
import { changedCourses, type FeedPlace } from './find-duplicates.queries.ts';

const placeSetting = 'catalog.duplicates-place';
/** Courses looked at in one transaction, and how long one turn of the job may take. */
const batch = 50;
const turnMs = 120_000;

/** Every ten minutes: courses that changed since are compared with those they resemble. */
export const findDuplicatesJob: JobTask = {
  name: 'catalog-find-duplicates',
  cron: '7,17,27,37,47,57 * * * *',
  async run(scene) {
    const until = scene.tools.clock.now().getTime() + turnMs;
    while (!scene.signal.aborted && scene.tools.clock.now().getTime() < until)
      if (!(await compareSome(scene))) return;
  },
};

/** One batch of the change feed; false when there is nothing left. */
export function compareSome({ db, tools, actor }: JobScene): Promise<boolean> {
  return transact(db, async (inner) => {
    const place = ((await readSetting(inner, placeSetting)) as FeedPlace | undefined) ?? { xid: '0', id: 0 };
    const { courseIds, last } = await changedCourses(inner, place, batch);
    if (!last) return false;
    await findDuplicates(inner, { now: tools.clock.now(), ids: actor.ids }, courseIds);
    await writeSetting(inner, actor, placeSetting, { xid: last.xid, id: last.id });
    return true;
  });
}
