import { enqueue } from '../../../platform/jobs/jobs.queries.ts';
import type { PersonalData } from '../../../platform/module.ts';
import { forgetProofs, proofsOf } from './proofs.queries.ts';
import { removeFileTask } from './settle-proof.ts';

/** What a person showed to prove their reviews. Erase before the reviews forget whose they are. */
export const proofData: PersonalData = {
  name: 'reviews.proof',
  export: (db, personId) => proofsOf(db, personId),
  async erase(db, _actor, personId) {
    for (const key of await forgetProofs(db, personId))
      await enqueue(db, removeFileTask, { key }, { key: `${removeFileTask}:${key}` });
  },
};
