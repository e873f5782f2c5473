import type { Db } from '../../../platform/db/database.ts';
import type { ListWithItems } from '../read-lists/list-facts.ts';
import { publicList } from '../read-lists/lists.queries.ts';
import { listNotFound, listWithdrawn } from '../refusals.ts';

/** The public list at an address. @throws Refusal 404 when there is none, 410 when moderators took it down */
export async function listShown(db: Db, slug: string): Promise<ListWithItems> {
  const isPlausible = slug !== '' && slug.length <= 200 && slug.isWellFormed() && !slug.includes('\0');
  const found = isPlausible ? await publicList(db, slug) : undefined;
  if (!found) throw listNotFound();
  if (found.list.withdrawnAt) throw listWithdrawn();
  return found;
}
