import type { AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { dayOf } from '../../../platform/time/clock.ts';
import { ReviewFormPage, type ReviewFormPageProps } from './review-form.page.tsx';

export interface ReviewFormOptions extends Pick<
  ReviewFormPageProps,
  'course' | 'form' | 'path' | 'title' | 'yes' | 'hidden' | 'notice' | 'back'
> {
  /** Of the page, with the name of the course. */
  readonly pageTitle: string;
  readonly status: 200 | 401 | 422 | 429;
}

/** Answers with the form of a review, of a new one or of one that is edited. */
export function sendReviewForm(c: AppContext, { pageTitle, status, ...form }: ReviewFormOptions): Response {
  const { t, site, actor } = c.var;
  return sendPage(c, {
    title: pageTitle,
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    status,
    children: <ReviewFormPage {...form} t={t} site={site} today={dayOf(actor.now)} />,
  });
}
