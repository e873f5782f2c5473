import type { PersonalData } from '../../../platform/module.ts';
import { publish } from '../../../platform/events/publish.ts';
import { reviewChanged } from '../events.ts';
import { moderationData } from '../moderate-reviews/moderation-data.ts';
import { proofData } from '../prove-review/proof-data.ts';
import { forgetWords, wordsOf } from './forget-person.queries.ts';

/** What people wrote here, reported and decided: shown as it is; anonymised when they leave. */
export const reviewsPersonalData: PersonalData = {
  name: 'reviews',
  export: async (db, personId) => ({
    ...(await wordsOf(db, personId)),
    moderation: await moderationData.export(db, personId),
    proofs: await proofData.export(db, personId),
  }),
  erase: async (db, actor, personId) => {
    // before the reviews forget whose they are
    await moderationData.erase(db, actor, personId);
    await proofData.erase(db, actor, personId);
    for (const review of await forgetWords(db, personId))
      await publish(db, actor, reviewChanged({ ...review, before: 'published', after: 'published' }));
  },
};
