import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { slugOf } from '../../catalog/index.ts';
import { ownList } from '../read-lists/own-list.ts';
import { emptyListHidden, listWithdrawn } from '../refusals.ts';
import type { Visibility } from '../tables.ts';
import { slugsLike, updateSharing } from './share-list.queries.ts';

export interface Sharing {
  readonly id: string;
  readonly visibility: Visibility;
  /** Whether the public page names its maker. */
  readonly showsName: boolean;
  /** A new link; the old one leads nowhere from then on. */
  readonly renewLink?: boolean;
}

/**
 * Who may read the list: nobody else, whoever has the link, everybody. A link that is given up is forgotten: shared again,
 * the list gets another one.
 * @throws Refusal 404 unless it is the actor's own, 409 for a public list without courses, 410 for one that moderators
 * took down
 */
export async function shareList(db: Db, actor: Actor, input: Sharing): Promise<void> {
  const { list, items } = await ownList(db, actor, input.id);
  const isPublic = input.visibility === 'public';
  demand(!isPublic || list.withdrawnAt === null, listWithdrawn);
  demand(!isPublic || items.length > 0, emptyListHidden);
  const oldLink = input.renewLink ? null : list.shareToken;
  await updateSharing(db, list.id, {
    visibility: input.visibility,
    shareToken: input.visibility === 'link' ? (oldLink ?? actor.ids.secret()) : null,
    slug: isPublic ? (list.slug ?? (await freeSlug(db, list.title))) : list.slug,
    showsName: input.showsName,
    at: actor.now,
  });
}

/** Words that stand for pages of ours under /lists. */
const reserved: readonly string[] = ['mine', 'add', 'new', 'shared', 'take-over', 'kept', 'plans', 'course'];

async function freeSlug(db: Db, title: string): Promise<string> {
  const plain = slugOf(title);
  const slug = reserved.includes(plain) ? `${plain}-1` : plain;
  const taken = new Set(await slugsLike(db, slug));
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}
