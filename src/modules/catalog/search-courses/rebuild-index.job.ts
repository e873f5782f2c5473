import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';
import { remakeEntries } from './index-courses.ts';
import { listedAfter } from './index-courses.queries.ts';

/**
 * Counts up when what an entry or its card holds changes: after such an upgrade every entry is made again, in the
 * background; until then older cards are still read.
 */
export const entryVersion = 3;
const setting = 'catalog.search-entry-version';
const batch = 500;

/** Makes every entry again where this program keeps another kind of entry than the one that wrote them. */
export const rebuildIndexJob: JobTask = {
  name: 'catalog-rebuild-index',
  cron: '*/5 * * * *',
  async run({ db, actor, signal }) {
    await rebuildIndex(db, actor, signal);
  },
};

/** Returns how many entries were made again; 0 where they are of today's kind. */
export async function rebuildIndex(db: Db, actor: Actor, signal?: AbortSignal): Promise<number> {
  if ((await readSetting(db, setting)) === entryVersion) return 0;
  let made = 0;
  for (
    let ids = await listedAfter(db, undefined, batch);
    ids.length > 0;
    ids = await listedAfter(db, ids.at(-1), batch)
  ) {
    if (signal?.aborted) return made;
    const some = ids;
    await transact(db, (inner) => remakeEntries(inner, some, actor.now));
    made += some.length;
  }
  await writeSetting(db, actor, setting, entryVersion);
  return made;
}
