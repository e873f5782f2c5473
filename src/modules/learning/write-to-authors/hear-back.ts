import type { Actor } from '../../../platform/actor.ts';
import type { Db } from '../../../platform/db/database.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { follow, type Topic } from '../../notify/index.ts';
import { learnPath } from '../find-place/learn-scene.ts';
import { beginHearing } from './write.queries.ts';

/** What a learner hears of what they told the authors of one course. */
export const voiceTopic = (enrolmentId: string): Topic => ({ kind: 'learning.voice', subject: enrolmentId });

/** Path of the page where a learner and the authors write to each other. */
export const conversationPath = (slug: string, ...parts: readonly string[]): string =>
  learnPath(slug, '-', 'conversation', ...parts);

export interface Telling {
  readonly enrolmentId: string;
  readonly course: { readonly slug: string; readonly title: string };
}

/**
 * Signs a learner up for hearing back, the first time that they tell the authors anything: in the product and by letter,
 * as they choose later. Who follows as much as one may is not kept from writing.
 */
export async function hearBack(db: Db, actor: Actor, { enrolmentId, course }: Telling): Promise<void> {
  if (!(await beginHearing(db, enrolmentId))) return;
  await follow(db, actor, {
    id: actor.ids.next(),
    topic: voiceTopic(enrolmentId),
    wants: ['answer', 'settled'],
    title: course.title,
    path: conversationPath(course.slug),
    by: { account: true },
    pace: 'at-once',
    lang: actor.lang,
  }).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}
