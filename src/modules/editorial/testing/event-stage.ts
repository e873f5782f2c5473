import type { TestBrowser } from '../../../platform/testing/browser.ts';
import { editorialStage } from './editorial-stage.ts';

/** The form of an event, and where the event then stands. */
export const eventWords = {
  version: '0',
  title: 'An evening at the loom',
  lang: 'en',
  summary: 'We weave together.',
  body: 'Bring **wool**.',
  host: 'The Loom',
  speakers: 'Ada — weaver\nBo',
  day: '2027-03-28',
  time: '18:30',
  endDay: '',
  endTime: '20:00',
  zone: 'Europe/Paris',
  place: 'Room 2',
  link: 'https://video.example/loom',
  seats: '1',
};
export const eventPath = '/en/events/an-evening-at-the-loom-2027';

/** News and events as a whole application, with an editor who holds events; call it once a test file. */
export async function eventStage() {
  const stage = await editorialStage();
  const edda = await stage.person('Edda');
  let editor: TestBrowser = await stage.signedIn(edda);
  const save = (id: string, more: Readonly<Record<string, string>>) =>
    editor.post(`/en/editor/events/${id}`, { ...eventWords, ...more });
  return {
    ...stage,
    save,
    editor: () => editor,
    /** After a leap of time that ended the session. */
    async signInAgain(): Promise<void> {
      editor = await stage.signedIn(edda);
    },
    /** A published event; returns its id. */
    async hold(more: Readonly<Record<string, string>> = {}): Promise<string> {
      const id = stage.tools.ids.next();
      const saved = await save(id, more);
      if (saved.status !== 200) throw new Error(`the event was answered ${saved.status}`);
      await editor.post(`/en/editor/events/${id}/publish`);
      return id;
    },
  };
}
