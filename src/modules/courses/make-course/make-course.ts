import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { demand } from '../../../platform/refusal.ts';
import { findCourse } from '../course-people/course-at-hand.queries.ts';
import { createCourse } from '../keep-course/create-course.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { mayAuthor, maySeeDraft } from '../policy.ts';
import { authorsOnly, courseNotFound } from '../refusals.ts';
import { contentOfTemplate, type Template } from './course-templates.ts';

export interface CourseWish {
  /** Comes with the form: sent twice, it makes one course. */
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly template: Template;
}

/** Begins a course of the actor's, as a draft; `t` speaks the language of the course. @throws Refusal 403, 404 */
export async function makeCourse(
  db: Db,
  actor: Actor,
  { id, template, ...about }: CourseWish,
  t: Translator,
): Promise<string> {
  demand(mayAuthor(actor), authorsOnly);
  demand(isCourseId(id), courseNotFound);
  const present = await findCourse(db, id, true);
  if (present) {
    demand(maySeeDraft(present.staff, actor), courseNotFound);
    return id;
  }
  await createCourse(db, actor, { id, content: contentOfTemplate(template, about, { ids: actor.ids, t }) });
  return id;
}
