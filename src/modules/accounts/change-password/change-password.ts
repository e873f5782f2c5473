import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { Letters } from '../letters/letters.ts';
import { isPassword } from '../password/hash-password.ts';
import { passwordOf } from '../password/passwords.queries.ts';
import { signInFirst, wrongPassword } from '../refusals.ts';
import { changePasswordTo } from '../reset-password/reset-password.ts';
import { deleteSessionsOf } from '../session/sessions.queries.ts';

export interface PasswordChange {
  /** The password until now; not asked of somebody who has none. */
  readonly current: string;
  readonly password: string;
  readonly letters: Letters;
}

/**
 * Changes one's own password, and signs out everywhere else.
 * @throws Refusal 422 for a wrong current password or a new one that is easily guessed
 */
export async function changePassword(db: Db, actor: Actor, input: PasswordChange): Promise<void> {
  if (!actor.id || !actor.sessionId) throw signInFirst();
  const kept = await passwordOf(db, actor.id);
  if (kept && !(await isPassword(kept.hash, input.current))) throw wrongPassword();
  await changePasswordTo(db, actor, { accountId: actor.id, ...input });
  await deleteSessionsOf(db, actor.id, actor.sessionId);
}
