import { type Actor, hasRole } from '../../platform/actor.ts';
import { dayOf } from '../../platform/time/clock.ts';
import type { CoursePlace, Run } from './find-place/place.ts';

/** How somebody may be in a course: learn, look at what others learn, read what is open to all, or not at all. */
export type Standing = 'learner' | 'staff' | 'reader' | 'outside';

/** The one place that says who may see the units of a course. */
export function standingIn({ course, role, enrolment }: CoursePlace, actor: Actor): Standing {
  if (enrolment?.state === 'active' || enrolment?.state === 'completed') return 'learner';
  if (role !== undefined || (actor.kind === 'person' && hasRole(actor, 'operator'))) return 'staff';
  return course.rules.kind === 'mooc' ? 'reader' : 'outside';
}

/** Why a run cannot be joined. */
export type Obstacle = 'cancelled' | 'closed' | 'not-yet' | 'over';

/** The one place that says whether a run takes people who come by themselves; undefined: it does. */
export function obstacleTo(run: Run, now: Date): Obstacle | undefined {
  if (run.state === 'cancelled') return 'cancelled';
  if (run.state === 'closed') return 'closed';
  const today = dayOf(now, run.zone);
  if (run.enrolmentStartOn !== null && today < run.enrolmentStartOn) return 'not-yet';
  const last = run.enrolmentEndOn ?? run.endOn;
  if (last !== null && today > last) return 'over';
  return undefined;
}

/** What somebody must bring to a run that is not open to all; undefined: they may come in. */
export function missingFor(
  run: Run,
  brings: { readonly isGuest: boolean; readonly hasCode: boolean },
): 'code' | 'guest' | undefined {
  if (run.access === 'open') return undefined;
  if (run.access === 'code') return brings.hasCode ? undefined : 'code';
  return brings.isGuest ? undefined : 'guest';
}

/** Whether what is done in a run still counts: not before its first day, nor after its last. Reading goes on. */
export function isUnderWay(run: Run, now: Date): boolean {
  const today = dayOf(now, run.zone);
  if (run.state === 'cancelled') return false;
  return (run.startOn === null || today >= run.startOn) && (run.endOn === null || today <= run.endOn);
}
