import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Theme } from '../../../platform/ui/theme-menu.tsx';
import { signInFirst } from '../refusals.ts';
import { updateAccount } from './accounts.queries.ts';

/** Changes one's own name, language or appearance. */
export async function changeDetails(
  db: Db,
  actor: Actor,
  change: { readonly name?: string; readonly lang?: Lang; readonly theme?: Theme },
): Promise<void> {
  if (!actor.id) throw signInFirst();
  await updateAccount(db, actor.id, change);
}
