import { signedInOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { reviewNotFound } from '../refusals.ts';
import { reviewIdOf } from '../review-id-of.ts';
import { reviewForm } from '../write-review/review-form.ts';
import { personOf } from '../write-review/write-review.ts';
import { ownReview } from './edit-review.queries.ts';
import { editReview } from './edit-review.ts';
import { keepWords, sendEditForm } from './send-edit-form.tsx';
import { daysToTakeBack, takeBackOwn, withdrawOwn } from './withdraw-review.ts';

/** /reviews/:id/edit, /withdraw and /take-back: one's own review. */
export function editReviewRoutes(app: App): void {
  app.get('/reviews/:id/edit', signedInOnly, (c) => sendEditForm(c, reviewIdOf(c)));
  app.post('/reviews/:id/edit', takeForm);
  app.get('/reviews/:id/withdraw', signedInOnly, askWhether);
  app.post('/reviews/:id/withdraw', signedInOnly, async (c) => {
    const { db, actor, t } = c.var;
    await withdrawOwn(db, actor, reviewIdOf(c));
    flash(c, 'good', t('reviews.withdraw.done', { n: daysToTakeBack }));
    return toMine(c);
  });
  app.post('/reviews/:id/take-back', signedInOnly, async (c) => {
    const { db, actor, t } = c.var;
    await takeBackOwn(db, actor, reviewIdOf(c));
    flash(c, 'good', t('reviews.take-back.done'));
    return toMine(c);
  });
}

const toMine = (c: AppContext) => c.redirect(urlFor(c.var.site, c.var.lang, '/account/reviews'), 303);

async function takeForm(c: AppContext): Promise<Response> {
  const { db, actor, site, lang, t } = c.var;
  const reviewId = reviewIdOf(c);
  if (actor.kind !== 'person') return keepWords(c, reviewId);
  const read = await readForm(c, reviewForm(dayOf(actor.now)));
  if (!read.ok) return sendEditForm(c, reviewId, { form: read.form });
  const { version, says } = read.value;
  const done = await answerForm(c, () => editReview(db, actor, { reviewId, version, says }));
  if (!done.ok) return sendEditForm(c, reviewId, { form: done.form });
  flash(c, 'good', t(done.value === 'held' ? 'reviews.edit.done.held' : 'reviews.edit.done'));
  return c.redirect(urlFor(site, lang, `/reviews/${reviewId}`), 303);
}

async function askWhether(c: AppContext): Promise<Response> {
  const { db, actor, site, lang, t } = c.var;
  const reviewId = reviewIdOf(c);
  const review = await ownReview(db, reviewId, personOf(actor));
  demand(review !== undefined && review.state !== 'withdrawn', reviewNotFound);
  const to = (path: string) => urlFor(site, lang, `/reviews/${reviewId}${path}`);
  return sendPage(c, {
    title: t('reviews.withdraw.title'),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    children: (
      <Confirmation
        title={t('reviews.withdraw.title')}
        effects={[
          t('reviews.withdraw.effect.hidden'),
          t('reviews.withdraw.effect.back', { n: daysToTakeBack }),
        ]}
        action={to('/withdraw')}
        yes={t('reviews.withdraw.do')}
        danger
        no={t('reviews.withdraw.no')}
        back={to('')}
      />
    ),
  });
}
