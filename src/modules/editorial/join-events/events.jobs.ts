import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { forgetRegistrations, takeReminders } from './join-event.queries.ts';
import { write } from './join-event.ts';

const hour = 3_600_000;
/** So long before an event its guests are reminded. */
const remindBefore = 24 * hour;
const atOnce = 200;
const keptUnconfirmed = 7 * 24 * hour;
const keptAfter = 90 * 24 * hour;

/** Each quarter of an hour: reminds those with a seat of what begins within a day, each once. */
export const remindGuestsJob: JobTask = {
  name: 'editorial-remind-guests',
  cron: '5,20,35,50 * * * *',
  async run({ db, tools, actor, signal }) {
    const now = tools.clock.now();
    for (let more = true; more && !signal.aborted;) {
      more = await transact(db, async (inner) => {
        const due = await takeReminders(inner, now, new Date(now.getTime() + remindBefore), atOnce);
        for (const guest of due) await write(inner, { ...actor, now }, tools, 'reminder', guest.event, guest);
        return due.length === atOnce;
      });
    }
  },
};

/** Each night: who never confirmed is forgotten after a week, guests three months after the event. */
export const forgetGuestsJob: JobTask = {
  name: 'editorial-forget-guests',
  cron: '50 2 * * *',
  run: ({ db, tools }) => {
    const now = tools.clock.now().getTime();
    const [unconfirmed, over] = [new Date(now - keptUnconfirmed), new Date(now - keptAfter)];
    return transact(db, async (inner) => void (await forgetRegistrations(inner, unconfirmed, over)));
  },
};
