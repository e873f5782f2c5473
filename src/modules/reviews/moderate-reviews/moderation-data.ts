import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { burstRules } from '../examine-review/burst-rules.ts';
import { forgetModerationDeeds, forgetNetworks, moderationDeeds } from './moderation-data.queries.ts';

/** Reports, appeals and decisions of a person. Erase before the reviews themselves forget whose they are. */
export const moderationData: PersonalData = {
  name: 'reviews.moderation',
  export: (db, personId) => moderationDeeds(db, personId),
  erase: (db, _actor, personId) => forgetModerationDeeds(db, personId),
};

/** Every night: what is remembered of networks goes when bursts need it no more. */
export const forgetNetworksJob: JobTask = {
  name: 'reviews-forget-networks',
  cron: '25 3 * * *',
  async run({ db, actor }) {
    const before = new Date(actor.now.getTime() - burstRules.networkDays * 86_400_000);
    await transact(db, (inner) => forgetNetworks(inner, before));
  },
};
