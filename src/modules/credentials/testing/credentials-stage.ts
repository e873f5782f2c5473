import type { Role } from '../../../platform/actor.ts';
import { systemActor } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import type { AttestationFacts } from '../attestation.ts';
import { credentialsModule } from '../index.ts';
import { issueAttestation } from '../issue-attestation/issue-attestation.ts';
import { attested } from './attested.ts';

const password = 'seven green kayaks';
let networks = 0;

/** Attestations over accounts, with people who sign in; call it once a test file. */
export async function credentialsStage(config: Partial<Config> = {}) {
  const database = await testDatabase();
  const clock = testClock();
  /** Who owns which courses: person to courses. */
  const owned = new Map<string, string[]>();
  const credentials = credentialsModule({ ownedCourses: async (_db, personId) => owned.get(personId) ?? [] });
  const modules = [
    accountsModule(() => ({ personalData: [credentials.personalData ?? []].flat(), entries: [] })),
    credentials,
  ];
  const tools = testTools(database, { messages: modules.map(({ messages }) => messages), clock, config });
  const app = testApp(tools, (each) => modules.forEach((module) => module.routes?.(each)), findActor);
  const { db } = database;
  const actor = () => systemActor('test', clock.now(), tools.ids);
  const visitor = () => new TestBrowser(app, `198.51.${(networks += 1) >> 8}.${networks % 250}`);
  return {
    db,
    apart: database.apart.db,
    tools,
    clock,
    owned,
    actor,
    visitor,
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase()}@example.org`;
      const id = await createPerson(db, actor(), { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      await browser.post('/en/sign-in', { address, password });
      return { id, browser, actor: { ...actor(), kind: 'person', id, name, roles } as const };
    },
    /** Number of a new attestation of somebody's. */
    async issue(personId: string, more: Partial<AttestationFacts> = {}): Promise<string> {
      return (await issueAttestation(db, actor(), attested(personId, more))).number;
    },
  };
}
