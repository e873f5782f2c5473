import type { PersonalData } from '../../../platform/module.ts';
import { forgetPersonInEvents, registrationsOf } from '../join-events/join-event.queries.ts';
import { forgetEditor, whatEditorDid } from './editorial-data.queries.ts';

/** What news and events hold about a person: what they wrote, did and registered for. Articles stay; the name goes. */
export const editorialData: PersonalData = {
  name: 'editorial',
  export: async (db, personId) => ({
    ...(await whatEditorDid(db, personId)),
    events: await registrationsOf(db, personId),
  }),
  erase: async (db, _actor, personId) => {
    await forgetEditor(db, personId);
    await forgetPersonInEvents(db, personId);
  },
};
