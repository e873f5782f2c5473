import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { markKept } from '../import-courses/records.queries.ts';
import { letGo } from '../import-courses/settle-gone.ts';
import { lockSource } from '../import-courses/sources.queries.ts';
import { mayManageSources } from '../policy.ts';
import { hidden, importRunning, questionAnswered } from '../refusals.ts';
import { questionForUpdate, saveDecision } from './show-import.queries.ts';

/**
 * A person's answer to "a fifth of this source is missing: is it gone?". `gone` marks the records, which are archived
 * after the grace time like any others; `kept` leaves them, and does not ask again until their source has listed them
 * once more. @throws Refusal 404, 409 when it was answered or overtaken by a newer import, 409 while one is running
 */
export async function decideMissing(
  db: Db,
  actor: Actor,
  input: { readonly importId: string; readonly answer: 'gone' | 'kept' },
): Promise<void> {
  demand(mayManageSources(actor), hidden);
  const question = await questionForUpdate(db, input.importId);
  demand(question !== undefined, questionAnswered);
  demand(await lockSource(db, question.sourceId), importRunning);
  const count =
    input.answer === 'gone'
      ? await letGo(db, actor, { ...question, importId: input.importId })
      : await markKept(db, question.sourceId, input.importId, actor.now);
  await saveDecision(db, input.importId, {
    answer: input.answer,
    by: actor.name ?? actor.kind,
    at: actor.now,
    gone: input.answer === 'gone' ? count : 0,
  });
  await audit(db, actor, 'decide-missing', input.importId, { answer: input.answer, records: count });
}
