import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { questionsOf } from '../ask-questions/order-of-set.ts';
import { isOver, phaseOf, seedFor, type SetScene } from '../ask-questions/set-state.ts';
import { attemptsUsed, tooBusy } from '../refusals.ts';
import { type AttemptRow, readAttempt, writeAttempt } from './attempts.queries.ts';
import { planDeed, personOf } from './plan-deed.ts';
import type { SetInput } from './submit-set.ts';

/** The attempt under way, and whether it began just now. */
export interface StartedAttempt {
  readonly row: AttemptRow;
  readonly changed: boolean;
}

/** Starts the first attempt, and with it its time; an attempt that was started stays as it is. @throws Refusal 401 */
export async function startAttempt(db: Db, actor: Actor, input: SetInput): Promise<StartedAttempt> {
  const row = await readAttempt(db, input.takerId, input.blockId);
  return row ? { row, changed: false } : begin(db, actor, input, undefined);
}

/**
 * Starts attempt `number`, with questions drawn anew and a time of its own; one that was started stays as it is.
 * @throws Refusal 409 when no attempt is left
 */
export async function startAgain(
  db: Db,
  actor: Actor,
  input: SetInput & { readonly number: number },
): Promise<StartedAttempt> {
  const scene: SetScene = { ...input, now: actor.now };
  const row = await settled(db, actor, input, await readAttempt(db, input.takerId, input.blockId));
  if (!row) return begin(db, actor, input, undefined);
  const phase = phaseOf(scene, row);
  if (row.number >= input.number || phase === 'open') return { row, changed: false };
  if (phase === 'done') throw attemptsUsed();
  return begin(db, actor, input, row);
}

/** What was typed before the time was over counts; it is settled before another attempt begins. */
async function settled(
  db: Db,
  actor: Actor,
  input: SetInput,
  row: AttemptRow | undefined,
): Promise<AttemptRow | undefined> {
  const scene: SetScene = { ...input, now: actor.now };
  if (!row || row.submittedAt !== null || !isOver(scene, row)) return row;
  const fields = new URLSearchParams({ attempt: String(row.number), do: 'finish' });
  const submission = actor.ids.next();
  const { takerId, courseId } = input;
  const sent = {
    actor,
    takerId,
    courseId,
    scene,
    form: { fields },
    deed: { kind: 'finish' },
    submission,
  } as const;
  const planned = planDeed(sent, row);
  if (planned) await writeAttempt(db, planned);
  return readAttempt(db, takerId, input.blockId);
}

async function begin(
  db: Db,
  actor: Actor,
  input: SetInput,
  before: AttemptRow | undefined,
): Promise<StartedAttempt> {
  const scene: SetScene = { ...input, now: actor.now };
  const { takerId, courseId, blockId, content, banks } = input;
  const number = (before?.number ?? 0) + 1;
  const seed = seedFor(scene, number);
  const { minutes } = content.rules;
  const questions = questionsOf(content, banks, seed);
  await writeAttempt(db, {
    attempt: {
      id: actor.ids.next(),
      takerId,
      personId: personOf(actor),
      courseId,
      blockId,
      number,
      seed,
      keys: questions.map(({ key }) => key),
      hints: {},
      revision: 0,
      startedAt: actor.now,
      dueAt: minutes === undefined ? null : new Date(actor.now.getTime() + minutes * 60_000),
      submittedAt: null,
      points: 0,
      of: questions.reduce((sum, { question }) => sum + question.points, 0),
      waiting: 0,
      passed: false,
    },
    answers: [],
    work: [],
    at: actor.now,
  });
  // somebody else's tab may have started it: then that one counts
  const row = await readAttempt(db, takerId, blockId);
  if (!row) throw tooBusy();
  return { row, changed: true };
}
