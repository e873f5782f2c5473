import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Secret, TOTP } from 'otpauth';
import type { APIRequestContext, Browser, BrowserContext } from 'playwright-core';
import type { Places } from '../../src/app/page-budgets.ts';
import { joinCourse, openRun, watchedFilmIn } from '../../src/app/testing/page-learning.ts';
import { coursePackage, openDraft, packageImportOn } from '../../src/app/testing/page-teach.ts';
import { type Hand, makeLists } from '../../src/app/testing/page-lists.ts';
import { holdEvent } from '../../src/app/testing/page-events.ts';
import { bringOutArticle } from '../../src/app/testing/page-news.ts';
import { projectRoot } from '../../src/platform/config/project-root.ts';
import { askedCourse } from './asked-course.ts';
import { furnishHands } from './furnish-hands.ts';
import { furnishModeration } from './furnish-moderation.ts';
import { furnishFollowing } from './furnish-following.ts';
import type { RunningSite } from '../../src/platform/testing/running-site.ts';

export type Session = Awaited<ReturnType<BrowserContext['storageState']>>;

/** What journeys find on the site: addresses of what is worth a look, and browsers that are signed in. */
export interface Furnished {
  readonly places: Places;
  readonly sessions: Readonly<Record<'halfway' | 'person' | 'operator', Session>>;
  /** Id of the course whose questions are answered by hand. */
  readonly hands: string;
}

/** A course of the sample that has prerequisites and comes too late. */
export const lateCourse = 'apprentissage-automatique-comprendre-ce-que-l-on-fait';

/** A course of the sample that is taught here. */
const taughtCourse = 'conduire-un-projet-de-l-idee-au-bilan';

/** Signs the sample's people in, has letters sent, and leaves an import that waits for a person's word. */
export async function furnishSite(site: RunningSite, browser: Browser): Promise<Furnished> {
  const contexts = {
    halfway: await browser.newContext(),
    person: await browser.newContext(),
    operator: await browser.newContext(),
  };
  const operator = contexts.operator.request;
  const waiting = importThatWaits(site);
  await signIn(site, operator, 'operator@example.org');
  await signIn(site, contexts.person.request, 'learner@example.org');
  await haveLettersSent(site, browser);
  const apiKey = randomUUID();
  await send(site, operator, '/fr/operator/api-keys', {
    id: apiKey,
    name: 'Region',
    contact: '',
    quota: '1200',
  });
  const visitor = await browser.newContext();
  const followed = await furnishFollowing({
    site,
    send: (by, path, form) => send(site, by, path, form),
    person: contexts.person.request,
    operator,
    visitor,
    course: lateCourse,
  });
  await visitor.close();
  const held = await holdAndJoin(site, operator, contexts.person.request);
  const taken = await joinCourse(handOf(site, contexts.person.request), taughtCourse);
  const places: Places = {
    ...held,
    ...followed,
    course: lateCourse,
    ownReview: await writeReview(
      site,
      contexts.person.request,
      'On apprend à lire une courbe et à douter d’un modèle.',
    ),
    review: await reviewOfModerator(site, contexts.halfway.request),
    proposal: await proposeCourse(site, contexts.person.request),
    ...(await makeLists(handOf(site, contexts.person.request), lateCourse)),
    ...taken,
    ...(await openRun(handOf(site, operator), taken)),
    ...(await watchedFilmIn(handOf(site, contexts.person.request), taughtCourse)),
    ...(await openDraft(handOf(site, operator))),
    packageImport: await importPackage(site, handOf(site, operator)),
    ...(await askedCourse(handOf(site, operator), handOf(site, contexts.person.request))),
    attestation: await attestationOf(site, contexts.person.request),
    ...(await openDesk(site, contexts.person.request, operator)),
    ...(await furnishModeration({
      site: site.url,
      operator,
      writeReview: (course, body) => writeReview(site, contexts.person.request, body, course),
      send: (by, path, form) => send(site, by, path, form),
    })),
    provider: 'universite-exemple-du-haut-rhone',
    platform: 'sample-a',
    ...(await tokensIn(site, operator)),
    person: await idIn(operator, site, '/fr/operator/people', 'people'),
    mail: await idIn(operator, site, '/fr/operator/mail', 'mail'),
    apiKey,
    ...(await bringOutArticle(randomUUID(), randomUUID(), (path, form) => send(site, operator, path, form))),
    import: await waiting,
    courseId: await idIn(operator, site, `/fr/operator/courses?q=${lateCourse}`, 'courses'),
    source: await idIn(operator, site, `/fr/operator/imports/${await waiting}`, 'sources'),
  };
  const hands = await furnishHands({
    folder: site.dataDir,
    author: handOf(site, operator),
    learner: handOf(site, contexts.person.request),
    importPackage: (file) => command(site, 'import-package', file, '--publish'),
  });
  await stopHalfway(site, contexts.halfway.request, 'moderator@example.org');
  const sessions = {
    halfway: await contexts.halfway.storageState(),
    person: await contexts.person.storageState(),
    operator: await contexts.operator.storageState(),
  };
  await Promise.all(Object.values(contexts).map((context) => context.close()));
  return { places, sessions, hands };
}

