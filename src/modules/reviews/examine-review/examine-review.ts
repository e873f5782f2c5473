import { type Actor, systemActor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { siteOf } from '../../../platform/http/fetch/same-site.ts';
import { readSetting, writeSetting } from '../../../platform/settings/settings.queries.ts';
import * as queries from './examine-review.queries.ts';
import { findBurst } from './find-burst.ts';
import { findContacts } from './find-contacts.ts';
import { findInsults } from './find-insults.ts';
import { findLinks } from './find-links.ts';
import { type HoldKind, type HoldReason, type Spot, type TextField, textFields } from './hold-reason.ts';
import { isEverybodys } from './mail-for-everybody.ts';
import { networkKey } from './network-key.ts';
import { printOf, shareIn } from './text-print.ts';

/** From this share of its word sequences on, a text is a copy of another. */
export const copyShare = 0.6;

/** What is looked at. The network comes from the actor, the age of the account from the person. */
export interface ReviewFacts {
  readonly reviewId: string;
  readonly courseId: string;
  /** Who wrote it. */
  readonly personId: string;
  /** Tag of the language that it is written in. */
  readonly lang: string;
  /** 1 to 5. */
  readonly stars: number;
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
}

/**
 * Why a review that is being written or edited must wait for a moderator; none means that it may be published. Called in
 * the transaction that stores the review, before or after its row is written. Sends nothing anywhere.
 */
export async function examineReview(
  db: Db,
  actor: Actor,
  facts: ReviewFacts,
): Promise<readonly HoldReason[]> {
  const author = await authorOf(db, actor, facts);
  const burst = await burstOf(db, actor, facts, author.accountHours);
  const copy = await copyOf(db, facts);
  const own: HoldReason[] = author.isOwn ? [{ kind: 'own-course' }] : [];
  return [...burst, ...copy, ...reasonsInTexts(facts), ...own];
}

async function authorOf(db: Db, actor: Actor, { personId, courseId }: ReviewFacts) {
  const url = await queries.courseUrl(db, courseId);
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : undefined;
  const hosts = host === undefined ? [] : [host, siteOf(host)].filter((each) => !isEverybodys(each));
  return queries.authorFacts(db, personId, courseId, hosts, actor.now);
}

async function burstOf(
  db: Db,
  actor: Actor,
  { reviewId, courseId }: ReviewFacts,
  accountHours: number | null,
): Promise<HoldReason[]> {
  const network = networkKey(actor.address, await keyOfNetworks(db, actor));
  const trace = await queries.keepTrace(db, { reviewId, courseId, at: actor.now, accountHours, network });
  if (trace.isCleared) return [];
  const newcomer = { accountHours: trace.accountHours ?? undefined, network: trace.network ?? undefined };
  for (const rhythm of await queries.rhythmsOf(db, courseId, trace.network, trace.at)) {
    const found = findBurst(rhythm, newcomer);
    if (!found) continue;
    const burstId = await queries.keepBurst(db, {
      ...found,
      id: actor.ids.next(),
      courseId,
      network: trace.network,
      now: actor.now,
    });
    return [{ kind: 'burst', burstId }];
  }
  return [];
}

const keySetting = 'reviews.network-key';

/** Made once for the site: who has the table without it cannot try all networks. */
async function keyOfNetworks(db: Db, actor: Actor): Promise<string> {
  const known = await readSetting(db, keySetting);
  if (typeof known === 'string') return known;
  const made = actor.ids.secret();
  await writeSetting(db, systemActor('reviews', actor.now, actor.ids), keySetting, made);
  return made;
}

async function copyOf(db: Db, { reviewId, texts }: ReviewFacts): Promise<HoldReason[]> {
  const text = textFields.map((field) => texts[field] ?? '').join(' ');
  const marks = printOf(text);
  await queries.keepPrint(db, reviewId, marks);
  if (marks.length === 0) return [];
  for (const other of await queries.likeTexts(db, reviewId, marks)) {
    const share = shareIn(text, other.text);
    if (share >= copyShare) return [{ kind: 'copy', like: { reviewId: other.reviewId, share } }];
  }
  return [];
}

const finders: Partial<Record<HoldKind, (text: string, lang: string) => { from: number; to: number }[]>> = {
  insult: findInsults,
  link: findLinks,
  contact: findContacts,
};

function reasonsInTexts({ texts, lang }: ReviewFacts): HoldReason[] {
  return Object.entries(finders).flatMap(([kind, find]) => {
    const spots: Spot[] = textFields.flatMap((field) =>
      find(texts[field] ?? '', lang).map((place) => ({ field, ...place })),
    );
    return spots.length === 0 ? [] : [{ kind: kind as HoldKind, spots }];
  });
}
