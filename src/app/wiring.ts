import { deliverJob } from '../platform/events/deliver-job.ts';
import { transact } from '../platform/db/transact.ts';
import type { AppParts } from '../platform/http/app.ts';
import type { App, Tools } from '../platform/http/environment.ts';
import { type ClientBuild, serveStatic } from '../platform/http/static-files.ts';
import { absoluteUrl } from '../platform/http/site.ts';
import { isLang } from '../platform/i18n/languages.ts';
import type { JobTask } from '../platform/jobs/job.ts';
import { forgetMailJob, sendMailJob } from '../platform/mail/send-mail.job.ts';
import type { Command, Module, PersonalData } from '../platform/module.ts';
import { uiMessages } from '../platform/ui/messages.ts';
import type { Actor } from '../platform/actor.ts';
import {
  accountsModule,
  findActor as findPerson,
  installSamplePeopleOnce,
  sampleSignIns,
} from '../modules/accounts/index.ts';
import { assessment } from '../modules/assessment/index.ts';
import { catalogModule, installCatalogSampleOnce } from '../modules/catalog/index.ts';
import {
  coursesModule,
  installSampleCourses,
  sampleCourses,
  unlistedCourse,
  ownedCourses,
} from '../modules/courses/index.ts';
import { credentialsModule } from '../modules/credentials/index.ts';
import { editorial, installEventSample, installNewsSample } from '../modules/editorial/index.ts';
import { insights, tellAutomaticNews } from '../modules/insights/index.ts';
import { countLearners, learning, takesPart } from '../modules/learning/index.ts';
import { installSampleLists, lists } from '../modules/lists/index.ts';
import { notify } from '../modules/notify/index.ts';
import { installSampleReviews, reviews, scoreSection } from '../modules/reviews/index.ts';
import { sampleWithPeople } from './commands/sample.ts';
import { appMessages } from './messages/index.ts';
import { healthRoutes } from './health.routes.ts';
import { designRoutes } from './pages/design.route.tsx';
import { operatorRoutes } from './pages/operator.route.tsx';
import { homeRoutes } from './pages/home.route.tsx';
import { oembedRoutes } from './pages/oembed.route.ts';
import { addToCalendar } from './pages/add-to-calendar.ts';
import { surroundCourse } from './pages/surround-course.tsx';
import { transparencyRoutes } from './pages/transparency/transparency.route.tsx';
import { preferenceRoutes } from './preferences.routes.ts';
import { installSampleAttestation } from './sample-attestation.ts';
import { siteFileRoutes } from './site-files.routes.ts';

/** Every module of the house, lower ones first. */
export const modules: readonly Module[] = [
  accountsModule(() => ({ personalData, entries: accountEntries })),
  notify,
  editorial,
  credentialsModule({ ownedCourses }),
  catalogModule({ surroundCourse, scoreSection, addToCalendar, unlistedCourse }),
  reviews,
  lists,
  coursesModule({ takesPart, countLearners }),
  assessment,
  learning,
  insights,
];

/** What holds personal data, lower modules first. */
const personalData: readonly PersonalData[] = modules.flatMap((module) => module.personalData ?? []);

const accountEntries = modules.flatMap((module) => module.accountEntries ?? []);
const operatorEntries = modules.flatMap((module) => module.operatorEntries ?? []);

export const messageSets = [uiMessages, appMessages, ...modules.map((module) => module.messages)];

export const subscribers = modules.flatMap((module) => module.subscribers ?? []);

export const jobs: readonly JobTask[] = [
  deliverJob(subscribers),
  sendMailJob,
  forgetMailJob,
  ...modules.flatMap((module) => module.jobs ?? []),
];

export const moduleCommands: readonly Command[] = modules
  .flatMap((module) => module.commands ?? [])
  .map((command) => (command.name === 'sample' ? sampleWithPeople(command, () => personalData) : command));

/** Adds every route of the application. */
export function addRoutes(app: App, build: ClientBuild): void {
  serveStatic(app, build);
  healthRoutes(app);
  preferenceRoutes(app);
  siteFileRoutes(app);
  homeRoutes(app);
  transparencyRoutes(app);
  designRoutes(app);
  oembedRoutes(app);
  operatorRoutes(app, operatorEntries);
  for (const module of modules) module.routes?.(app);
}

export const findActor: AppParts['findActor'] = findPerson;

/** Installs the sample of every module on an empty platform; returns what a newcomer should know. */
export async function installSampleOnce(tools: Tools, actor: Actor): Promise<string[]> {
  const lines = await installCatalogSampleOnce(tools, actor);
  // a site that began with courses of its own gets people to sign in with, and no examples
  const isEmpty = lines.length > 0;
  if (isEmpty) {
    const count = await transact(tools.database.db, (db) => installSampleReviews(db, actor));
    lines.push(`${count} sample reviews installed`);
  }
  if (await installSamplePeopleOnce(tools, actor)) {
    lines.push('sample people installed');
    await transact(tools.database.db, (db) => installSampleLists(db, actor));
  }
  if (isEmpty) {
    const taught = await installSampleCourses(tools, actor);
    lines.push(`${taught.length} sample courses taught here installed`);
    await transact(tools.database.db, (db) => installSampleAttestation(db, actor));
    await installNewsSample(tools, actor);
    await transact(tools.database.db, async (db) => {
      await installEventSample(db, actor);
      await tellAutomaticNews(db, actor.now);
    });
  }
  return lines;
}

/** What the terminal says at each start: courses to look at and how to sign in, as long as the sample is there. */
export async function welcomeLines(tools: Tools): Promise<string[]> {
  const courseLines = (await sampleCourses(tools.database.db)).map(
    ({ slug, title, lang }) =>
      `  ${title}: ${absoluteUrl(tools.site, isLang(lang) ? lang : 'en', `/learn/${slug}`)}`,
  );
  const signIns = await sampleSignIns(tools);
  return [
    ...(courseLines.length > 0 ? ['sample courses, to take at once:', ...courseLines] : []),
    ...signInLines(signIns),
  ];
}

function signInLines(signIns: readonly string[]): string[] {
  if (signIns.length === 0) return [];
  return [
    'sample sign-ins (npx passerelle sample remove takes them away):',
    ...signIns.map((line) => `  ${line}`),
  ];
}