/** Somebody signed in, for what both kinds of tests furnish alike. */
const handOf = (site: RunningSite, by: APIRequestContext): Hand => ({
  post: (path, fields) => send(site, by, path, fields),
  html: async (path) => (await by.get(site.url + path)).text(),
});

async function send(site: RunningSite, by: APIRequestContext, path: string, form: Record<string, string>) {
  const answer = await by.post(site.url + path, { form, headers: { origin: site.url } });
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
  return answer;
}

/** The sample learner comes with one. */
async function attestationOf(site: RunningSite, by: APIRequestContext): Promise<string> {
  const html = await (await by.get(`${site.url}/fr/account/attestations`)).text();
  return /\/attestations\/([2-9A-Z-]{29})"/.exec(html)?.[1] ?? '';
}

/** The password of one of the sample's people, as the data folder keeps it. */
function passwordOf(site: RunningSite, address: string): string {
  const lines = readFileSync(join(site.dataDir, 'sample-sign-ins.txt'), 'utf8').split('\n');
  return lines.find((line) => line.startsWith(`${address} `))?.split(' ')[1] ?? '';
}

async function signIn(site: RunningSite, by: APIRequestContext, address: string): Promise<void> {
  await send(site, by, '/fr/sign-in', { address, password: passwordOf(site, address) });
}

/** Turns the second step on, signs out, and gives the password alone. */
async function stopHalfway(site: RunningSite, by: APIRequestContext, address: string): Promise<void> {
  await signIn(site, by, address);
  const begun = await send(site, by, '/fr/account/two-factor/begin', {});
  const secret = /id="secret" value="([A-Z2-7 ]+)"/.exec(await begun.text())?.[1]?.replaceAll(' ', '') ?? '';
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
  await send(site, by, '/fr/account/two-factor/confirm', { code });
  await send(site, by, '/fr/sign-out', {});
  await signIn(site, by, address);
}

/** The person says who they are; the operator believes it, unless their address at the provider's domain did. */
async function openDesk(site: RunningSite, person: APIRequestContext, operator: APIRequestContext) {
  const desk = 'universite-exemple-du-haut-rhone';
  const said = { id: randomUUID(), note: 'J’y enseigne.' };
  const claimed = await send(site, person, `/fr/providers/${desk}/claim`, said);
  if (!claimed.url().endsWith('/desk')) {
    const claim = await idIn(operator, site, '/fr/operator/claims', 'claims');
    await send(site, operator, `/fr/operator/claims/${claim}`, { answer: 'grant' });
  }
  const page = await (await person.get(`${site.url}/fr/providers/${desk}/desk`)).text();
  const deskCourse = /\/desk\/courses\/([0-9a-f-]{36})/.exec(page)?.[1];
  if (deskCourse === undefined) throw new Error('the desk has no course');
  return { desk, deskCourse };
}

/** An event, and somebody who asks for a seat without an account. */
async function holdAndJoin(site: RunningSite, operator: APIRequestContext, guest: APIRequestContext) {
  const eventId = randomUUID();
  const event = await holdEvent(eventId, (path, form) => send(site, operator, path, form));
  const wish = { id: randomUUID(), name: 'Awa', address: 'guest@example.org' };
  await send(site, guest, `/fr/events/${event}`, wish);
  return { event, eventId };
}

