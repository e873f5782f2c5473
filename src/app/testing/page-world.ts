import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemActor } from '../../platform/actor.ts';
import { createApp } from '../../platform/http/app.ts';
import type { App, Tools } from '../../platform/http/environment.ts';
import { TestBrowser } from '../../platform/testing/browser.ts';
import type { BuiltClient } from '../../platform/testing/client-build.ts';
import type { TestDatabase } from '../../platform/testing/database.ts';
import { testTools } from '../../platform/testing/web.ts';
import type { PageTemplate, Places } from '../page-budgets.ts';
import { addRoutes, findActor, installSampleOnce, messageSets, moduleCommands } from '../wiring.ts';
import { giveAttestations } from './page-credentials.ts';
import { openRun, takeCourse } from './page-learning.ts';
import { type Hand, makeLists } from './page-lists.ts';
import { askQuestions } from './page-assessment.ts';
import { furnish } from './page-people.ts';
import { coursePackage, openDraft, packageImportOn } from './page-teach.ts';
import { manyOfOneCourse, manyReviews, placesOfReviews } from './page-reviews.queries.ts';
import { writeReviews } from './page-reviews.ts';
import {
  longestCourse,
  manyRows,
  namesAround,
  placesOfOperators,
  problems,
  speakForProvider,
  wantCourseBefore,
} from './page-world.queries.ts';

/** The whole application on a database that holds something, and people who look at it. */
export interface PageWorld {
  readonly tools: Tools;
  readonly app: App;
  readonly places: Places;
  readonly browsers: Readonly<Record<PageTemplate['as'], TestBrowser>>;
}

/** Routes that a test plants beside the application's own. */
export type Planted = (app: App) => void;

/** One course, with one of everything that comes with it. */
export async function smallWorld(database: TestDatabase, client: BuiltClient, planted?: Planted) {
  const { tools, open } = foundation(database, client, planted);
  const file = join(mkdtempSync(join(tmpdir(), 'passerelle-world-')), 'one.csv');
  writeFileSync(
    file,
    'title,url,provider,language,subject,level,description,start date\n' +
      'Bread,https://bread.example/1,The Mill,en,Cooking,beginner,Flour and water.,2026-12-24\n',
  );
  await runCommand(tools, 'import-courses', [file], { platform: 'Oven' });
  await wantCourseBefore(database.db);
  await problems(database.db, 1);
  return open(1);
}

/** The sample catalogue: more than a hundred of everything. */
export async function fullWorld(database: TestDatabase, client: BuiltClient, planted?: Planted) {
  const { tools, open } = foundation(database, client, planted);
  await installSampleOnce(tools, systemActor('test', tools.clock.now(), tools.ids));
  const world = await open(100);
  await manyRows(database.db);
  await manyReviews(database.db);
  await manyOfOneCourse(database.db, world.places);
  const owner = { personId: world.places.person, count: 100 };
  await giveAttestations(database.db, systemActor('test', tools.clock.now(), tools.ids), owner);
  return world;
}

function foundation(database: TestDatabase, client: BuiltClient, planted?: Planted) {
  const tools: Tools = { ...testTools(database, { messages: messageSets }), assets: client.assets };
  const routes = (app: App) => {
    addRoutes(app, { assets: client.assets, files: new Map() });
    planted?.(app);
  };
  const open = async (units: number): Promise<PageWorld> => {
    const app = createApp({ tools, findActor, routes });
    const browsers = {
      visitor: new TestBrowser(app),
      halfway: new TestBrowser(app, '192.0.2.4'),
      person: new TestBrowser(app, '192.0.2.2'),
      operator: new TestBrowser(app, '192.0.2.3'),
    };
    const people = await furnish(tools, browsers);
    const course = await longestCourse(database.db);
    const names = await namesAround(database.db, course);
    const reviews = await writeReviews({ tools, app, person: browsers.person }, course);
    const desk = await speakForProvider(database.db, names.provider, people.person);
    const operated = await placesOfOperators(database.db);
    const reviewed = await placesOfReviews(database.db, people.person, operated.courseId);
    const lists = await makeLists(handOf(browsers.person), course);
    const learning = await takeCourse(tools, handOf(browsers.person), units);
    const taughtRun = await openRun(handOf(browsers.operator), learning);
    const draft = await openDraft(handOf(browsers.operator));
    const assessed = await askQuestions(tools, people.person, units);
    await runCommand(tools, 'import-package', [coursePackage()], {});
    const packageImport = await packageImportOn(handOf(browsers.operator));
    const actor = systemActor('test', tools.clock.now(), tools.ids);
    const proved = await giveAttestations(database.db, actor, { personId: people.person, count: 1 });
    const places = {
      course,
      ...proved,
      ...names,
      ...reviews,
      ...desk,
      ...people,
      ...operated,
      ...reviewed,
      ...lists,
      ...learning,
      ...taughtRun,
      ...draft,
      ...assessed,
      packageImport,
    };
    return { tools, app, browsers, places };
  };
  return { tools, open };
}

const handOf = (browser: TestBrowser): Hand => ({
  post: (path, fields) => browser.post(path, fields),
  html: async (path) => (await browser.get(path)).html,
});

async function runCommand(tools: Tools, name: string, words: string[], options: Record<string, string>) {
  const command = moduleCommands.find((each) => each.name === name);
  if (!command) throw new Error(`there is no command ${name}`);
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const silent = { say: () => undefined, progress: () => undefined };
  await command.run({ tools, db: tools.database.db, actor, ...silent }, { words, options });
}
