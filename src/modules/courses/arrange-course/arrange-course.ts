import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import type { PartPlace } from './draft-outline.ts';
import { findPart, type FoundPart, markRemoved, orderParts, parentsOf, siblings } from './parts.queries.ts';

/** The part, its course held, by somebody who may edit it. @throws Refusal 403, 404 */
export async function holdPart(db: Db, actor: Actor, place: PartPlace): Promise<FoundPart> {
  await holdCourse(db, actor, place.courseId, mayEdit);
  const found = await findPart(db, place);
  if (!found) throw courseNotFound();
  return found;
}

export const steps = ['up', 'down'] as const;
export type Step = (typeof steps)[number];

/**
 * Moves a part one place up or down. A unit at the end of its section, or a block at the end of its unit, goes over into
 * the neighbour; at the ends of the course it stays.
 */
export async function stepPart(
  db: Db,
  actor: Actor,
  place: PartPlace & { readonly to: Step },
): Promise<void> {
  const { parent } = await holdPart(db, actor, place);
  const ids = await siblings(db, place, parent);
  const at = ids.indexOf(place.part);
  const next = at + (place.to === 'up' ? -1 : 1);
  if (next >= 0 && next < ids.length) {
    const order = ids.filter((id) => id !== place.part).toSpliced(next, 0, place.part);
    await orderParts(db, place, { parentId: parent, ids: order });
  } else if (!(await stepOver(db, place, parent))) return;
  await touchCourse(db, place.courseId, actor.now);
}

/** Into the parent before or after; false where there is none. */
async function stepOver(
  db: Db,
  { courseId, kind, part, to }: PartPlace & { readonly to: Step },
  parent: string,
): Promise<boolean> {
  if (kind === 'sections') return false;
  const parents = await parentsOf(db, courseId, kind);
  const neighbour = parents[parents.indexOf(parent) + (to === 'up' ? -1 : 1)];
  if (neighbour === undefined) return false;
  const there = await siblings(db, { courseId, kind }, neighbour);
  const ids = to === 'up' ? [...there, part] : [part, ...there];
  await orderParts(db, { courseId, kind }, { parentId: neighbour, ids });
  return true;
}

/** Moves a part into another parent (or its own), before another part or to the end. @throws Refusal 404 */
export async function placePart(
  db: Db,
  actor: Actor,
  place: PartPlace & { readonly into: string; readonly before?: string | undefined },
): Promise<void> {
  await holdPart(db, actor, place);
  const { courseId, kind, part } = place;
  const into = kind === 'sections' ? courseId : place.into;
  if (kind !== 'sections') demand((await parentsOf(db, courseId, kind)).includes(into), courseNotFound);
  const others = (await siblings(db, place, into)).filter((id) => id !== part);
  const at = place.before === undefined ? -1 : others.indexOf(place.before);
  const ids = others.toSpliced(at < 0 ? others.length : at, 0, part);
  await orderParts(db, place, { parentId: into, ids });
  await touchCourse(db, courseId, actor.now);
}

/** Takes a part out of the draft; `putBackPart` undoes it. What learners see stays until the next version. */
export async function removePart(db: Db, actor: Actor, place: PartPlace): Promise<void> {
  const { removedAt } = await holdPart(db, actor, place);
  if (removedAt) return;
  await markRemoved(db, place, actor.now);
  await touchCourse(db, place.courseId, actor.now);
}

/** Puts a part back where it stood, as long as what it stood in is there. @throws Refusal 404 */
export async function putBackPart(db: Db, actor: Actor, place: PartPlace): Promise<void> {
  const { removedAt } = await holdPart(db, actor, place);
  if (!removedAt) return;
  await markRemoved(db, place, null);
  await touchCourse(db, place.courseId, actor.now);
}
