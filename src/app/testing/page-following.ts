import { announce, follow, type FollowWish, notify } from '../../modules/notify/index.ts';
import { systemActor } from '../../platform/actor.ts';
import { transact } from '../../platform/db/transact.ts';
import type { Tools } from '../../platform/http/environment.ts';
import { mailTo } from '../../platform/mail/mail.queries.ts';
import type { TestBrowser } from '../../platform/testing/browser.ts';
import type { Places } from '../page-budgets.ts';

const topic = { kind: 'catalog.course', subject: 'bread' };
const address = 'follower@example.org';

/** The visitor follows by letter, once confirmed and once not; the person in their account, with news to read. */
export async function haveThingsFollowed(
  tools: Tools,
  browsers: { readonly visitor: TestBrowser; readonly person: TestBrowser },
  personId: string,
): Promise<Pick<Places, 'followToken' | 'confirmToken' | 'following' | 'ownFollowing'>> {
  const system = systemActor('test', tools.clock.now(), tools.ids);
  const asPerson = { ...system, kind: 'person', id: personId, roles: [] } as const;
  const asVisitor = { ...system, kind: 'visitor', roles: [] } as const;
  const wish = (by: FollowWish['by']): FollowWish => ({
    id: tools.ids.next(),
    topic,
    wants: ['opens', 'price'],
    title: 'Bread',
    path: '/courses/bread',
    pace: 'at-once',
    lang: 'fr',
    by,
  });
  const { db } = tools.database;
  await transact(db, (inner) => follow(inner, asPerson, wish({ account: true })));
  const confirmToken = await tokenOfWish(tools, wish({ mail: address }), asVisitor);
  await browsers.visitor.post('/fr/following/confirm', { token: confirmToken });
  const news = {
    key: 'bread:opens',
    topic,
    want: 'opens',
    sentence: 'notify.name',
    values: {},
    path: '/courses/bread',
  } as const;
  await transact(db, (inner) => announce(inner, system, [news]));
  await run(tools, 'notify-deliver', {});
  return {
    followToken: browsers.visitor.cookies.get('follower') ?? '',
    confirmToken: await tokenOfWish(tools, wish({ mail: address }), asVisitor),
    following: await idOn(browsers.visitor, '/fr/following'),
    ownFollowing: await idOn(browsers.person, '/fr/account/following'),
  };
}

async function tokenOfWish(
  tools: Tools,
  wish: FollowWish,
  actor: Parameters<typeof follow>[1],
): Promise<string> {
  await transact(tools.database.db, (inner) => follow(inner, actor, wish));
  await run(tools, 'notify-confirm', { id: wish.id });
  const letters = await mailTo(tools.database.db, [address]);
  const token = /following\/confirm\?token=([\w-]+)/.exec(letters.at(-1)?.text ?? '')?.[1];
  if (token === undefined) throw new Error('no letter asked for a confirmation');
  return token;
}

async function run(tools: Tools, name: string, payload: unknown): Promise<void> {
  const job = notify.jobs?.find((each) => each.name === name);
  const actor = systemActor(name, tools.clock.now(), tools.ids);
  await job?.run({ tools, db: tools.database.db, actor, signal: new AbortController().signal }, payload);
}

async function idOn(browser: TestBrowser, page: string): Promise<string> {
  const id = /\/topics\/([0-9a-f-]{36})/.exec((await browser.get(page)).html)?.[1];
  if (id === undefined) throw new Error(`${page} shows nothing that is followed`);
  return id;
}
