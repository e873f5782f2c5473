import { type Actor, systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { follow, notify } from '../../notify/index.ts';
import { courseNewsSubscriber } from '../course-news/course-news.subscriber.ts';
import { courseTopic, type CourseWant, courseWants } from '../follow-course/course-topic.ts';
import { catalogModule } from '../index.ts';
import { firstDay } from './catalog-stage.ts';
import { announcedNews, courseTitled, eventsAfter } from './followed.queries.ts';

const password = 'seven green kayaks';

/** The catalogue with what it stands on, for tests of following: people, wishes, and the news that were announced. */
export async function followStage() {
  const database = await testDatabase();
  const { db } = database;
  const clock = testClock(firstDay.toISOString());
  const modules = [accountsModule(() => ({ personalData: [], entries: [] })), notify, catalogModule()];
  const tools = testTools(database, { messages: modules.map((module) => module.messages), clock });
  const app = testApp(tools, (target) => modules.forEach((module) => module.routes?.(target)), findActor);
  const system = (): Actor => systemActor('test', clock.now(), tools.ids);
  const courseId = (title: string) => courseTitled(db, title);
  let people = 0;
  let heard = 0;
  const person = async (): Promise<Actor & { readonly id: string }> => {
    const address = `person-${(people += 1)}@example.org`;
    const id = await createPerson(db, system(), { name: 'Awa', lang: 'en', roles: [], address, password });
    if (id === undefined) throw new Error(`${address} has an account already`);
    return { ...system(), kind: 'person', id, name: 'Awa', roles: [], lang: 'en' };
  };
  return {
    db,
    clock,
    tools,
    app,
    system,
    courseId,
    person,
    /** How the last person signs in. */
    lastSignIn: () => ({ address: `person-${people}@example.org`, password }),
    /** A browser in which somebody made by `person` is signed in: the first is 1. */
    async signedIn(number: number): Promise<TestBrowser> {
      const browser = new TestBrowser(app, '192.0.2.8', tools.config.baseUrl);
      await browser.post('/en/sign-in', { address: `person-${number}@example.org`, password });
      return browser;
    },
    browser: () => new TestBrowser(app, '192.0.2.7', tools.config.baseUrl),
    /** A new person follows the course of this title. */
    async followed(title: string, wants: readonly CourseWant[] = courseWants): Promise<string> {
      const by = await person();
      const id = await courseId(title);
      const wish = {
        id: tools.ids.next(),
        topic: courseTopic(id),
        wants,
        title,
        path: '/courses/x',
        by: { account: true },
        pace: 'at-once',
        lang: 'en',
      } as const;
      await transact(db, (inner) => follow(inner, by, wish));
      return id;
    },
    /** Runs a job of notify at the stage's clock: what was announced reaches those who follow. */
    async deliver(): Promise<void> {
      const signal = new AbortController().signal;
      for (const job of notify.jobs ?? [])
        if (job.name === 'notify-deliver') await job.run({ tools, db, actor: system(), signal }, {});
    },
    announced: () => announcedNews(db),
    /** Lets the catalogue's own subscriber hear what was published since the last time. */
    async hear(): Promise<void> {
      const events = (await eventsAfter(db, heard)).filter(({ name }) =>
        courseNewsSubscriber.events.includes(name),
      );
      heard = events.at(-1)?.position ?? heard;
      if (events.length > 0) await transact(db, (inner) => courseNewsSubscriber.handle(inner, events));
    },
  };
}
