import type { Role } from '../../../platform/actor.ts';
import { systemActor } from '../../../platform/actor.ts';
import { transact } from '../../../platform/db/transact.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { assessment } from '../../assessment/index.ts';
import { type CourseContent, coursesModule } from '../../courses/index.ts';
import {
  createCourse,
  offerRun,
  publishCourse,
  replaceContent,
} from '../../courses/testing/for-modules-above.ts';
import { notify } from '../../notify/index.ts';
import { credentialsModule } from '../../credentials/index.ts';
import { learning, takesPart } from '../index.ts';

const password = 'seven green kayaks';
let networks = 0;

/** Courses that are taught here, and people who sign in and learn; call it once a test file. */
export async function learningStage() {
  const database = await testDatabase();
  const clock = testClock();
  const modules = [
    accountsModule(() => ({
      personalData: [learning.personalData ?? [], notify.personalData ?? []].flat(),
      entries: [],
    })),
    credentialsModule(),
    notify,
    coursesModule({ takesPart }),
    assessment,
    learning,
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
  const actor = () => systemActor('test', clock.now(), tools.ids);
  const visitor = () => new TestBrowser(app, `198.51.${(networks += 1) >> 8}.${networks % 250}`);
  return {
    db,
    app,
    tools,
    clock,
    visitor,
    actor,
    /** Somebody with an account, signed in. */
    async person(name: string, roles: Role[] = []) {
      const address = `${name.toLowerCase()}@example.org`;
      const id = await createPerson(db, actor(), { name, address, password, lang: 'en', roles });
      if (id === undefined) throw new Error(`${address} has an account already`);
      const browser = visitor();
      await browser.post('/en/sign-in', { address, password });
      const own = () => ({ ...actor(), kind: 'person', id, name, roles }) as const;
      return { id, browser, actor: own };
    },
    /** A published course; a MOOC can be joined at once. */
    course: (content: CourseContent) =>
      transact(db, async (inner) => {
        const made = await createCourse(inner, actor(), { content });
        await publishCourse(inner, actor(), { courseId: made.id });
        return made;
      }),
    /** The next version of a course. */
    publishAgain: (courseId: string, content: CourseContent, changes = '') =>
      transact(db, async (inner) => {
        await replaceContent(inner, courseId, content, clock.now());
        await publishCourse(inner, actor(), { courseId, changes });
      }),
    run: (run: Parameters<typeof offerRun>[2]) => transact(db, (inner) => offerRun(inner, actor(), run)),
    /** Joins the first run that takes people, and says that the charter is agreed to. */
    async join(browser: TestBrowser, slug: string) {
      const { html } = await browser.get(`/en/learn/${slug}`);
      const run = /name="run" value="([^"]+)"/.exec(html)?.[1];
      if (run === undefined) throw new Error(`no run of ${slug} can be joined`);
      return browser.post(`/en/learn/${slug}/-/join`, { run, charter: 'yes' });
    },
  };
}
