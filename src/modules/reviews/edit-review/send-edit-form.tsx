import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readTexts } from '../../../platform/http/form.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { demand } from '../../../platform/refusal.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { courseNotFound, reviewNotFound, signedOut } from '../refusals.ts';
import { statusOf } from '../write-review/form-status.ts';
import { formValues } from '../write-review/review-form.ts';
import { sendReviewForm } from '../write-review/send-review-form.tsx';
import { type CourseToReview, courseToReview } from '../write-review/write-review.queries.ts';
import { personOf } from '../write-review/write-review.ts';
import { SignedOutNotice } from '../write-review/signed-out-notice.tsx';
import { courseOfPublished, ownReview } from './edit-review.queries.ts';

export interface EditFormOptions {
  /** The form as it was sent, with what is wrong. */
  readonly form?: FormState;
  /** Typed for another form; stands in this one to be looked at. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly notice?: MessageKey;
}

/** The form of one's own review, as it is stored or as it was typed. @throws Refusal 404 for anybody else's */
export async function sendEditForm(
  c: AppContext,
  reviewId: string,
  { form = emptyForm, typed, notice }: EditFormOptions = {},
): Promise<Response> {
  const { db, actor, t } = c.var;
  const review = await ownReview(db, reviewId, personOf(actor));
  demand(review !== undefined && review.state !== 'withdrawn', reviewNotFound);
  const course = await courseToReview(db, { id: review.courseId }, actor.id);
  demand(course !== undefined, courseNotFound);
  const values = form === emptyForm ? (typed ?? formValues(review.says)) : form.values;
  return sendForm(c, {
    reviewId,
    course,
    form: { values, errors: form.errors },
    version: String(review.version),
    status: typed ? 422 : statusOf(form),
    notice: notice && <Notice tone="soon">{t(notice)}</Notice>,
  });
}

/** The session ended while somebody edited what everybody can read: nothing is lost. @throws Refusal 401 otherwise */
export async function keepWords(c: AppContext, reviewId: string): Promise<Response> {
  const { db } = c.var;
  const typed = await readTexts(c);
  const courseId = typed['stars'] === undefined ? undefined : await courseOfPublished(db, reviewId);
  const course = courseId === undefined ? undefined : await courseToReview(db, { id: courseId }, undefined);
  demand(course !== undefined, signedOut);
  return sendForm(c, {
    reviewId,
    course,
    form: { values: typed, errors: {} },
    version: typed['version'] ?? '',
    status: 401,
    notice: <SignedOutNotice t={c.var.t} site={c.var.site} />,
  });
}

interface EditForm {
  readonly reviewId: string;
  readonly course: CourseToReview;
  readonly form: FormState;
  readonly version: string;
  readonly status: 200 | 401 | 422 | 429;
  readonly notice: ComponentChildren;
}

function sendForm(c: AppContext, { reviewId, course, form, version, status, notice }: EditForm): Response {
  const { t } = c.var;
  return sendReviewForm(c, {
    pageTitle: t('reviews.edit.title-of', { course: course.title }),
    status,
    course,
    form,
    path: `/reviews/${reviewId}/edit`,
    title: t('reviews.edit.title'),
    yes: t('reviews.edit.do'),
    hidden: { version },
    notice,
    back: `/reviews/${reviewId}`,
  });
}
