import type { Db } from '../../../../platform/db/database.ts';
import { enqueue } from '../../../../platform/jobs/jobs.queries.ts';

export const makeFilmsTask = 'courses-make-films';

/** Films that wait are made soon, one after the other. */
export const askToMakeFilms = (db: Db): Promise<void> =>
  enqueue(db, makeFilmsTask, {}, { key: makeFilmsTask, priority: 10 });
