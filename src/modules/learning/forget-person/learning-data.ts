import type { PersonalData } from '../../../platform/module.ts';
import { forgetLearner, ownLearning } from './learning-data.queries.ts';

/** What learning holds about a person. */
export const learningData: PersonalData = {
  name: 'learning',
  export: (db, personId) => ownLearning(db, personId),
  erase: (db, _actor, personId) => forgetLearner(db, personId),
};
