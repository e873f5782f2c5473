import type { PersonalData } from '../../../platform/module.ts';
import { claimsOf, forgetClaims } from '../claim-provider/claim-provider.queries.ts';
import { deedsOf, forgetDeeds } from './forget-person.queries.ts';

/**
 * What the catalogue holds about a person: the bylines of their corrections, imports, merges and decisions. The facts
 * stay, since others rely on them; the byline goes.
 */
export const catalogPersonalData: PersonalData = {
  name: 'catalog',
  export: async (db, personId) => ({
    ...(await deedsOf(db, personId)),
    providers: await claimsOf(db, personId),
  }),
  erase: async (db, _actor, personId) => {
    await forgetDeeds(db, personId);
    await forgetClaims(db, personId);
  },
};
