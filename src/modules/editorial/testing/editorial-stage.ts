import type { Module } from '../../../platform/module.ts';
import { type Actor, type Role, systemActor } from '../../../platform/actor.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { editorial } from '../index.ts';

const password = 'seven green kayaks';
let networks = 0;

/** Accounts and news as a whole application on a database of its own; call it once a test file. */
export async function editorialStage(own: Module = editorial) {
  const database = await testDatabase();
  const clock = testClock();
  const accounts = accountsModule(() => ({
    personalData: [accounts, own].flatMap((module) => module.personalData ?? []),
    entries: [],
  }));
  const tools = testTools(database, { messages: [accounts.messages, own.messages], clock });
  const app = testApp(tools, (each) => [accounts, own].forEach((module) => module.routes?.(each)), findActor);
  const { db } = database;
  const system = (): Actor => systemActor('test', clock.now(), tools.ids);
  const browser = () => new TestBrowser(app, `192.0.2.${(networks += 1) % 250}`, tools.config.baseUrl);
  /** Somebody with an account and these roles. */
  async function person(name: string, roles: Role[] = ['editor']) {
    const address = `${name.toLowerCase()}@example.org`;
    const id = await createPerson(db, system(), { name, address, password, lang: 'en', roles });
    if (id === undefined) throw new Error(`${address} has an account already`);
    const actor = (): Actor => ({ ...system(), kind: 'person', id, name, roles });
    return { id, name, address, actor };
  }
  return {
    ...tools,
    tools,
    db,
    clock,
    app,
    system,
    browser,
    person,
    visitor: (): Actor => ({ ...system(), kind: 'visitor', roles: [] }),
    /** A browser of somebody who is signed in. */
    async signedIn({ address }: { readonly address: string }): Promise<TestBrowser> {
      const made = browser();
      const shown = await made.post('/en/sign-in', { address, password });
      if (shown.status !== 200) throw new Error(`sign-in of ${address} answered ${shown.status}`);
      return made;
    },
  };
}
