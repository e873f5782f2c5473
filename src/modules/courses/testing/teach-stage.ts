import type { Role } from '../../../platform/actor.ts';
import { systemActor } from '../../../platform/actor.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { catalogModule } from '../../catalog/index.ts';
import { notify } from '../../notify/index.ts';
import { coursesModule } from '../index.ts';

const password = 'seven green kayaks';

/** Pages of authoring over an empty site, with people who sign in; call it once a test file. */
export async function teachStage() {
  const database = await testDatabase();
  const clock = testClock();
  const courses = coursesModule();
  const modules = [
    accountsModule(() => ({ personalData: [courses.personalData ?? []].flat(), entries: [] })),
    notify,
    catalogModule(),
    courses,
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
  let networks = 0;
  const visitor = () => new TestBrowser(app, `198.51.100.${(networks += 1)}`);
  return {
    db,
    tools,
    clock,
    visitor,
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase()}@example.org`;
      const maker = systemActor('test', clock.now(), tools.ids);
      const id = await createPerson(db, maker, { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      await browser.post('/en/sign-in', { address, password });
      return {
        id,
        address,
        browser,
        actor: () => ({ ...maker, kind: 'person', id, name, roles, now: clock.now() }) as const,
      };
    },
    /** A course of one section with one empty unit, made through the page; its id and those of its parts. */
    async course(browser: TestBrowser, title = 'Bread', template = 'empty') {
      const id = tools.ids.next();
      const { html } = await browser.post('/en/teach/new', { id, title, lang: 'en', template });
      return {
        id,
        path: `/en/teach/courses/${id}`,
        sections: idsOn(html, 'sections'),
        units: idsOn(html, 'units'),
      };
    },
  };
}

/** Ids of the parts that a page of authoring shows, in their order. */
export const idsOn = (html: string, kind: 'sections' | 'units' | 'blocks'): string[] =>
  [...html.matchAll(new RegExp(`id="${kind}-([\\w-]+)"`, 'g'))].map(([, id = '']) => id);

/** The value of a hidden field. */
export const hiddenOn = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
