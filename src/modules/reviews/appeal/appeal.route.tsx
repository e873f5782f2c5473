import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewNotFound } from '../refusals.ts';
import { AppealPage, longestAppeal } from './appeal.page.tsx';
import { appealableReview } from './appeal.queries.ts';
import { appeal } from './appeal.ts';

const appealForm = z.object({
  words: z
    .string()
    .trim()
    .min(1, 'reviews.appeal.refusal.words')
    .max(longestAppeal, 'reviews.moderate.words-long'),
});

export function appealRoutes(app: App): void {
  app.get('/reviews/:id/appeal', signedInOnly, (c) => showAppeal(c, emptyForm));
  app.post('/reviews/:id/appeal', signedInOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const id = reviewIdOf(c);
    const form = await readForm(c, appealForm);
    if (!form.ok) return showAppeal(c, form.form);
    const done = await answerForm(c, () => appeal(db, actor, { reviewId: id, ...form.value }));
    if (!done.ok) return showAppeal(c, done.form);
    flash(c, 'good', t('reviews.appeal.sent'));
    return c.redirect(urlFor(site, lang, `/reviews/${id}/appeal`), 303);
  });
}

function reviewIdOf(c: AppContext): string {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, reviewNotFound);
  return id.data;
}

async function showAppeal(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const review = await appealableReview(db, reviewIdOf(c), actor.id);
  demand(review !== undefined, reviewNotFound);
  const href = (path: string) => urlFor(site, lang, path);
  return sendPage(c, {
    title: t('reviews.appeal.title'),
    indexed: false,
    width: 'narrow',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    children: <AppealPage t={t} href={href} review={review} form={form} />,
  });
}
