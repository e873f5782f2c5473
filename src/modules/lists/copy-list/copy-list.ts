import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { addCourses } from '../keep-course/keep-course.ts';
import { makeList } from '../make-list/make-list.ts';
import { listShown } from '../show-lists/list-shown.ts';

/**
 * Copies a public list into a private one of the actor's: its title, its courses and their order. Notes stay with who
 * wrote them. The id comes with the form.
 * @throws Refusal 404 when there is no such public list, 410 when it was taken down
 */
export async function copyList(
  db: Db,
  actor: Actor,
  input: { readonly slug: string; readonly id: string },
): Promise<string> {
  const { list, items } = await listShown(db, input.slug);
  const listId = await makeList(db, actor, {
    id: input.id,
    title: list.title,
    description: list.description,
    lang: list.lang,
    isPlan: list.isPlan,
  });
  await addCourses(db, actor, { listId, courses: items.map((item) => item.courseId) });
  return listId;
}
