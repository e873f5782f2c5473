import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { publish } from '../../../platform/events/publish.ts';
import { demand } from '../../../platform/refusal.ts';
import { tellOpening } from '../ask-demand/tell-opening.ts';
import { coursePublished } from '../events.ts';
import { readDraft } from '../keep-course/read-draft.ts';
import { askToList } from '../list-in-catalogue/list-in-catalogue.job.ts';
import { offerWhereNeverOffered } from '../offer-run/offer-run.ts';
import { hasPackages } from '../run-packages/unpack/has-packages.ts';
import { askToUnpack } from '../run-packages/unpack/unpack-packages.job.ts';
import { courseNotFound, nothingToPublish } from '../refusals.ts';
import { editionOf, outlineOf } from './outline-of.ts';
import { insertVersion, keepEditions } from './publish-course.queries.ts';

/**
 * Makes a version of the draft and shows it to learners; who may is the caller's question. Blocks keep their ids, so that
 * nobody's progress is lost. @throws Refusal 404, 422 for a course without a unit
 */
export async function publishCourse(
  db: Db,
  actor: Actor,
  { courseId, changes = '' }: { readonly courseId: string; readonly changes?: string },
): Promise<{ readonly versionId: string; readonly number: number }> {
  const draft = await readDraft(db, courseId, { lock: true });
  if (!draft) throw courseNotFound();
  const units = draft.content.sections.flatMap((section) => section.units);
  demand(units.length > 0, nothingToPublish);
  const editions = units.map((unit) => ({ ...editionOf(unit), id: actor.ids.next() }));
  const outline = outlineOf(draft.content, await keepEditions(db, courseId, editions));
  const versionId = actor.ids.next();
  const by = actor.kind === 'person' ? (actor.id ?? null) : null;
  const number = await insertVersion(db, {
    id: versionId,
    courseId,
    content: draft.content,
    outline,
    changes,
    by,
    now: actor.now,
  });
  await publish(db, actor, {
    name: coursePublished,
    version: 1,
    subject: courseId,
    data: { courseId, versionId, number },
  });
  await offerWhereNeverOffered(db, actor, { courseId, kind: draft.content.rules.kind });
  if (hasPackages(draft.content)) await askToUnpack(db, courseId);
  await askToList(db);
  await tellOpening(db, actor, courseId);
  return { versionId, number };
}
