import { z } from 'zod';
import { signedInOnly } from '../../accounts/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { reviewNotFound } from '../refusals.ts';
import { longestReport, ReportPage } from './report-review.page.tsx';
import { type ReportedReview, reportedReview } from './report-review.queries.ts';
import { reportReasons, reportReview } from './report-review.ts';

const reportForm = z.object({
  reason: z.enum(reportReasons, { error: 'reviews.report.refusal.reason' }),
  words: z.string().trim().max(longestReport, 'reviews.moderate.words-long').default(''),
});

export function reportRoutes(app: App): void {
  app.get('/reviews/:id/report', signedInOnly, async (c) => showForm(c, await reviewFor(c), emptyForm));
  app.post('/reviews/:id/report', signedInOnly, async (c) => {
    const { db, actor, t, site, lang } = c.var;
    const review = await reviewFor(c);
    const form = await readForm(c, reportForm);
    if (!form.ok) return showForm(c, review, form.form);
    await reportReview(db, actor, { reviewId: review.id, ...form.value });
    flash(c, 'good', t('reviews.report.thanks'));
    return c.redirect(urlFor(site, lang, `/courses/${review.slug}`), 303);
  });
}

async function reviewFor(c: AppContext): Promise<ReportedReview & { readonly id: string }> {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, reviewNotFound);
  const review = await reportedReview(c.var.db, id.data, c.var.actor.id, c.var.actor.now);
  demand(review !== undefined, reviewNotFound);
  return { ...review, id: id.data };
}

function showForm(c: AppContext, review: ReportedReview, form: FormState): Response {
  const { t, site, lang, actor } = c.var;
  const href = (path: string) => urlFor(site, lang, path);
  return sendPage(c, {
    title: t('reviews.report.title'),
    indexed: false,
    width: 'narrow',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    breadcrumbs: [{ label: review.course, href: href(`/courses/${review.slug}`) }],
    children: (
      <ReportPage t={t} href={href} review={review} form={form} isOwn={review.authorId === actor.id} />
    ),
  });
}
