import { afterAll } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import type { Actor, Role } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { JobTask } from '../../../platform/jobs/job.ts';
import { mailPage, mailTo, type StoredMail } from '../../../platform/mail/mail.queries.ts';
import { sendMailJob } from '../../../platform/mail/send-mail.job.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { MessageKey, MessageSet } from '../../../platform/i18n/messages.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import type { FollowWish, News } from '../contract.ts';
import { follow, notify } from '../index.ts';
import { publishedEvents } from './rows.queries.ts';

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
export async function notifyStage({ smtpPort }: { readonly smtpPort?: number } = {}) {
  const database = await testDatabase();
  const clock = testClock();
  const accounts = accountsModule(() => ({ personalData: [], entries: [] }));
  const mailUrl = smtpPort === undefined ? undefined : `smtp://127.0.0.1:${smtpPort}`;
  const tools = testTools(database, {
    messages: [accounts.messages, notify.messages, testMessages],
    clock,
    config: { mailUrl },
  });
  afterAll(() => tools.mailer.close());
  const app = testApp(
    tools,
    (target) => {
      accounts.routes?.(target);
      notify.routes?.(target);
    },
    findActor,
  );
  const { db } = database;
  const runTask = async (task: JobTask | undefined, payload: unknown = {}): Promise<void> => {
    if (!task) throw new Error('there is no such job');
    const actor = systemActor(task.name, clock.now(), tools.ids);
    await task.run({ tools, db, actor, signal: new AbortController().signal }, payload);
  };
  const system = () => systemActor('test', clock.now(), tools.ids);
  let network = 0;
  const runNamed = (name: string, payload?: unknown): Promise<void> =>
    runTask(
      notify.jobs?.find((job) => job.name === name),
      payload,
    );
  const visitorFrom = (lang: Lang = 'en', address = `198.51.100.${(network += 1) % 250}`): Actor => ({
    ...system(),
    kind: 'visitor',
    roles: [],
    lang,
    address,
  });
  const wishFor = (own: Partial<FollowWish> & Pick<FollowWish, 'by'>): FollowWish => ({
    id: tools.ids.next(),
    topic: { kind: 'test.thing', subject: 'bread' },
    wants: ['opens'],
    title: 'Bread',
    path: '/things/bread',
    pace: 'at-once',
    lang: 'en',
    ...own,
  });
  const makePerson = async (address: string, lang: Lang, roles: Role[] = []): Promise<string> => {
    const id = await createPerson(db, system(), { name: 'Awa', lang, roles, address, password });
    if (id === undefined) throw new Error(`${address} has an account already`);
    return id;
  };
  const signIn = async (browser: TestBrowser, address: string): Promise<void> => {
    const shown = await browser.post('/en/sign-in', { address, password });
    if (shown.status !== 200) throw new Error(`sign-in of ${address} answered ${shown.status}`);
  };
  return {
    db,
    clock,
    tools,
    app,
    actor: system,
    /** A visitor from a network of their own. */
    visitor: visitorFrom,
    browser: (address = `192.0.2.${(network += 1) % 250}`) =>
      new TestBrowser(app, address, tools.config.baseUrl),
    /** Runs a job of the module. */
    run: runNamed,
    /** Brings the news to those who follow, as far as they are due. */
    deliver: () => runNamed('notify-deliver'),
    /** Lets the end of the minute pass, so that what is told at once is due. */
    async deliverAtOnce(): Promise<void> {
      clock.forward(60);
      await runNamed('notify-deliver');
    },
    /** Hands waiting letters to the mail server, and its refusals to whoever listens. */
    async sendLetters(): Promise<void> {
      for (const { id } of await mailPage(db, 1_000, { state: 'waiting' }))
        await runTask(sendMailJob, { id });
      // Handed over directly: delivery waits for every transaction of the server, those of other test files too.
      for (const { events, handle } of notify.subscribers ?? [])
        await transact(db, async (inner) => handle(inner, await publishedEvents(inner, events)));
    },
    /** What was written to an address, the latest last. */
    letters: (address: string): Promise<StoredMail[]> => mailTo(db, [address]),
    /** Runs a deed as a request does: one transaction. */
    deed: <T>(run: (db: Db) => Promise<T>): Promise<T> => transact(db, run),
    /** A person with a proved address, and themselves as an actor. */
    async person(address: string, lang: Lang = 'en'): Promise<Actor & { readonly id: string }> {
      const id = await makePerson(address, lang);
      return { ...system(), kind: 'person', id, name: 'Awa', roles: [], lang };
    },
    signIn,
    /** A visitor asks to follow by letter, and presses the button behind its link in a browser of their own. */
    async confirm(address: string, own: Partial<FollowWish> = {}) {
      const asked = wishFor({ ...own, by: { mail: address } });
      await transact(db, (inner) => follow(inner, visitorFrom('en'), asked));
      await runNamed('notify-confirm', { id: asked.id });
      const token = tokenIn((await mailTo(db, [address])).at(-1), '/following/confirm');
      const browser = new TestBrowser(app, `192.0.2.${(network += 1) % 250}`, tools.config.baseUrl);
      await browser.post('/en/following/confirm', { token });
      return { browser, secret: browser.cookies.get('follower') ?? '' };
    },
    /** An operator blocks a person. */
    async block(personId: string): Promise<void> {
      const operator = new TestBrowser(app, '192.0.2.254', tools.config.baseUrl);
      await makePerson('operator@example.org', 'en', ['operator']);
      await signIn(operator, 'operator@example.org');
      const shown = await operator.post(`/en/operator/people/${personId}/block`);
      if (shown.status !== 200) throw new Error(`blocking answered ${shown.status}`);
    },
    wish: wishFor,
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

/** A secret in a letter, by the path that its link leads to. */
export function tokenIn(letter: { readonly text: string } | undefined, path: string): string {
  const found = new RegExp(`${path}\\?token=([\\w-]{43})`).exec(letter?.text ?? '')?.[1];
  if (found === undefined) throw new Error(`no link to ${path} in: ${letter?.text}`);
  return found;
}
