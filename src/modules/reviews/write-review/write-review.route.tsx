import { signedInOnly } from '../../accounts/index.ts';
import { movedSlug } from '../../catalog/index.ts';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm, readTexts } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import { courseNotFound, signedOut } from '../refusals.ts';
import { sendEditForm } from '../edit-review/send-edit-form.tsx';
import { statusOf, typedIn } from './form-status.ts';
import { OwnCoursePage } from './own-course.page.tsx';
import { reviewForm } from './review-form.ts';
import { sendReviewForm } from './send-review-form.tsx';
import { SignedOutNotice } from './signed-out-notice.tsx';
import { type CourseToReview, courseToReview } from './write-review.queries.ts';
import { writeReview } from './write-review.ts';

const pathOf = (slug: string) => `/courses/${encodeURIComponent(slug)}/reviews`;

/** GET and POST /courses/:slug/reviews/new. */
export function writeReviewRoutes(app: App): void {
  app.get('/courses/:slug/reviews/new', signedInOnly, async (c) => {
    const { actor, site, lang } = c.var;
    const course = await courseOf(c);
    if (!course) return toMovedCourse(c);
    if (course.ownReview) return c.redirect(urlFor(site, lang, `/reviews/${course.ownReview}/edit`), 303);
    if (course.ownProvider !== null) return sendOwnCourse(c, course);
    return sendForm(c, course, emptyForm, actor.ids.next());
  });
  app.post('/courses/:slug/reviews/new', takeForm);
}

const courseOf = (c: AppContext): Promise<CourseToReview | undefined> =>
  courseToReview(c.var.db, { slug: c.req.param('slug') ?? '' }, c.var.actor.id);

/** The course has another address by now. @throws Refusal 404 when it never had this one */
async function toMovedCourse(c: AppContext): Promise<Response> {
  const { db, site, lang } = c.var;
  const slug = c.req.param('slug') ?? '';
  const moved = await movedSlug(db, slug);
  if (moved === undefined || moved === slug) throw courseNotFound();
  return c.redirect(urlFor(site, lang, `${pathOf(moved)}/new`), 301);
}

async function takeForm(c: AppContext): Promise<Response> {
  const { db, actor, site, lang, t } = c.var;
  const course = await courseOf(c);
  if (actor.kind !== 'person') return keepWords(c, course);
  if (!course) throw courseNotFound();
  const read = await readForm(c, reviewForm(dayOf(actor.now)));
  if (!read.ok) return sendForm(c, course, read.form);
  const id = read.value.id ?? actor.ids.next();
  const done = await answerForm(c, () =>
    writeReview(db, actor, { id, courseId: course.id, says: read.value.says }),
  );
  if (!done.ok) return sendForm(c, course, done.form, id);
  const { reviewId, state, isOther } = done.value;
  if (isOther) return sendEditForm(c, reviewId, { typed: await typedIn(c), notice: 'reviews.write.already' });
  flash(c, 'good', t(state === 'held' ? 'reviews.write.done.held' : 'reviews.write.done'));
  return c.redirect(urlFor(site, lang, `/reviews/${reviewId}`), 303);
}

/** The session ended while somebody wrote: nothing is lost, they sign in beside it and send again. */
async function keepWords(c: AppContext, course: CourseToReview | undefined): Promise<Response> {
  const typed = course ? await readTexts(c) : {};
  if (!course || typed['stars'] === undefined) throw signedOut();
  return sendForm(c, course, { values: typed, errors: {} }, typed['id'], 401);
}

function sendForm(
  c: AppContext,
  course: CourseToReview,
  form: FormState,
  id = form.values['id'] ?? c.var.actor.ids.next(),
  status: 200 | 401 | 422 | 429 = statusOf(form),
): Response {
  const { t, site } = c.var;
  return sendReviewForm(c, {
    pageTitle: t('reviews.write.title-of', { course: course.title }),
    status,
    course,
    form,
    path: `${pathOf(course.slug)}/new`,
    title: t('reviews.write.title'),
    yes: t('reviews.write.do'),
    hidden: { id },
    notice: status === 401 && <SignedOutNotice t={t} site={site} />,
    back: `/courses/${encodeURIComponent(course.slug)}`,
  });
}

function sendOwnCourse(c: AppContext, course: CourseToReview): Response {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('reviews.write.title-of', { course: course.title }),
    nav: 'courses',
    width: 'narrow',
    indexed: false,
    status: 403,
    children: <OwnCoursePage t={t} site={site} course={course} />,
  });
}
