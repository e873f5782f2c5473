import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { draftOutline } from '../arrange-course/draft-outline.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { maySeeDraft, mayReview } from '../policy.ts';
import { badForm } from '../refusals.ts';
import { answerComment, commentOnBlock, settleComment } from './comment-on-blocks.ts';
import { openEarly } from './publish-reviewed.ts';
import { openComments, reviewStanding } from './review-content.queries.ts';
import { ReviewPage } from './review.page.tsx';
import { askForReview, changeRule, signOff } from './sign-off.ts';

/** Peer review of a course, under /teach/courses/:id/review. */
export function reviewRoutes(app: App): void {
  const at = '/teach/courses/:id/review';
  app.get(at, (c) => show(c, { ...emptyForm, values: { block: c.req.query('block') ?? '' } }));
  app.post(`${at}/comments`, takeComment);
  app.post(`${at}/comments/:comment`, takeReply);
  app.post(`${at}/ask`, takeAsk);
  app.post(`${at}/sign-off`, takeSignOff);
  app.post(`${at}/rule`, takeRule);
  app.post(`${at}/open-early`, takeOpenEarly);
}

const courseOf = (c: AppContext): string => c.req.param('id') ?? '';

async function show(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, courseOf(c), maySeeDraft);
  const mayComment = mayReview(course.staff, actor);
  const wrong = form.errors['text'];
  return sendCoursePage(c, {
    course,
    room: 'review',
    width: 'narrow',
    title: t('courses.review.title'),
    lead: t('courses.review.lead'),
    status: wrong === undefined ? 200 : 422,
    children: (
      <ReviewPage
        t={t}
        to={(end) => teachUrl(c, course.id, end)}
        actor={actor}
        course={course}
        standing={await reviewStanding(db, course.id)}
        comments={await openComments(db, course.id)}
        outline={mayComment ? await draftOutline(db, course.id) : undefined}
        values={form.values}
        wrong={wrong === undefined ? undefined : t(wrong as MessageKey)}
        newId={actor.ids.next()}
      />
    ),
  });
}

/** Back to the page, with a word about what was done. */
function back(c: AppContext, word: MessageKey): Response {
  flash(c, 'good', c.var.t(word));
  return c.redirect(teachUrl(c, courseOf(c), '/review'), 303);
}

const text = z.string().trim().min(1, 'courses.review.empty').max(2000, 'courses.review.empty');
const commentForm = z.object({
  id: z.uuid(),
  block: z.string().max(200).default(''),
  kind: z.enum(['remark', 'request']).catch('remark'),
  text: text,
});

async function takeComment(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const read = await readForm(c, commentForm);
  if (!read.ok) {
    if (read.form.errors['text'] === undefined || read.form.errors['id'] !== undefined) throw badForm();
    return show(c, read.form);
  }
  await commentOnBlock(db, actor, { courseId: courseOf(c), input: read.value });
  return back(c, 'courses.review.kept');
}

const replyForm = z.discriminatedUnion('do', [
  z.object({ do: z.literal('answer'), answer: z.string().trim().min(1).max(500) }),
  z.object({ do: z.literal('settle') }),
]);

async function takeReply(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = { courseId: courseOf(c), commentId: c.req.param('comment') ?? '' };
  const read = await readForm(c, replyForm);
  if (!read.ok) throw badForm();
  if (read.value.do === 'answer') await answerComment(db, actor, { ...place, answer: read.value.answer });
  else await settleComment(db, actor, place);
  return back(c, 'courses.saved');
}

async function takeAsk(c: AppContext): Promise<Response> {
  await askForReview(c.var.db, c.var.actor, courseOf(c));
  return back(c, 'courses.review.asked.done');
}

const signForm = z.object({ revision: z.coerce.number().int() });

async function takeSignOff(c: AppContext): Promise<Response> {
  const read = await readForm(c, signForm);
  if (!read.ok) throw badForm();
  await signOff(c.var.db, c.var.actor, { courseId: courseOf(c), ...read.value });
  return back(c, 'courses.review.signed.done');
}

const count = z.coerce.number().int().min(0).max(9);
const ruleForm = z.object({ signOffs: count, committee: count });

async function takeRule(c: AppContext): Promise<Response> {
  const read = await readForm(c, ruleForm);
  if (!read.ok) throw badForm();
  await changeRule(c.var.db, c.var.actor, { courseId: courseOf(c), rule: read.value });
  return back(c, 'courses.saved');
}

async function takeOpenEarly(c: AppContext): Promise<Response> {
  await openEarly(c.var.db, c.var.actor, courseOf(c));
  return back(c, 'courses.review.early.done');
}
