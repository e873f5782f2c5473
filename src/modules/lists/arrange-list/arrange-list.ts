import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import type { ItemFacts, ListWithItems } from '../read-lists/list-facts.ts';
import { mostItems } from '../read-lists/list-facts.ts';
import { isUuid, ownList } from '../read-lists/own-list.ts';
import { listFull, listNotFound } from '../refusals.ts';
import { lockList, orderItems, putIn, takeOut, writeNote } from './items.queries.ts';

export interface ItemPlace {
  readonly listId: string;
  readonly itemId: string;
}

/** The actor's own list, held until the deed is done, and the item in it. @throws Refusal 404 for anything else */
async function ownItem(
  db: Db,
  actor: Actor,
  { listId, itemId }: ItemPlace,
): Promise<ListWithItems & { readonly item: ItemFacts }> {
  if (isUuid(listId)) await lockList(db, listId);
  const found = await ownList(db, actor, listId);
  const item = found.items.find((each) => each.id === itemId);
  if (!item) throw listNotFound();
  return { ...found, item };
}

export const moves = ['up', 'down', 'first', 'last'] as const;
export type Move = (typeof moves)[number];

/** Moves a course one place up or down, or to an end of the list; returns its new number, from 1. */
export async function moveItem(
  db: Db,
  actor: Actor,
  input: ItemPlace & { readonly to: Move },
): Promise<number> {
  const { items, item } = await ownItem(db, actor, input);
  const ids = moved(
    items.map((each) => each.id),
    item.id,
    input.to,
  );
  await orderItems(db, input.listId, ids, actor.now);
  return ids.indexOf(item.id) + 1;
}

function moved(ids: readonly string[], id: string, to: Move): string[] {
  const at = ids.indexOf(id);
  const others = ids.filter((each) => each !== id);
  const place = { up: Math.max(0, at - 1), down: at + 1, first: 0, last: others.length }[to];
  return others.toSpliced(place, 0, id);
}

/** What the owner notes of a course; an empty text takes the note away. */
export async function noteItem(
  db: Db,
  actor: Actor,
  input: ItemPlace & { readonly note: string | null },
): Promise<void> {
  await ownItem(db, actor, input);
  await writeNote(db, input.listId, { itemId: input.itemId, note: input.note, at: actor.now });
}

/** Takes a course out of the list; `putBack` undoes it. */
export async function removeItem(db: Db, actor: Actor, input: ItemPlace): Promise<void> {
  await ownItem(db, actor, input);
  await takeOut(db, input.listId, input.itemId, actor.now);
}

/** Puts a course that was taken out back where it stood. @throws Refusal 404 when it is forgotten, 409 when there is no room */
export async function putBack(db: Db, actor: Actor, { listId, itemId }: ItemPlace): Promise<void> {
  const { items } = await ownList(db, actor, listId);
  demand(items.length < mostItems, () => listFull(mostItems));
  const isThere = isUuid(itemId) && (await putIn(db, listId, itemId, actor.now));
  demand(isThere, listNotFound);
}
