import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { LinkButton } from '../../../platform/ui/button.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { typedText } from '../../../platform/text/clean-text.ts';
import { reviewIdOf } from '../review-id-of.ts';
import { AnswerPage } from './answer-review.page.tsx';
import { answerable, answerReview, longestAnswer } from './answer-review.ts';

const answerForm = z.object({
  body: z
    .string({ error: 'reviews.answer.missing' })
    .transform(typedText)
    .pipe(z.string().min(1, 'reviews.answer.missing').max(longestAnswer, 'reviews.write.too-long')),
});

/** GET and POST /reviews/:id/answer: for people of the provider. */
export function answerReviewRoutes(app: App): void {
  app.get('/reviews/:id/answer', signedInOnly, (c) => sendForm(c, emptyForm));
  app.post('/reviews/:id/answer', signedInOnly, async (c) => {
    const { db, actor, site, lang, t, tools } = c.var;
    const reviewId = reviewIdOf(c);
    const read = await readForm(c, answerForm);
    if (!read.ok) return sendForm(c, read.form);
    await answerReview(db, actor, {
      reviewId,
      body: read.value.body,
      lang,
      letters: { translators: tools.translators, site },
    });
    flash(c, 'good', t('reviews.answer.done'));
    return c.redirect(urlFor(site, lang, `/reviews/${reviewId}`), 303);
  });
}

async function sendForm(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, site, t } = c.var;
  const review = await answerable(db, actor, reviewIdOf(c)).catch(explain);
  if ('refused' in review) return sendExplanation(c, review.refused);
  return sendPage(c, {
    title: t('reviews.answer.title', { course: review.courseTitle }),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    status: form === emptyForm ? 200 : 422,
    children: <AnswerPage t={t} site={site} review={review} form={form} />,
  });
}

/** Whoever may not answer reads why, with a way on; what is not there is not there. */
function explain(error: unknown): { readonly refused: Refusal } {
  if (error instanceof Refusal && error.status === 403) return { refused: error };
  throw error;
}

function sendExplanation(c: AppContext, refused: Refusal): Response {
  const { site, lang, t } = c.var;
  return sendPage(c, {
    title: t('reviews.answer.link'),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    children: (
      <EmptyState
        title={t(refused.messageKey as MessageKey)}
        actions={
          <LinkButton href={urlFor(site, lang, `/reviews/${reviewIdOf(c)}`)}>
            {t('reviews.one.back')}
          </LinkButton>
        }
      />
    ),
  });
}
