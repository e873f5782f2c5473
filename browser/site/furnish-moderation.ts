import type { APIRequestContext } from 'playwright-core';
import type { Places } from '../../src/app/page-budgets.ts';

export interface ModerationHands {
  readonly site: string;
  readonly operator: APIRequestContext;
  /** Writes a review of the person's; returns its id. */
  writeReview(course: string, body: string): Promise<string>;
  send(by: APIRequestContext, path: string, form: Record<string, string>): Promise<unknown>;
}

/** Courses of the sample that no journey reviews. */
const [rejectedCourse, waitingCourse] = [
  'les-legumes-d-abord',
  'comprendre-un-bulletin-de-paie-ligne-par-ligne',
];

/** Two reviews of the person that are held for their links: one is rejected, one waits. */
export async function furnishModeration(
  hands: ModerationHands,
): Promise<Pick<Places, 'rejectedReview' | 'reviewCase'>> {
  const { operator, send } = hands;
  const rejectedReview = await hands.writeReview(rejectedCourse, 'Voyez plutôt https://cours.example/.');
  const [rejected = ''] = await waitingCases(hands);
  await hands.writeReview(waitingCourse, 'Mieux expliqué sur https://autre.example/.');
  const judgement = { version: '1', judgement: 'rejected:advertising', words: '' };
  await send(operator, `/fr/operator/reviews/${rejected}`, judgement);
  const [reviewCase] = await waitingCases(hands);
  if (reviewCase === undefined) throw new Error('no review waits');
  return { rejectedReview, reviewCase };
}

async function waitingCases({ site, operator }: ModerationHands): Promise<string[]> {
  const queue = await (await operator.get(`${site}/fr/operator/reviews`)).text();
  return [...queue.matchAll(/\/operator\/reviews\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
}
