import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { tellOpening } from '../ask-demand/tell-opening.ts';
import { courseAtHand, holdCourse } from '../course-people/course-at-hand.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { isCourseId } from '../keep-course/course-id.ts';
import { askToList } from '../list-in-catalogue/list-in-catalogue.job.ts';
import { mayPublish, mayTeach } from '../policy.ts';
import { codeNeedsNothing, courseNotFound } from '../refusals.ts';
import {
  type HeldRun,
  insertRun,
  runById,
  setCodeHash,
  setGuests,
  setRunState,
  updateRun,
} from './hold-runs.queries.ts';
import { joinCodeHash, newJoinCode } from './join-code.ts';
import type { RunInput } from './run-form.ts';

export interface RunAtHand {
  readonly course: CourseAtHand;
  readonly run: HeldRun;
}

/** A run, for those who teach it. @throws Refusal 404 for strangers, 403 for staff in another role */
export async function runAtHand(db: Db, actor: Actor, runId: string): Promise<RunAtHand> {
  const run = isCourseId(runId) ? await runById(db, runId) : undefined;
  if (!run) throw courseNotFound();
  return { run, course: await courseAtHand(db, actor, run.courseId, mayTeach) };
}

/** Offers the course. The form carries the id: sent twice, it is one run. @throws Refusal 404, 403 */
export async function createRun(
  db: Db,
  actor: Actor,
  { courseId, input }: { readonly courseId: string; readonly input: RunInput },
): Promise<string> {
  const course = await holdCourse(db, actor, courseId, mayPublish);
  const id = isCourseId(input.id) ? input.id : actor.ids.next();
  const isNew = await insertRun(db, { ...input, id, courseId: course.id, now: actor.now });
  if (!isNew) return (await ownRun(db, actor, id, course.id)).id;
  await setGuests(db, id, guestsOf(input), actor.now);
  await askToList(db);
  await tellOpening(db, actor, course.id);
  return id;
}

/** An id that another course has already opens nothing. */
async function ownRun(db: Db, actor: Actor, id: string, courseId: string): Promise<HeldRun> {
  const { run } = await runAtHand(db, actor, id);
  demand(run.courseId === courseId, courseNotFound);
  return run;
}

/** Lists are for runs that have guests: one that is opened forgets none, and asks for none. */
const guestsOf = ({ access, guests }: RunInput): readonly string[] =>
  access === 'members' || access === 'invited' ? guests : [];

/** Changes days, access, seats. Nobody who is in a run loses it. @throws Refusal 404, 403 */
export async function changeRun(
  db: Db,
  actor: Actor,
  { runId, input }: { readonly runId: string; readonly input: RunInput },
): Promise<RunAtHand> {
  const { run } = await runAtHand(db, actor, runId);
  const course = await holdCourse(db, actor, run.courseId, mayPublish);
  await updateRun(db, run.id, input, actor.now);
  if (input.access === 'members' || input.access === 'invited')
    await setGuests(db, run.id, input.guests, actor.now);
  await askToList(db);
  await tellOpening(db, actor, course.id);
  return { run, course };
}

/** Closed: nobody joins any more, those inside go on. Cancelled: nobody learns in it. @throws Refusal 404, 403 */
export async function moveRun(
  db: Db,
  actor: Actor,
  { runId, to }: { readonly runId: string; readonly to: 'open' | 'closed' | 'cancelled' },
): Promise<RunAtHand> {
  const { run } = await runAtHand(db, actor, runId);
  const course = await holdCourse(db, actor, run.courseId, mayPublish);
  await setRunState(db, run.id, to, actor.now);
  await askToList(db);
  await tellOpening(db, actor, course.id);
  return { run, course };
}

/** A new code; the one before opens nothing any more. It is told this once. @throws Refusal 404, 403, 409 */
export async function renewCode(
  db: Db,
  actor: Actor,
  runId: string,
): Promise<RunAtHand & { readonly code: string }> {
  const { run } = await runAtHand(db, actor, runId);
  const course = await holdCourse(db, actor, run.courseId, mayPublish);
  demand(run.access === 'code', codeNeedsNothing);
  const code = newJoinCode(actor.ids);
  await setCodeHash(db, run.id, joinCodeHash(code), actor.now);
  return { run, course, code };
}
