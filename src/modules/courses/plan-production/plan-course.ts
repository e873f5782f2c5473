import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand, Refusal } from '../../../platform/refusal.ts';
import { holdCourse } from '../course-people/course-at-hand.ts';
import { mayEdit, mayPublish } from '../policy.ts';
import type { MoneyPlan } from './money-plan.ts';
import { type HoursPlan, keepHoursPlan, keepMoneyPlan, planOf } from './plan.queries.ts';

/** Somebody else saved the plan since the form was opened; nothing is overwritten in silence. */
const plannedMeanwhile = () =>
  new Refusal(409, 'courses.planned-meanwhile', 'courses.plan.refusal.meanwhile', { field: 'revision' });

/**
 * Plans the hours of a course. The same plan sent twice is one plan.
 * @throws Refusal 404, 403; 409 on the field `revision` when the plan changed since the form was opened
 */
export async function planHours(
  db: Db,
  actor: Actor,
  { courseId, plan }: { readonly courseId: string; readonly plan: HoursPlan },
): Promise<void> {
  const { id } = await holdCourse(db, actor, courseId, mayEdit);
  const { revision, ...wanted } = plan;
  const { hours } = await planOf(db, id);
  if (isDeepStrictEqual({ weeks: hours.weeks, minutes: hours.minutes }, wanted) && hours.revision > 0) return;
  demand(hours.revision === revision, plannedMeanwhile);
  await keepHoursPlan(db, id, wanted, actor.now);
}

/**
 * Plans the money of a course, which is for its owner alone.
 * @throws Refusal 404, 403; 409 on the field `revision` when the plan changed since the form was opened
 */
export async function planMoney(
  db: Db,
  actor: Actor,
  {
    courseId,
    plan,
    revision,
  }: { readonly courseId: string; readonly plan: MoneyPlan; readonly revision: number },
): Promise<void> {
  const { id } = await holdCourse(db, actor, courseId, mayPublish);
  const { money, moneyRevision } = await planOf(db, id);
  if (isDeepStrictEqual(money, plan) && moneyRevision > 0) return;
  demand(moneyRevision === revision, plannedMeanwhile);
  await keepMoneyPlan(db, id, plan, actor.now);
}
