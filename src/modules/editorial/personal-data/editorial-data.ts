import type { PersonalData } from '../../../platform/module.ts';
import { forgetEditor, whatEditorDid } from './editorial-data.queries.ts';

/** What the news hold about a person: what they wrote and did. Articles stay; the name goes. */
export const editorialData: PersonalData = {
  name: 'editorial',
  export: (db, personId) => whatEditorDid(db, personId),
  erase: (db, _actor, personId) => forgetEditor(db, personId),
};
