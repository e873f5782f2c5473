import type { PersonalData } from '../../../platform/module.ts';
import { deedsOf, forgetDeeds } from './forget-person.queries.ts';

/**
 * What the catalogue holds about a person: the bylines of their corrections, imports, merges and decisions. The facts
 * stay, since others rely on them; the byline goes.
 */
export const catalogPersonalData: PersonalData = {
  name: 'catalog',
  export: (db, personId) => deedsOf(db, personId),
  erase: (db, _actor, personId) => forgetDeeds(db, personId),
};
