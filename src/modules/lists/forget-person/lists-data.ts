import type { PersonalData } from '../../../platform/module.ts';
import { forgetOwner, ownListsData } from './lists-data.queries.ts';

/** What lists hold about a person. */
export const listsData: PersonalData = {
  name: 'lists',
  export: (db, personId) => ownListsData(db, personId),
  erase: (db, _actor, personId) => forgetOwner(db, personId),
};
