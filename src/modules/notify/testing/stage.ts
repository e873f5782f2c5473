import { systemActor } from '../../../platform/actor.ts';
import type { Actor } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { MessageKey, MessageSet } from '../../../platform/i18n/messages.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import type { FollowWish, News } from '../contract.ts';
import { notify } from '../index.ts';

/** What a topic of the tests says, in two languages; the others fall back to English. */
const english = {
  'test.thing.want.opens': 'When it opens',
  'test.thing.want.closes': 'When it closes',
  'test.opens': '{course} opens on {day}, for {price}',
  'test.plain': '{what}',
  'test.soon': 'soon',
};

const testMessages: MessageSet = {
  en: english,
  fr: { ...english, 'test.opens': '{course} ouvre le {day}, pour {price}', 'test.soon': 'bientôt' },
  ar: { ...english, 'test.opens': 'تُفتح {course} يوم {day} بسعر {price}', 'test.soon': 'قريبًا' },
  es: english,
  pt: english,
  ru: english,
  zh: english,
};

const password = 'seven green kayaks';

/** The module, with accounts below it, as a whole application on a database of its own. */
export async function notifyStage(config: Partial<Config> = {}) {
  const database = await testDatabase();
  const clock = testClock();
  const accounts = accountsModule(() => ({ personalData: [], entries: [] }));
  const tools = testTools(database, {
    messages: [accounts.messages, notify.messages, testMessages],
    clock,
    config,
  });
  const app = testApp(
    tools,
    (target) => {
      accounts.routes?.(target);
      notify.routes?.(target);
    },
    findActor,
  );
  const { db } = database;
  const system = () => systemActor('test', clock.now(), tools.ids);
  let network = 0;
  return {
    db,
    clock,
    tools,
    app,
    actor: system,
    /** A visitor from a network of their own. */
    visitor: (lang: Lang = 'en', address = `198.51.100.${(network += 1) % 250}`): Actor => ({
      ...system(),
      kind: 'visitor',
      roles: [],
      lang,
      address,
    }),
    browser: (address = `192.0.2.${(network += 1) % 250}`) =>
      new TestBrowser(app, address, tools.config.baseUrl),
    /** Runs a deed as a request does: one transaction. */
    deed: <T>(run: (db: Db) => Promise<T>): Promise<T> => transact(db, run),
    /** A person with a proved address, and themselves as an actor. */
    async person(address: string, lang: Lang = 'en'): Promise<Actor & { readonly id: string }> {
      const id = await createPerson(db, system(), { name: 'Awa', lang, roles: [], address, password });
      if (id === undefined) throw new Error(`${address} has an account already`);
      return { ...system(), kind: 'person', id, name: 'Awa', roles: [], lang };
    },
    async signIn(browser: TestBrowser, address: string): Promise<void> {
      const shown = await browser.post('/en/sign-in', { address, password });
      if (shown.status !== 200) throw new Error(`sign-in of ${address} answered ${shown.status}`);
    },
    wish: (own: Partial<FollowWish> & Pick<FollowWish, 'by'>): FollowWish => ({
      id: tools.ids.next(),
      topic: { kind: 'test.thing', subject: 'bread' },
      wants: ['opens'],
      title: 'Bread',
      path: '/things/bread',
      pace: 'at-once',
      lang: 'en',
      ...own,
    }),
    news: (key: string, own: Partial<News> = {}): News => ({
      key,
      topic: { kind: 'test.thing', subject: 'bread' },
      want: 'opens',
      sentence: 'test.plain' as MessageKey,
      values: { what: `news ${key}` },
      path: '/things/bread',
      ...own,
    }),
  };
}

export type NotifyStage = Awaited<ReturnType<typeof notifyStage>>;
