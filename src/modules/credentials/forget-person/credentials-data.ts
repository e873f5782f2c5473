import type { PersonalData } from '../../../platform/module.ts';
import { forgetDocuments } from '../make-document/remove-document.job.ts';
import { attestationsData, dropSamples, forgetHolder } from './credentials-data.queries.ts';

/**
 * What attestations say of a person. After an erasure the number is still known, so that nobody takes it for an invented
 * one, and its page says that the holder took it back: no name, no way to the person, no document.
 */
export const credentialsData: PersonalData = {
  name: 'credentials',
  export: (db, personId) => attestationsData(db, personId),
  async erase(db, actor, personId) {
    const held = await forgetHolder(db, personId, actor.now);
    await forgetDocuments(db, held);
    await dropSamples(db, held);
  },
};
