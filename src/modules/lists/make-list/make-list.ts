import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { mostLists } from '../read-lists/list-facts.ts';
import { isUuid, ownList } from '../read-lists/own-list.ts';
import { listNotFound, tooManyLists } from '../refusals.ts';
import { countLists, deleteListRow, type Details, insertList, updateDetails } from './make-list.queries.ts';

/**
 * Makes a private list of the actor's. The id comes with the form, so that sending it twice makes one list.
 * @throws Refusal 409 when the person has as many lists as one can have
 */
export async function makeList(
  db: Db,
  actor: Actor,
  { id, ...details }: Details & { readonly id: string },
): Promise<string> {
  const ownerId = actor.id;
  if (ownerId === undefined || !isUuid(id)) throw listNotFound();
  demand((await countLists(db, ownerId)) < mostLists, () => tooManyLists(mostLists));
  await insertList(db, { id, ownerId, ...details, at: actor.now });
  // somebody else's id opens nothing
  return (await ownList(db, actor, id)).list.id;
}

/** Title, description, language, and whether it is a plan. @throws Refusal 404 unless it is the actor's own */
export async function changeList(
  db: Db,
  actor: Actor,
  { id, ...details }: Details & { readonly id: string },
): Promise<void> {
  const { list } = await ownList(db, actor, id);
  await updateDetails(db, list.id, details, actor.now);
}

/** Deletes the list for good. @throws Refusal 404 unless it is the actor's own */
export async function deleteList(db: Db, actor: Actor, id: string): Promise<void> {
  const { list } = await ownList(db, actor, id);
  await deleteListRow(db, list.id);
}
