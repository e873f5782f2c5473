import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { goalUnreadable, visitorsCannotJoin } from '../refusals.ts';
import { deleteGoal, type Goal, writeGoal } from './goal.queries.ts';

/** Most that a week can hold, by what is counted: nobody studies more than sixty hours. */
export const mostOf = { units: 200, minutes: 3600 } as const;

/** Sets the goal of a person's weeks, over all their courses. @throws Refusal 401, 422 */
export async function setGoal(db: Db, actor: Actor, goal: Goal): Promise<void> {
  const personId = actor.kind === 'person' ? actor.id : undefined;
  if (personId === undefined) throw visitorsCannotJoin();
  demand(
    Number.isInteger(goal.amount) && goal.amount > 0 && goal.amount <= mostOf[goal.measure],
    goalUnreadable,
  );
  await writeGoal(db, { ...goal, personId, token: actor.ids.secret(), at: actor.now });
}

/** No goal any more, and no reminders. @throws Refusal 401 */
export async function dropGoal(db: Db, actor: Actor): Promise<void> {
  if (actor.kind !== 'person' || actor.id === undefined) throw visitorsCannotJoin();
  await deleteGoal(db, actor.id);
}
