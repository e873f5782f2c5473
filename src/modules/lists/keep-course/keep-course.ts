import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { type CourseRow, coursesAsked } from '../../catalog/index.ts';
import { insertItems, lockList } from '../arrange-list/items.queries.ts';
import { tellFollowers } from '../follow-list/tell-followers.ts';
import { makeList } from '../make-list/make-list.ts';
import { mostItems } from '../read-lists/list-facts.ts';
import { isUuid, ownList } from '../read-lists/own-list.ts';
import { courseUnknown, listFull } from '../refusals.ts';

/** The course of an id or an address, merges followed. @throws Refusal 404 when nobody knows it */
export async function courseToKeep(db: Db, name: string): Promise<CourseRow> {
  const course = (await coursesAsked(db, [name])).get(name);
  if (!course) throw courseUnknown();
  return course;
}

/**
 * Adds courses (ids or addresses) at the end of one of the actor's lists, those that are there already left where they
 * are. Returns how many were added.
 * @throws Refusal 404 unless the list is the actor's own, 409 when it is full
 */
export async function addCourses(
  db: Db,
  actor: Actor,
  input: { readonly listId: string; readonly courses: readonly string[]; readonly note?: string | null },
): Promise<number> {
  if (isUuid(input.listId)) await lockList(db, input.listId);
  const { list, items: present } = await ownList(db, actor, input.listId);
  const known = await coursesAsked(db, input.courses);
  const courses = [...new Map([...known.values()].map((course) => [course.id, course])).values()];
  const there = new Set(present.map((item) => item.courseId));
  const fresh = courses.filter((course) => !there.has(course.id));
  demand(present.length + fresh.length <= mostItems, () => listFull(mostItems));
  if (fresh.length === 0) return 0;
  const items = fresh.map((course) => ({
    id: actor.ids.next(),
    courseId: course.id,
    title: course.title,
    note: input.note ?? null,
    at: actor.now,
  }));
  const added = await insertItems(db, list.id, items);
  await tellFollowers(db, actor, list, fresh);
  return added;
}

/** Where to keep it: one of the actor's lists, or a new one under this title. */
export type Place =
  { readonly listId: string } | { readonly newList: { readonly id: string; readonly title: string } };

/** Keeps a course; returns the list, and whether the course was not there before. */
export async function keepCourse(
  db: Db,
  actor: Actor,
  input: { readonly course: string; readonly place: Place; readonly note?: string | null },
): Promise<{ readonly listId: string; readonly added: boolean }> {
  const course = await courseToKeep(db, input.course);
  const { place } = input;
  const listId =
    'listId' in place
      ? place.listId
      : await makeList(db, actor, { ...place.newList, description: null, lang: actor.lang, isPlan: false });
  const added = await addCourses(db, actor, { listId, courses: [course.id], note: input.note ?? null });
  return { listId, added: added > 0 };
}
