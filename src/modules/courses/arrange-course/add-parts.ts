import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { partId } from '../content/identifiers.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { holdPart } from './arrange-course.ts';
import type { PartPlace } from './draft-outline.ts';
import {
  contentOfPart,
  copyBlocks,
  insertSection,
  insertUnit,
  orderParts,
  parentsOf,
  setContent,
  siblings,
} from './parts.queries.ts';

/** The id comes with the form, so that sending it twice makes one part. */
interface NewTitle {
  readonly courseId: string;
  readonly id: string;
  readonly title: string;
}

const partOf = (id: string): string => {
  demand(partId.safeParse(id).success, courseNotFound);
  return id;
};

/** A section at the end of the course, with a first unit in it: an empty section is of no use to anybody. */
export async function addSection(
  db: Db,
  actor: Actor,
  { courseId, id, title, unitTitle }: NewTitle & { readonly unitTitle?: string | undefined },
): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  await insertSection(db, { courseId, id: partOf(id), content: { id, title, opensAfter: 0, after: [] } });
  if (unitTitle !== undefined) {
    const unit = { id: actor.ids.next(), title: unitTitle };
    await insertUnit(db, { courseId, id: unit.id, sectionId: id, content: unit });
  }
  await touchCourse(db, courseId, actor.now);
}

/** A unit at the end of a section. @throws Refusal 404 when there is no such section */
export async function addUnit(
  db: Db,
  actor: Actor,
  { courseId, id, title, sectionId }: NewTitle & { readonly sectionId: string },
): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  demand((await parentsOf(db, courseId, 'units')).includes(sectionId), courseNotFound);
  await insertUnit(db, { courseId, id: partOf(id), sectionId, content: { id, title } });
  await touchCourse(db, courseId, actor.now);
}

type Described = PartPlace & { readonly kind: 'sections' | 'units' };

/** Changes what a section or a unit says of itself. @throws Refusal 403, 404 */
export async function describePart(
  db: Db,
  actor: Actor,
  place: Described & { readonly content: object },
): Promise<void> {
  await holdPart(db, actor, place);
  await setContent(db, place, place.content);
  await touchCourse(db, place.courseId, actor.now);
}

/** A copy of a unit with its blocks, right after it; answers its id. */
export async function duplicateUnit(
  db: Db,
  actor: Actor,
  { courseId, part, title }: { readonly courseId: string; readonly part: string; readonly title: string },
): Promise<string> {
  const place = { courseId, kind: 'units', part } as const;
  const { parent } = await holdPart(db, actor, place);
  const content = await contentOfPart(db, place);
  if (typeof content !== 'object' || content === null) throw courseNotFound();
  const id = actor.ids.next();
  await insertUnit(db, { courseId, id, sectionId: parent, content: { ...content, id, title } });
  const blocks = await siblings(db, { courseId, kind: 'blocks' }, part);
  const ids = new Map(blocks.map((block) => [block, actor.ids.next()] as const));
  await copyBlocks(db, courseId, { ids, unitId: id, at: actor.now, by: actor.id ?? null });
  await after(db, { ...place, copy: id, parent });
  await touchCourse(db, courseId, actor.now);
  return id;
}

/** A copy of a block, right after it; answers its id. */
export async function duplicateBlock(
  db: Db,
  actor: Actor,
  { courseId, part }: { readonly courseId: string; readonly part: string },
): Promise<string> {
  const place = { courseId, kind: 'blocks', part } as const;
  const { parent } = await holdPart(db, actor, place);
  const copy = actor.ids.next();
  await copyBlocks(db, courseId, {
    ids: new Map([[part, copy]]),
    unitId: parent,
    at: actor.now,
    by: actor.id ?? null,
  });
  await after(db, { ...place, copy, parent });
  await touchCourse(db, courseId, actor.now);
  return copy;
}

async function after(
  db: Db,
  { courseId, kind, part, copy, parent }: PartPlace & { readonly copy: string; readonly parent: string },
): Promise<void> {
  const others = (await siblings(db, { courseId, kind }, parent)).filter((id) => id !== copy);
  const ids = others.toSpliced(others.indexOf(part) + 1, 0, copy);
  await orderParts(db, { courseId, kind }, { parentId: parent, ids });
}
