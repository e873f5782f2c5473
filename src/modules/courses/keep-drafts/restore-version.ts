import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { courseContent } from '../content/course-content.ts';
import { touchCourse } from '../course-people/course-at-hand.queries.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { rowsOf } from '../keep-course/content-rows.ts';
import { mayPublish } from '../policy.ts';
import { wholeVersion } from '../publish-course/versions.queries.ts';
import { courseNotFound } from '../refusals.ts';
import { clearDraft, putParts, setDescription } from './restore-version.queries.ts';

/**
 * The draft is as that version was. Learners see nothing of it before it is published; every block that stood there is in
 * its history, and sources that wait for rework stay. @throws Refusal 403, 404
 */
export async function restoreVersion(
  db: Db,
  actor: Actor,
  { courseId, number }: { readonly courseId: string; readonly number: number },
): Promise<void> {
  await holdCourse(db, actor, courseId, mayPublish);
  const version = await wholeVersion(db, courseId, number);
  if (!version) throw courseNotFound();
  const { about, rules, banks, outline, editions } = version;
  const sections = outline.sections.map((section) => ({
    ...section,
    units: section.units.map(({ edition, ...unit }) => ({ ...unit, blocks: editions[edition] ?? [] })),
  }));
  const content = courseContent.parse({ about, rules, banks, sections });
  await clearDraft(db, courseId, actor.now);
  await putParts(db, { courseId, rows: rowsOf(content), by: actor.id ?? null, now: actor.now });
  await setDescription(db, courseId, content);
  await touchCourse(db, courseId, actor.now);
}
