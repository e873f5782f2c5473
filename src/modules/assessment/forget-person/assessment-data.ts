import type { PersonalData } from '../../../platform/module.ts';
import { askToRemove } from '../keep-files/remove-files.job.ts';
import { forgetLearner, ownAssessment } from './assessment-data.queries.ts';

/** What assessment holds about a person. */
export const assessmentData: PersonalData = {
  name: 'assessment',
  export: (db, personId) => ownAssessment(db, personId),
  async erase(db, _actor, personId) {
    await askToRemove(db, await forgetLearner(db, personId));
  },
};
