import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { listNotFound } from '../refusals.ts';
import type { ListWithItems } from './list-facts.ts';
import { listOf } from './lists.queries.ts';

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

/** The actor's own list. @throws Refusal 404 for lists of others and for those that never were */
export async function ownList(db: Db, actor: Actor, id: string): Promise<ListWithItems> {
  const found = actor.id !== undefined && isUuid(id) ? await listOf(db, actor.id, id) : undefined;
  if (!found) throw listNotFound();
  return found;
}
