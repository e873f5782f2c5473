import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import type { App } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { RateLimit } from '../../../platform/http/rate-limit.ts';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewIdOf } from '../review-id-of.ts';
import { tooManyVotes } from '../refusals.ts';
import { voteHelpful } from './vote-helpful.ts';

const allowance = { name: 'votes', quota: 120, seconds: 600 };

const voteForm = z.object({
  helpful: z.enum(['yes', 'no']).catch('yes'),
  // a path of ours without its language
  back: z
    .string()
    .max(500)
    .regex(/^\/(?![/\\])[^\s\\]*$/)
    .optional()
    .catch(undefined),
});

/** POST /reviews/:id/helpful: comes back to where it was pressed. */
export function voteHelpfulRoutes(app: App): void {
  const limit = new RateLimit();
  app.post('/reviews/:id/helpful', signedInOnly, async (c) => {
    const { db, actor, site, lang } = c.var;
    const reviewId = reviewIdOf(c);
    const taken = limit.take(actor.id ?? '', allowance, 1, actor.now);
    demand(taken.allowed, () => tooManyVotes(taken.resetsIn));
    const read = await readForm(c, voteForm);
    const { helpful, back = `/reviews/${reviewId}` } = read.ok ? read.value : { helpful: 'yes' };
    await voteHelpful(db, actor, { reviewId, isHelpful: helpful === 'yes' });
    return c.redirect(`${urlFor(site, lang, back)}#review-${reviewId}`, 303);
  });
}
