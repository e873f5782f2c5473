import { type Actor, type Role, systemActor } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Module } from '../../../platform/module.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../index.ts';

const password = 'seven green kayaks';

export interface PeopleStageOptions {
  /** The modules under test, after that of accounts. */
  readonly modules: readonly Module[];
  readonly config?: Partial<Config>;
}

/** Modules as a whole application on a database of its own, with people who sign in; call it once a test file. */
export async function peopleStage({ modules, config = {} }: PeopleStageOptions) {
  const database = await testDatabase();
  const clock = testClock();
  const all = [
    accountsModule(() => ({ personalData: modules.flatMap((each) => each.personalData ?? []), entries: [] })),
    ...modules,
  ];
  const tools = testTools(database, { messages: all.map(({ messages }) => messages), clock, config });
  const app = testApp(tools, (each) => all.forEach((module) => module.routes?.(each)), findActor);
  const { db } = database;
  const actor = (): Actor => systemActor('test', clock.now(), tools.ids);
  let networks = 0;
  /** Each from a network of its own, so that limits of one do not touch another. */
  const visitor = () => new TestBrowser(app, `198.51.${100 + ((networks += 1) >> 8)}.${networks % 250}`);
  return {
    db,
    apart: database.apart.db,
    app,
    tools,
    clock,
    visitor,
    actor,
    jobs: all.flatMap((module) => module.jobs ?? []),
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}@example.org`;
      const id = await createPerson(db, actor(), { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      const signIn = () => browser.post('/en/sign-in', { address, password });
      await signIn();
      return {
        id,
        address,
        browser,
        /** Once more: after some weeks a session has ended. */
        signIn,
        actor: () => ({ ...actor(), kind: 'person', id, name, roles }) as const,
      };
    },
  };
}
