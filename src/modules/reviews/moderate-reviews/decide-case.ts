import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { demand } from '../../../platform/refusal.ts';
import type { Verdict } from '../moderation-tables.ts';
import { publishReview, rejectReview } from '../review-states/change-state.ts';
import * as queries from './cases.queries.ts';
import { fitsVerdict } from './decision-reasons.ts';
import { type Letters, tellAuthor, tellReporters } from './decision-letters.ts';
import { mayModerate, tieOf } from './may-moderate.ts';
import { caseDecided, hidden, reasonMissing, tied, wordsMissing } from './moderation-refusals.ts';

export interface Judgement {
  readonly verdict: Verdict;
  /** One of decisionReasons for that verdict. */
  readonly reason: string;
  /** Own words to the author; must be there for the reason "other". */
  readonly words?: string;
}

export interface CaseDecision extends Judgement {
  readonly caseId: string;
  /** Of the case, as it was looked at. */
  readonly version: number;
}

/**
 * Decides one case: the review stands or goes, the author hears why, and so does whoever reported it.
 * @throws Refusal 404 for others than moderators, 403 for one's own review, course or decision, 409 when somebody was
 *   faster or the review changed, 422 without a reason
 */
export async function decideCase(db: Db, actor: Actor, input: CaseDecision, letters: Letters): Promise<void> {
  demandJudgement(actor, input);
  const [given] = await queries.casesForUpdate(db, { ids: [input.caseId] }, actor.id);
  demand(given !== undefined, hidden);
  demand(given.state === 'open' && given.version === input.version, caseDecided);
  const tie = tieOf(actor, given);
  if (tie) throw tied(tie);
  demand(isUndecided(given), caseDecided);
  await carryOut(db, actor, given, input, letters);
}

export interface ManyDecisions extends Judgement {
  readonly caseIds: readonly string[];
  /** All open cases of this burst too. */
  readonly burstId?: string;
}

/**
 * The same decision for many cases. Those that are not (or no more) this person's to decide are left as they are.
 * Throws as `decideCase`, for the reason and the role.
 */
export async function decideCases(
  db: Db,
  actor: Actor,
  input: ManyDecisions,
  letters: Letters,
): Promise<{ readonly decided: number; readonly left: number }> {
  demandJudgement(actor, input);
  const which = { ids: input.caseIds, ...(input.burstId !== undefined && { burstId: input.burstId }) };
  const cases = await queries.casesForUpdate(db, which, actor.id);
  const open = cases.filter((each) => each.state === 'open' && !tieOf(actor, each) && isUndecided(each));
  for (const each of open) await carryOut(db, actor, each, input, letters);
  return { decided: open.length, left: cases.length - open.length };
}

function demandJudgement(actor: Actor, { verdict, reason, words }: Judgement): void {
  demand(mayModerate(actor), hidden);
  demand(fitsVerdict(verdict, reason), reasonMissing);
  demand(reason !== 'other' || (words ?? '').trim() !== '', wordsMissing);
}

const stateOf = { held: 'held', reported: 'published', appeal: 'rejected' } as const;

/** The review still stands where the question found it; its author may have taken it away. */
const isUndecided = (given: queries.CaseToDecide): boolean => given.reviewState === stateOf[given.kind];

async function carryOut(
  db: Db,
  actor: Actor,
  given: queries.CaseToDecide,
  { verdict, reason, words }: Judgement,
  letters: Letters,
): Promise<void> {
  const decision = { id: actor.ids.next(), verdict, reason, words, by: actor.id, now: actor.now };
  demand(await queries.decide(db, given, decision), caseDecided);
  const news = { ...given, verdict, reason, words };
  const why = await tellAuthor(db, actor, news, letters);
  const change = { reviewId: given.reviewId, version: given.reviewVersion, why };
  if (verdict === 'published' && given.reviewState !== 'published') await publishReview(db, actor, change);
  if (verdict === 'rejected' && given.reviewState !== 'rejected') await rejectReview(db, actor, change);
  if (verdict === 'published') await queries.clearTrace(db, given.reviewId);
  await tellReporters(db, actor, news, letters);
  await audit(db, actor, 'moderate-review', given.reviewId, { kind: given.kind, verdict, reason });
}
