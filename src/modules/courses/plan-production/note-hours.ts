import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { maySeeDraft } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import type { EntryInput } from './entry-form.ts';
import {
  entryById,
  insertEntry,
  setEntryRemoved,
  updateEntry,
  type WorkEntry,
} from './note-hours.queries.ts';
import { type Minutes, type Task, tasks } from './tasks.ts';

/**
 * Notes time that the person gave to a course that they work on. The form carries the id: sent twice, it is one entry.
 * @throws Refusal 404 for strangers
 */
export async function noteHours(
  db: Db,
  actor: Actor,
  { courseId, entry }: { readonly courseId: string; readonly entry: EntryInput },
): Promise<void> {
  const course = await courseAtHand(db, actor, courseId, maySeeDraft);
  await insertEntry(db, { ...entry, courseId: course.id, personId: actor.id ?? null }, actor.now);
}

/** One's own entry, removed or not. @throws Refusal 404 for those of others */
export async function ownEntry(db: Db, actor: Actor, courseId: string, id: string): Promise<WorkEntry> {
  const course = await courseAtHand(db, actor, courseId, maySeeDraft);
  const entry = isCourseId(id) ? await entryById(db, id) : undefined;
  const isOwn = entry?.courseId === course.id && actor.id !== undefined && entry.personId === actor.id;
  demand(entry !== undefined && isOwn, courseNotFound);
  return entry;
}

/** Corrects one's own entry. @throws Refusal 404 */
export async function correctEntry(
  db: Db,
  actor: Actor,
  { courseId, id, entry }: { readonly courseId: string; readonly id: string; readonly entry: EntryInput },
): Promise<void> {
  await updateEntry(db, { ...entry, id: (await ownEntry(db, actor, courseId, id)).id });
}

/** Takes one's own entry out, or puts it back. @throws Refusal 404 */
export async function removeEntry(
  db: Db,
  actor: Actor,
  { courseId, id, back }: { readonly courseId: string; readonly id: string; readonly back: boolean },
): Promise<void> {
  const entry = await ownEntry(db, actor, courseId, id);
  await setEntryRemoved(db, entry.id, back ? null : actor.now);
}

/** Minutes of several by task, together. */
export function together(all: readonly { readonly minutes: Minutes }[]): Minutes {
  const sums: Partial<Record<Task, number>> = {};
  for (const { minutes } of all)
    for (const task of tasks) if (minutes[task] !== undefined) sums[task] = (sums[task] ?? 0) + minutes[task];
  return sums;
}
