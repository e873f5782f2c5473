import { z } from 'zod';
import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { unitsOf } from '../ledger/standing.ts';
import { recordProgress } from '../record-progress/record-progress.ts';
import { learnerNotFound, nothingToGrant, ownCompletion, partNotFound } from '../refusals.ts';
import { dropExtension, keepExtension, type LearnerRow, learnerRow } from './person.queries.ts';
import { type RunToTeach, runToTeach } from './run-to-teach.ts';

export interface LearnerToTeach extends RunToTeach {
  readonly learner: LearnerRow;
}

const uuid = z.uuid();

/** Somebody in a run, for those who teach it. @throws Refusal 404 */
export async function learnerToTeach(
  db: Db,
  actor: Actor,
  { runId, enrolmentId }: { readonly runId: string; readonly enrolmentId: string },
): Promise<LearnerToTeach> {
  const found = await runToTeach(db, actor, runId);
  const learner = uuid.safeParse(enrolmentId).success ? await learnerRow(db, runId, enrolmentId) : undefined;
  if (!learner) throw learnerNotFound();
  return { ...found, learner };
}

const reason = z.string().trim().min(1, 'learning.teach.error.reason').max(1000, 'learning.teach.error.long');
const amount = (most: number) =>
  z
    .string()
    .trim()
    .default('')
    .refine(
      (typed) => typed === '' || (/^\d{1,4}$/.test(typed) && Number(typed) <= most),
      'learning.teach.error.number',
    )
    .transform((typed) => (typed === '' ? 0 : Number(typed)));

/** More time, attempts or days; `block` is '' for the whole run. */
export const extensionForm = z.object({
  block: z.string().max(80).default(''),
  minutes: amount(1440),
  attempts: amount(100),
  until: z
    .union([z.literal(''), z.iso.date({ error: 'learning.teach.error.day' })])
    .default('')
    .transform((typed) => (typed === '' ? null : typed)),
  reason,
});

interface Whom {
  readonly runId: string;
  readonly enrolmentId: string;
}

/** Gives one person more time, attempts or days. @throws Refusal 404, 422 when nothing is given */
export async function extend(
  db: Db,
  actor: Actor,
  { input, ...whom }: Whom & { readonly input: z.output<typeof extensionForm> },
): Promise<LearnerToTeach> {
  const found = await learnerToTeach(db, actor, whom);
  const { block, minutes, attempts, until } = input;
  demand(minutes > 0 || attempts > 0 || (until !== null && block === ''), nothingToGrant);
  demand(block === '' || hasBlock(found, block), partNotFound);
  await keepExtension(db, found.learner.enrolmentId, {
    blockId: block,
    extraMinutes: minutes,
    extraAttempts: attempts,
    until: block === '' ? until : null,
    reason: input.reason,
    by: actor.id ?? null,
    at: actor.now,
  });
  await note(db, actor, 'extend-run-for-person', found);
  return found;
}

/** Takes an extension back. @throws Refusal 404 */
export async function endExtension(
  db: Db,
  actor: Actor,
  { block, ...whom }: Whom & { readonly block: string },
): Promise<LearnerToTeach> {
  const found = await learnerToTeach(db, actor, whom);
  await dropExtension(db, found.learner.enrolmentId, block);
  await note(db, actor, 'end-extension', found);
  return found;
}

/** What a teacher marks as done by hand: a block, a unit, or with neither the whole course. */
export const handForm = z.object({ id: z.uuid(), part: z.string().max(80).default(''), reason });

/**
 * Marks as done what the ledger cannot know (an answer on paper, an exam elsewhere), with the reason in the ledger for good.
 * @throws Refusal 404, 403 for one's own
 */
export async function markByHand(
  db: Db,
  actor: Actor,
  { input, ...whom }: Whom & { readonly input: z.output<typeof handForm> },
): Promise<LearnerToTeach> {
  const found = await learnerToTeach(db, actor, whom);
  const { learner, run, course } = found;
  demand(learner.personId !== actor.id, ownCompletion);
  await recordProgress(db, actor, {
    course,
    enrolment: {
      id: learner.enrolmentId,
      personId: learner.personId,
      state: learner.state,
      run,
      enrolledAt: learner.enrolledAt,
      completedAt: learner.completedAt,
      lastUnitId: learner.lastUnitId,
      untold: [],
      awaited: learner.awaited,
      extensions: {},
      charterHash: null,
      tally: learner.tally,
      revision: learner.revision,
    },
    entries: [
      {
        kind: 'marked-by-hand',
        effect: `hand:${input.id}`,
        ...partOf(found, input.part),
        data: { reason: input.reason },
      },
    ],
  });
  await note(db, actor, 'mark-by-hand', found);
  return found;
}

function partOf({ course }: LearnerToTeach, part: string): { unitId?: string; blockId?: string } {
  if (part === '') return {};
  for (const unit of unitsOf(course.outline)) {
    if (unit.id === part) return { unitId: unit.id };
    if (unit.blocks.some(({ id }) => id === part)) return { unitId: unit.id, blockId: part };
  }
  throw partNotFound();
}

const hasBlock = ({ course }: LearnerToTeach, block: string): boolean =>
  unitsOf(course.outline).some(({ blocks }) => blocks.some(({ id }) => id === block));

const note = (db: Db, actor: Actor, action: string, { learner }: LearnerToTeach): Promise<void> =>
  audit(db, actor, action, learner.personId, { enrolment: learner.enrolmentId });
