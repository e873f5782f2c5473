import type { Role } from '../../../platform/actor.ts';
import { systemActor } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { mailTo, type StoredMail } from '../../../platform/mail/mail.queries.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../index.ts';
import { accountsData } from '../export-data/accounts-data.ts';
import { accountsMessages } from '../messages/index.ts';

export const goodPassword = 'seven green kayaks';

/** Who is signed in, as the home page of the stage says. */
export interface Who {
  readonly kind: string;
  readonly id?: string;
  readonly name?: string;
  readonly roles: readonly string[];
}

export interface NewPerson {
  readonly address: string;
  readonly name?: string;
  readonly password?: string | null;
  readonly roles?: Role[];
  readonly lang?: Lang;
}

let lastNetwork = 0;

const accounts = accountsModule(() => ({ personalData: [accountsData], entries: [] }));

/** The accounts module as a whole application on a database of its own; call it once a test file. */
export async function accountsStage(config: Partial<Config> = {}) {
  const database = await testDatabase();
  const clock = testClock();
  const tools = testTools(database, { messages: [accountsMessages], clock, config });
  const routes: NonNullable<typeof accounts.routes> = (app) => {
    accounts.routes?.(app);
    app.get('/', (c) => {
      const { kind, id, name, roles } = c.var.actor;
      return c.json({ kind, id, name, roles });
    });
  };
  const app = testApp(tools, routes, findActor);
  const { db } = database;
  return {
    ...tools,
    db,
    clock,
    app,
    tools,
    actor: () => systemActor('test', clock.now(), tools.ids),
    /** Each from its own network address, so that limits of one do not touch another. */
    browser: (address = `192.0.2.${(lastNetwork += 1) % 250}`) =>
      new TestBrowser(app, address, tools.config.baseUrl),
    /** A person with a proved address, as they are after signing up. */
    async person({ address, name = 'Awa', password = goodPassword, roles = [], lang = 'en' }: NewPerson) {
      const actor = systemActor('test', clock.now(), tools.ids);
      const person = { name, lang, roles, address, ...(password !== null && { password }) };
      const id = await createPerson(db, actor, person);
      if (id === undefined) throw new Error(`${address} has an account already`);
      return id;
    },
    async letters(address: string): Promise<StoredMail[]> {
      return mailTo(db, [address]);
    },
  };
}

export const who = async (browser: TestBrowser): Promise<Who> =>
  JSON.parse((await browser.get('/')).html) as Who;

/** Path of the letter's button. */
export function pathIn(mail: StoredMail | undefined): string {
  const url = /https?:\/\/\S+\?token=\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  return url.replace(/^https?:\/\/[^/]+/, '');
}

export const tokenIn = (mail: StoredMail | undefined): string => pathIn(mail).split('token=')[1] ?? '';
export const digitsIn = (mail: StoredMail | undefined): string =>
  /^\d{6}$/m.exec(mail?.text ?? '')?.[0] ?? '';

/** Signs in through the form; fails loudly when that did not work. */
export async function signIn(browser: TestBrowser, address: string, password = goodPassword): Promise<void> {
  const shown = await browser.post('/en/sign-in', { address, password });
  if (shown.status !== 200) throw new Error(`sign-in of ${address} answered ${shown.status}`);
}
