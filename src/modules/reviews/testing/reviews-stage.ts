import { systemActor } from '../../../platform/actor.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Db } from '../../../platform/db/database.ts';
import { transact } from '../../../platform/db/transact.ts';
import type { Event } from '../../../platform/events/event.ts';
import type { App } from '../../../platform/http/environment.ts';
import type { Role } from '../../../platform/actor.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { TestBrowser } from '../../../platform/testing/browser.ts';
import { testDatabase } from '../../../platform/testing/database.ts';
import { testApp, testClock, testTools } from '../../../platform/testing/web.ts';
import { accountsModule, createPerson, findActor } from '../../accounts/index.ts';
import { catalogModule } from '../../catalog/index.ts';
import { eventsAfter } from '../../catalog/testing/followed.queries.ts';
import { course, importing, type Said } from '../../catalog/testing/catalog-stage.ts';
import { reviewsPersonalData } from '../forget-person/forget-person.ts';
import { reviews, surroundWithReviews } from '../index.ts';
import { coursesByTitle } from './stage.queries.ts';

const password = 'seven green kayaks';
const day = 86_400_000;
let people = 0;

export interface StagePerson {
  readonly id: string;
  readonly address: string;
  readonly name: string;
  readonly browser: TestBrowser;
}

export interface NewStagePerson {
  readonly name?: string;
  readonly lang?: Lang;
  readonly roles?: readonly Role[];
}

/** Reviews as people meet them: accounts, catalogue and reviews as one application; call it once a test file. */
export async function reviewsStage(
  listed: readonly Said[] = [course('bread', { title: 'Bread' })],
  config: Partial<Config> = {},
) {
  const database = await testDatabase();
  const { db } = database;
  const clock = testClock();
  const modules = [
    accountsModule(() => ({ personalData: [reviewsPersonalData], entries: [] })),
    catalogModule({ surroundCourse: surroundWithReviews }),
    reviews,
  ];
  const tools = testTools(database, { messages: modules.map(({ messages }) => messages), clock, config });
  const routes = (app: App) => modules.forEach((module) => module.routes?.(app));
  const app = testApp(tools, routes, findActor);
  await importing(db, listed);
  const actor = () => systemActor('test', clock.now(), tools.ids);

  /** Somebody who has had an account for long, signed in from a network of their own. */
  async function person({
    name = `Awa ${people}`,
    lang = 'en',
    roles = [],
  }: NewStagePerson = {}): Promise<StagePerson> {
    const address = `person${(people += 1)}@example.org`;
    const long = { ...actor(), now: new Date(clock.now().getTime() - 300 * day) };
    const id = await createPerson(db, long, { name, lang, roles: [...roles], address, password });
    if (id === undefined) throw new Error(`${address} has an account already`);
    const browser = new TestBrowser(app, `10.${people >> 8}.${people % 256}.7`);
    await browser.post('/en/sign-in', { address, password });
    return { id, address, name, browser };
  }

  let heard = 0;
  const subscribers = modules.flatMap((module) => module.subscribers ?? []);
  async function tellSubscribers(inner: Db, events: readonly Event[]): Promise<void> {
    for (const subscriber of subscribers) {
      const meant = events.filter(({ name }) => subscriber.events.includes(name));
      if (meant.length > 0) await subscriber.handle(inner, meant);
    }
  }

  return {
    db,
    tools,
    clock,
    app,
    actor,
    person,
    visitor: () => new TestBrowser(app, '203.0.113.9'),
    courses: () => coursesByTitle(db),
    /**
     * Lets subscribers hear what was published since the last time, and what they publish themselves. Not by way of the
     * delivery: it waits for the oldest transaction of the server, which other tests hold open. From 0 they hear all again.
     */
    async deliver(since = heard): Promise<void> {
      heard = since;
      for (;;) {
        const events = await eventsAfter(db, heard);
        if (events.length === 0) return;
        heard = events.at(-1)?.position ?? heard;
        await transact(db, (inner) => tellSubscribers(inner, events));
      }
    },
  };
}

/** Sessions end while a test's clock runs on. */
export const signInAgain = ({ browser, address }: StagePerson) =>
  browser.post('/en/sign-in', { address, password });

type Fields = Readonly<Record<string, string>>;

/** The least that a review says, in a form as it was opened. */
export async function formOf({ browser }: StagePerson, slug = 'bread'): Promise<Fields> {
  const { html, status } = await browser.get(`/en/courses/${slug}/reviews/new`);
  const id = /name="id" value="([^"]+)"/.exec(html)?.[1];
  if (id === undefined) throw new Error(`there is no form: ${status}`);
  return { id, stars: '4', status: 'finished', lang: 'en' };
}

/** Writes a review through its form; its id. */
export async function writeThrough(person: StagePerson, more: Fields = {}, slug = 'bread'): Promise<string> {
  const fields = { ...(await formOf(person, slug)), ...more };
  const { path, status } = await person.browser.post(`/en/courses/${slug}/reviews/new`, fields);
  const id = /\/reviews\/([0-9a-f-]{36})$/.exec(path)?.[1];
  if (id === undefined) throw new Error(`the review was not taken: ${status} ${path}`);
  return id;
}
