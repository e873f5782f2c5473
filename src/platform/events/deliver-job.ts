import type { JobTask } from '../jobs/job.ts';
import { deliverEvents } from './deliver.ts';
import type { Subscriber } from './event.ts';
import { deliverTask } from './publish.ts';

/** Delivery is woken by every event, and once a minute for whatever was left behind. */
export const deliverJob = (subscribers: readonly Subscriber[]): JobTask => ({
  name: deliverTask,
  cron: '* * * * *',
  run: ({ db, tools }) => deliverEvents(db, subscribers, tools.clock),
});
