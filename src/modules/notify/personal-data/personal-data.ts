import type { PersonalData } from '../../../platform/module.ts';
import { deleteOfPerson, ownFollowings } from './personal-data.queries.ts';

/** What somebody follows and was told; the letters themselves are mail, which accounts hands out and erases. */
export const notifyData: PersonalData = {
  name: 'following',
  export: (db, personId) => ownFollowings(db, personId),
  erase: (db, _actor, personId) => deleteOfPerson(db, personId),
};
