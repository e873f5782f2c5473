import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { countUnread } from '../deliver/count-unread.ts';
import { forgetOld } from './forget.queries.ts';

const day = 86_400_000;
/** A year of news is kept: what opened last autumn says when it opens again. */
const keptDays = 400;
/** Long enough for the link of the last letter to be pressed once more. */
const idleDays = 30;

/** Every night. */
export const forgetNewsJob: JobTask = {
  name: 'notify-forget',
  cron: '47 2 * * *',
  run: ({ db, actor }) => {
    const ago = (days: number) => new Date(actor.now.getTime() - days * day);
    return transact(db, async (inner) => {
      await countUnread(inner, await forgetOld(inner, actor.now, ago(keptDays), ago(idleDays)));
    });
  },
};
