import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { demand } from '../../../platform/refusal.ts';
import { signedInOnly } from '../../accounts/index.ts';
import { answerFollow, followingOf, unfollow } from '../../notify/index.ts';
import { courseNotFound } from '../refusals.ts';
import { answersForm } from './answer-choices.ts';
import { coursesToCome, type PlannedCourse, plannedBySlug } from './planned.queries.ts';
import { plannedPath, plannedTopic, plannedWants } from './planned-topic.ts';
import { ToComeListPage } from './to-come-list.page.tsx';
import { ToComePage } from './to-come.page.tsx';

const perPage = 24;

/** /courses-to-come: courses that are planned, and "would you take it?", for everybody. */
export function toComeRoutes(app: App): void {
  app.get('/courses-to-come', showList);
  app.get('/courses-to-come/:slug', async (c) => sendCourse(c, await courseOf(c), emptyForm));
  app.post('/courses-to-come/:slug', takeAnswer);
  app.post('/courses-to-come/:slug/withdraw', signedInOnly, takeBack);
}

async function showList(c: AppContext): Promise<Response> {
  const { db, t, site } = c.var;
  const page = Math.min(1_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const { courses, total } = await coursesToCome(db, { page, perPage });
  return sendPage(c, {
    title: t('courses.to-come.title'),
    description: t('courses.to-come.lead'),
    nav: 'to-come',
    canonicalQuery: { page: page > 1 ? page : undefined },
    children: (
      <ToComeListPage
        t={t}
        site={site}
        courses={courses}
        page={page}
        pages={Math.max(page, Math.ceil(total / perPage))}
      />
    ),
  });
}

async function courseOf(c: AppContext): Promise<PlannedCourse> {
  const slug = c.req.param('slug') ?? '';
  const isPlausible = slug.length <= 200 && !slug.includes('\0') && slug.isWellFormed();
  const course = isPlausible ? await plannedBySlug(c.var.db, slug) : undefined;
  demand(course !== undefined, courseNotFound);
  return course;
}

/** Who would take it; nobody is asked any more about a course that is open, or whose page is closed. */
async function takeAnswer(c: AppContext): Promise<Response> {
  const course = await courseOf(c);
  const back = urlFor(c.var.site, c.var.lang, plannedPath(course.slug));
  if (course.state !== 'asking' || course.toldAt !== null) return c.redirect(back, 303);
  const answer = await answerFollow(c, {
    topic: plannedTopic(course.courseId),
    title: course.title,
    path: plannedPath(course.slug),
    offered: plannedWants,
    done: 'courses.to-come.done',
    answersIn: (fields) => answersForm.parse(fields),
  });
  return answer.ok ? answer.response : sendCourse(c, course, answer.form);
}

/** Who would not take it any more, from their account; letters have a link of their own. */
async function takeBack(c: AppContext): Promise<Response> {
  const { db, actor, t, site, lang } = c.var;
  const course = await courseOf(c);
  await unfollow(db, actor, plannedTopic(course.courseId));
  flash(c, 'good', t('courses.to-come.ended'));
  return c.redirect(urlFor(site, lang, plannedPath(course.slug)), 303);
}

async function sendCourse(c: AppContext, course: PlannedCourse, form: FormState): Promise<Response> {
  const { db, t, site, lang, actor } = c.var;
  const isKnown = actor.kind === 'person' && actor.id !== undefined;
  const own =
    isKnown && actor.id ? await followingOf(db, actor.id, plannedTopic(course.courseId)) : undefined;
  return sendPage(c, {
    title: course.title,
    description: course.summary,
    nav: 'to-come',
    status: form === emptyForm ? 200 : 422,
    indexed: course.state === 'asking' && !course.isSample,
    breadcrumbs: [{ label: t('courses.to-come.title'), href: urlFor(site, lang, '/courses-to-come') }],
    children: (
      <ToComePage
        t={t}
        site={site}
        course={course}
        id={form.values['id'] ?? actor.ids.next()}
        signedIn={isKnown}
        own={own && (own.answers ?? {})}
        form={form}
      />
    ),
  });
}
