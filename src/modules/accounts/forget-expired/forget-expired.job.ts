import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { idleSince } from '../session/session-life.ts';
import { deleteExpired } from './forget-expired.queries.ts';

/** What no longer works is not kept either: every hour. */
export const forgetExpiredJob: JobTask = {
  name: 'accounts-forget-expired',
  cron: '37 * * * *',
  run: ({ db, actor }) => transact(db, (inner) => deleteExpired(inner, actor.now, idleSince(actor.now))),
};
