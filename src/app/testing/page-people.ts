import { Secret, TOTP } from 'otpauth';
import { holdEvent } from './page-events.ts';
import { createPerson } from '../../modules/accounts/index.ts';
import { systemActor } from '../../platform/actor.ts';
import type { Tools } from '../../platform/http/environment.ts';
import { mailTo } from '../../platform/mail/mail.queries.ts';
import type { TestBrowser } from '../../platform/testing/browser.ts';
import type { PageTemplate, Places } from '../page-budgets.ts';
import { haveThingsFollowed } from './page-following.ts';
import { bringOutArticle } from './page-news.ts';

type Browsers = Readonly<Record<PageTemplate['as'], TestBrowser>>;
type FurnishedPlace =
  | 'signUpToken'
  | 'signInToken'
  | 'resetToken'
  | 'person'
  | 'apiKey'
  | 'proposal'
  | 'followToken'
  | 'confirmToken'
  | 'following'
  | 'ownFollowing'
  | 'article'
  | 'news'
  | 'feed'
  | 'event'
  | 'eventId'
  | 'seatToken';
const password = 'seven green kayaks';

/** Signs the person and the operator in, lets the visitor begin to sign up, and has links sent. */
export async function furnish(tools: Tools, browsers: Browsers): Promise<Pick<Places, FurnishedPlace>> {
  const person = await signedIn(tools, browsers.person, 'person@example.org');
  await signedIn(tools, browsers.operator, 'operator.of.pages@example.org');
  await stopHalfway(tools, browsers.halfway);
  const newcomer = { name: 'Awa', address: 'new@example.org', password, lang: 'fr' };
  await browsers.visitor.post('/fr/sign-up', newcomer);
  await browsers.visitor.post('/fr/reset-password', { address: 'person@example.org' });
  await browsers.visitor.post('/fr/sign-in/link', { address: 'operator.of.pages@example.org' });
  const wish = { id: tools.ids.next(), name: 'Region of Example', contact: '', quota: '1200' };
  await browsers.operator.post('/fr/operator/api-keys', wish);
  const missed = { id: tools.ids.next(), url: 'https://loom.example/felt', note: 'Felt making', mail: '' };
  await browsers.visitor.post('/fr/propose', missed);
  const news = await bringOutArticle(tools.ids.next(), tools.ids.next(), (path, fields) =>
    browsers.operator.post(path, fields),
  );
  const eventId = tools.ids.next();
  const event = await holdEvent(eventId, (path, fields) => browsers.operator.post(path, fields));
  const guest = { id: tools.ids.next(), name: 'Awa', address: 'guest@example.org' };
  await browsers.visitor.post(`/fr/events/${event}`, guest);
  return {
    ...news,
    event,
    eventId,
    seatToken: await tokenSentTo(tools, 'guest@example.org'),
    person,
    ...(await haveThingsFollowed(tools, browsers, person)),
    proposal: missed.id,
    apiKey: wish.id,
    signInToken: await tokenSentTo(tools, 'operator.of.pages@example.org'),
    signUpToken: await tokenSentTo(tools, 'new@example.org'),
    resetToken: await tokenSentTo(tools, 'person@example.org'),
  };
}

async function signedIn(tools: Tools, browser: TestBrowser, address: string): Promise<string> {
  const actor = systemActor('test', tools.clock.now(), tools.ids);
  const roles = address.startsWith('operator') ? (['operator'] as const) : [];
  const id = await createPerson(tools.database.db, actor, {
    name: 'Aminata Diallo',
    address,
    password,
    lang: 'fr',
    roles: [...roles],
  });
  const shown = await browser.post('/fr/sign-in', { address, password });
  if (shown.path !== '/fr/account' || id === undefined)
    throw new Error(`${address} could not sign in: ${shown.status}`);
  return id;
}

/** Turns the second step on, signs out, and gives the password alone. */
async function stopHalfway(tools: Tools, browser: TestBrowser): Promise<void> {
  const address = 'halfway@example.org';
  await signedIn(tools, browser, address);
  await browser.post('/fr/account/two-factor/begin');
  const { html } = await browser.get('/fr/account/two-factor');
  const secret = /id="secret" value="([A-Z2-7 ]+)"/.exec(html)?.[1]?.replaceAll(' ', '') ?? '';
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const code = totp.generate({ timestamp: tools.clock.now().getTime() });
  await browser.post('/fr/account/two-factor/confirm', { code });
  await browser.post('/fr/sign-out');
  await browser.post('/fr/sign-in', { address, password });
}

async function tokenSentTo(tools: Tools, address: string): Promise<string> {
  const letters = await mailTo(tools.database.db, [address]);
  const token = /token=([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
  if (token === undefined) throw new Error(`no link was sent to ${address}`);
  return token;
}
