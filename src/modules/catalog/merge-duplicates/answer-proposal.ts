import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import { mayLookAfterCourses } from '../policy.ts';
import { cannotMerge, hidden } from '../refusals.ts';
import { proposalForUpdate } from './duplicates.queries.ts';
import { mergeCourses } from './merge-courses.ts';
import { settlePair } from './merge.queries.ts';

export type ProposalAnswer =
  | { readonly id: string; readonly answer: 'different' }
  /** `keep` is the course whose address stays. */
  | { readonly id: string; readonly answer: 'same'; readonly keep: string };

/**
 * A person's answer to "are these one course?": merges them, or remembers that they are two.
 * @throws Refusal 404 for others than moderators and for pairs that nobody asks about (any more)
 */
export async function answerProposal(db: Db, actor: Actor, input: ProposalAnswer): Promise<void> {
  demand(mayLookAfterCourses(actor), hidden);
  const proposal = await proposalForUpdate(db, input.id);
  demand(proposal !== undefined, hidden);
  const [a, b] = proposal.courseIds;
  if (input.answer === 'same') {
    demand(input.keep === a || input.keep === b, cannotMerge);
    await mergeCourses(db, actor, { keptId: input.keep, goneId: input.keep === a ? b : a });
    return;
  }
  const by = actor.name ?? actor.kind;
  await settlePair(db, [a, b], { id: proposal.id, state: 'different', by, now: actor.now });
  await audit(db, actor, 'keep-courses-apart', proposal.id, { courses: [a, b] });
}