async function proposeCourse(site: RunningSite, by: APIRequestContext): Promise<string> {
  const id = randomUUID();
  await send(site, by, '/fr/propose', {
    id,
    url: 'https://loom.invalid/felt',
    note: 'Felt making',
    mail: '',
  });
  return id;
}

/** A review in all fields; its id is where one then stands. */
async function writeReview(
  site: RunningSite,
  by: APIRequestContext,
  body: string,
  course = lateCourse,
): Promise<string> {
  const answer = await send(site, by, `/fr/courses/${course}/reviews/new`, {
    stars: '4',
    status: 'dropped',
    dropReason: 'time',
    content: '5',
    hours: '4,5',
    body,
    pros: 'Les exercices.',
    cons: 'Le rythme.',
    lang: 'fr',
    month: '3',
    year: '2026',
  });
  return answer.url().split('/').at(-1) ?? '';
}

async function reviewOfModerator(site: RunningSite, by: APIRequestContext): Promise<string> {
  await signIn(site, by, 'moderator@example.org');
  const id = await writeReview(site, by, 'Des données vraies, et le temps de s’y perdre.');
  await send(site, by, '/fr/sign-out', {});
  return id;
}

async function haveLettersSent(site: RunningSite, browser: Browser): Promise<void> {
  const context = await browser.newContext();
  const newcomer = { name: 'Awa', address: 'awa@example.org', password: 'nine quiet herons', lang: 'fr' };
  await send(site, context.request, '/fr/sign-up', newcomer);
  await send(site, context.request, '/fr/reset-password', { address: 'moderator@example.org' });
  await send(site, context.request, '/fr/sign-in/link', { address: 'moderator@example.org' });
  await context.close();
}

/** The secrets of the links in the outbox, by where they lead. */
async function tokensIn(site: RunningSite, operator: APIRequestContext) {
  const list = await (await operator.get(`${site.url}/fr/operator/mail`)).text();
  const ids = new Set([...list.matchAll(/\/operator\/mail\/([0-9a-f-]{36})/g)].map(([, id]) => id));
  let letters = '';
  for (const id of ids) letters += await (await operator.get(`${site.url}/fr/operator/mail/${id}`)).text();
  const token = (path: string): string => {
    const found = new RegExp(`${path}\\?token=([\\w-]+)`).exec(letters)?.[1];
    if (found === undefined) throw new Error(`no letter leads to ${path}`);
    return found;
  };
  return {
    signUpToken: token('/sign-up/link'),
    signInToken: token('/sign-in/link/open'),
    resetToken: token('/reset-password/choose'),
    seatToken: token('/events/seat'),
  };
}

async function idIn(by: APIRequestContext, site: RunningSite, page: string, area: string): Promise<string> {
  const html = await (await by.get(site.url + page)).text();
  const id = new RegExp(`/operator/${area}/([0-9a-f-]{36})`).exec(html)?.[1];
  if (id === undefined) throw new Error(`${page} has no link to ${area}`);
  return id;
}

/** The same source twice, the second time with a few of its courses only: too much would go. */
async function importThatWaits(site: RunningSite): Promise<string> {
  await importCourses(site, 30);
  const { importId } = await importCourses(site, 10);
  return importId;
}

async function importPackage(site: RunningSite, operator: Hand): Promise<string> {
  await command(site, 'import-package', coursePackage());
  return packageImportOn(operator);
}

/** Runs a command beside the running site; what it prints. */
async function command(site: RunningSite, ...words: readonly string[]): Promise<string> {
  const cli = join(projectRoot(), 'dist', 'server', 'cli.js');
  const env = { ...process.env, DATA_DIR: site.dataDir };
  return (await promisify(execFile)(process.execPath, [cli, ...words], { env })).stdout;
}

async function importCourses(site: RunningSite, count: number): Promise<{ importId: string }> {
  const file = join(site.dataDir, `courses-${count}.csv`);
  const rows = Array.from(
    { length: count },
    (_, at) => `Weaving ${at},https://loom.example/${at},en,The Loom`,
  );
  writeFileSync(file, ['title,url,language,provider', ...rows, ''].join('\n'));
  const stdout = await command(site, 'import-courses', file, '--platform', 'Loom', '--json');
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { importId: string };
}
