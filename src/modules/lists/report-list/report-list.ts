import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayModerateLists, mayPickLists } from '../policy.ts';
import { isUuid } from '../read-lists/own-list.ts';
import { listNotFound, moderatorsOnly, ownListDecided } from '../refusals.ts';
import { listShown } from '../show-lists/list-shown.ts';
import type { ReportReason } from '../tables.ts';
import { decideReports, insertReport, ownerOf, setPicked, setWithdrawn } from './reports.queries.ts';

/** Anybody says that a public list should not stand there; moderators look. The id comes with the form. */
export async function reportList(
  db: Db,
  actor: Actor,
  input: {
    readonly id: string;
    readonly slug: string;
    readonly reason: ReportReason;
    readonly words: string | null;
  },
): Promise<void> {
  const { list } = await listShown(db, input.slug);
  await insertReport(db, {
    id: isUuid(input.id) ? input.id : actor.ids.next(),
    listId: list.id,
    reporterId: actor.kind === 'person' ? actor.id : undefined,
    reason: input.reason,
    words: input.words,
    at: actor.now,
  });
}

/** What a moderator does with a list; the owner reads the reason. */
export type Decision =
  { readonly verdict: 'withdraw'; readonly reason: string } | { readonly verdict: 'keep' | 'restore' };

/**
 * Takes a public list down, lets it stand, or puts it back; answers the open reports.
 * @throws Refusal 403 for others than moderators and for one's own list, 404 when there is no such list in that state
 */
export async function decideList(
  db: Db,
  actor: Actor,
  { id, ...decision }: Decision & { readonly id: string },
): Promise<void> {
  demand(mayModerateLists(actor), moderatorsOnly);
  demand(isUuid(id), listNotFound);
  demand(actor.id === undefined || (await ownerOf(db, id)) !== actor.id, ownListDecided);
  if (decision.verdict === 'withdraw') {
    demand(await setWithdrawn(db, id, { at: actor.now, reason: decision.reason }), listNotFound);
    await decideReports(db, id, { at: actor.now, decision: 'withdrawn' });
  } else if (decision.verdict === 'restore') {
    demand(await setWithdrawn(db, id, undefined), listNotFound);
  } else {
    demand((await decideReports(db, id, { at: actor.now, decision: 'kept' })) > 0, listNotFound);
  }
  await audit(db, actor, `${decision.verdict}-list`, id);
}

/** Marks a public list as chosen by the editors, or no longer. @throws Refusal 403, 404 */
export async function pickList(
  db: Db,
  actor: Actor,
  input: { readonly id: string; readonly picked: boolean },
): Promise<void> {
  demand(mayPickLists(actor), moderatorsOnly);
  const done = isUuid(input.id) && (await setPicked(db, input.id, input.picked ? actor.now : null));
  demand(done, listNotFound);
  await audit(db, actor, input.picked ? 'pick-list' : 'unpick-list', input.id);
}
