import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { findBlock, historyOf, keepBefore, updateBlock } from '../edit-block/block.queries.ts';
import { mayEdit } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';

const everything = 10_000;

/** The block is as it was; what stood there goes into the history, and open forms notice. @throws Refusal 403, 404 */
export async function restoreBlock(
  db: Db,
  actor: Actor,
  {
    courseId,
    block,
    revision,
  }: { readonly courseId: string; readonly block: string; readonly revision: number },
): Promise<void> {
  await holdCourse(db, actor, courseId, mayEdit);
  const present = await findBlock(db, courseId, block);
  const earlier = (await historyOf(db, courseId, block, everything)).find(
    (each) => each.revision === revision,
  );
  if (!present || !earlier) throw courseNotFound();
  const by = actor.id ?? null;
  await keepBefore(db, { courseId, id: block, by, since: undefined });
  const { id, optional } = present;
  const { title, content } = earlier;
  await updateBlock(db, {
    courseId,
    block: { id, title, optional, content },
    revision: present.revision,
    at: actor.now,
    by,
  });
  await touchCourse(db, courseId, actor.now);
}
