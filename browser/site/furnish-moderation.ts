import type { APIRequestContext } from 'playwright-core';
import type { Places } from '../../src/app/page-budgets.ts';

export interface ModerationHands {
  readonly site: string;
  readonly operator: APIRequestContext;
  /** Writes a review of the person's; returns its id. */
  writeReview(course: string, body: string): Promise<string>;
  send(by: APIRequestContext, path: string, form: Record<string, string>): Promise<unknown>;
}

/** Two reviews of the person that are held for their links: one is rejected, one waits. */
export async function furnishModeration(
  hands: ModerationHands,
  taken: string,
): Promise<Pick<Places, 'rejectedReview' | 'reviewCase'>> {
  const { site, operator, send } = hands;
  const list = await (await operator.get(`${site}/fr/courses?language=fr`)).text();
  const slugs = [...list.matchAll(/\/fr\/courses\/([\w%-]+)"/g)].map(([, slug = '']) => slug);
  const [first = '', second = ''] = [...new Set(slugs)].filter((slug) => slug !== taken);
  const rejectedReview = await hands.writeReview(first, 'Voyez plutôt https://cours.example/.');
  const [rejected = ''] = await waitingCases(hands);
  await hands.writeReview(second, 'Mieux expliqué sur https://autre.example/.');
  await send(operator, `/fr/operator/reviews/${rejected}`, {
    version: '1',
    judgement: 'rejected:advertising',
    words: '',
  });
  const [reviewCase] = await waitingCases(hands);
  if (reviewCase === undefined) throw new Error('no review waits');
  return { rejectedReview, reviewCase };
}

async function waitingCases({ site, operator }: ModerationHands): Promise<string[]> {
  const queue = await (await operator.get(`${site}/fr/operator/reviews`)).text();
  return [...queue.matchAll(/\/operator\/reviews\/([0-9a-f-]{36})/g)].map(([, id = '']) => id);
}
