import type { Role } from '../../../platform/actor.ts';
import { systemActor } from '../../../platform/actor.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { catalogModule } from '../../catalog/index.ts';
import { course, importing } from '../../catalog/testing/catalog-stage.ts';
import type { CourseDocument } from '../../catalog/testing/for-modules-above.ts';
import { notify } from '../../notify/index.ts';
import { lists } from '../index.ts';

const password = 'seven green kayaks';
let networks = 0;

/** Lists over a catalogue of a few courses, with people who sign in; call it once a test file. */
export async function listsStage(documents?: readonly CourseDocument[]) {
  const database = await testDatabase();
  const clock = testClock();
  const modules = [
    accountsModule(() => ({ personalData: [lists.personalData ?? []].flat(), entries: [] })),
    notify,
    catalogModule(),
    lists,
  ];
  const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
  const app = testApp(
    tools,
    (each) => {
      for (const module of modules) module.routes?.(each);
    },
    findActor,
  );
  const { db } = database;
  await importing(
    db,
    documents ?? ['bread', 'cakes', 'soups', 'pies'].map((key) => course(key, { title: titled(key) })),
  );
  const visitor = () => new TestBrowser(app, `198.51.${(networks += 1) >> 8}.${networks % 250}`);
  return {
    db,
    app,
    tools,
    clock,
    visitor,
    actor: () => systemActor('test', clock.now(), tools.ids),
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase()}@example.org`;
      const actor = systemActor('test', clock.now(), tools.ids);
      const id = await createPerson(db, actor, { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      await browser.post('/en/sign-in', { address, password });
      return { id, browser, actor: { ...actor, kind: 'person', id, name, roles } as const };
    },
    /** A list of somebody's with these courses, in this order. */
    async list(browser: TestBrowser, title: string, courses: readonly string[], more = {}): Promise<string> {
      const id = tools.ids.next();
      await browser.post('/en/lists/new', { id, title, lang: 'en', ...more });
      for (const slug of courses) await browser.post(`/en/lists/mine/${id}/add`, { course: slug });
      return id;
    },
  };
}

const titled = (key: string): string => key[0]?.toUpperCase() + key.slice(1);

/** Titles of the courses on a page of a list, in their order. */
export const titlesOn = (html: string): string[] =>
  [...html.matchAll(/<h2[^>]*><a [^>]*><bdi>([^<]*)<\/bdi><\/a><\/h2>/g)].map(([, title = '']) => title);
