import type { AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { demand } from '../../../platform/refusal.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { Notice } from '../../../platform/ui/notice.tsx';
import { courseNotFound, reviewNotFound } from '../refusals.ts';
import { statusOf } from '../write-review/form-status.ts';
import { formValues } from '../write-review/review-form.ts';
import { ReviewFormPage } from '../write-review/review-form.page.tsx';
import { courseToReview } from '../write-review/write-review.queries.ts';
import { personOf } from '../write-review/write-review.ts';
import { ownReview } from './edit-review.queries.ts';

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
  const { db, actor, t, site } = c.var;
  const review = await ownReview(db, reviewId, personOf(actor));
  demand(review !== undefined && review.state !== 'withdrawn', reviewNotFound);
  const course = await courseToReview(db, { id: review.courseId }, actor.id);
  demand(course !== undefined, courseNotFound);
  const values = form === emptyForm ? (typed ?? formValues(review.says)) : form.values;
  return sendPage(c, {
    title: t('reviews.edit.title-of', { course: course.title }),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    status: typed ? 422 : statusOf(form),
    children: (
      <ReviewFormPage
        t={t}
        site={site}
        course={course}
        form={{ values, errors: form.errors }}
        today={dayOf(actor.now)}
        path={`/reviews/${reviewId}/edit`}
        title={t('reviews.edit.title')}
        yes={t('reviews.edit.do')}
        hidden={{ version: String(review.version) }}
        notice={notice && <Notice tone="soon">{t(notice)}</Notice>}
        back={`/reviews/${reviewId}`}
      />
    ),
  });
}
