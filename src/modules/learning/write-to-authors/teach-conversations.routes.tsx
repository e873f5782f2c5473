import type { ComponentChildren } from 'preact';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm as runForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { CourseRooms } from '../../courses/index.ts';
import { isUuid } from '../find-place/is-uuid.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import { messageUnreadable } from '../refusals.ts';
import {
  answerLearner,
  changeState,
  conversationAtHand,
  courseToAnswer,
  stateForm,
  type Whose,
} from './answer-learner.ts';
import { AnswerPage } from './answer.page.tsx';
import { ConversationsPage } from './conversations.page.tsx';
import { conversationsOf, conversationsPerPage, type CourseTalked } from './conversations.queries.ts';
import { answerForm } from './message.ts';

/** /teach/courses/:id/conversations: those who teach a course read what learners write, and answer. */
export function teachConversationsRoutes(app: App): void {
  const here = '/teach/courses/:id/conversations';
  app.get(here, signedInOnly, keptNowhere, showAll);
  app.get(`${here}/:enrolment`, signedInOnly, keptNowhere, (c) => sendOne(c, emptyForm));
  app.post(`${here}/:enrolment`, signedInOnly, takeAnswer);
  app.post(`${here}/:enrolment/state`, signedInOnly, takeState);
}

const param = (c: AppContext, name: string): string => c.req.param(name) ?? '';
const whose = (c: AppContext): Whose => ({ courseId: param(c, 'id'), enrolmentId: param(c, 'enrolment') });
const roomPath = (courseId: string, ...parts: readonly string[]): string =>
  ['/teach/courses', courseId, 'conversations', ...parts].join('/');

interface Room {
  readonly title: string;
  readonly lead?: string;
  readonly form?: FormState;
  readonly children: ComponentChildren;
}

function sendRoom(c: AppContext, course: CourseTalked, { title, lead, form, children }: Room): Response {
  const { t, actor } = c.var;
  const { to } = sceneOf(c);
  const hrefOf = (end: string) => to(`/teach/courses/${course.id}${end}`);
  return sendPage(c, {
    title: `${title} · ${course.title}`,
    indexed: false,
    status: Object.keys(form?.errors ?? {}).length > 0 ? 422 : 200,
    breadcrumbs: [
      { label: t('learning.teach.courses'), href: to('/teach') },
      { label: course.title, href: hrefOf('') },
      ...(lead === undefined
        ? [{ label: t('learning.talk.teach.title'), href: to(roomPath(course.id)) }]
        : []),
    ],
    children: (
      <div class="authoring">
        <Pagehead eyebrow={course.title} title={title} lead={lead} />
        <CourseRooms t={t} actor={actor} course={course} hrefOf={hrefOf} current="conversations" />
        <div>{children}</div>
      </div>
    ),
  });
}

async function showAll(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseToAnswer(db, actor, param(c, 'id'));
  const run = c.req.query('run') ?? '';
  const runId = isUuid(run) ? run : undefined;
  const show = c.req.query('show') === 'all' ? 'all' : 'waiting';
  const page = Math.min(10_000, Math.max(1, Math.trunc(Number(c.req.query('page'))) || 1));
  const { lines, total } = await conversationsOf(db, { courseId: course.id, runId, show, page });
  const { to } = sceneOf(c);
  return sendRoom(c, course, {
    title: t('learning.talk.teach.title'),
    lead: t('learning.talk.teach.lead'),
    children: (
      <ConversationsPage
        t={t}
        lines={lines}
        show={show}
        page={page}
        pages={Math.max(1, Math.ceil(total / conversationsPerPage))}
        listHref={(query) => to(roomPath(course.id), { run: runId, ...query })}
        hrefOf={(enrolmentId) => to(roomPath(course.id, enrolmentId))}
      />
    ),
  });
}

async function sendOne(c: AppContext, form: FormState): Promise<Response> {
  const { db, actor } = c.var;
  const { course, conversation } = await conversationAtHand(db, actor, whose(c));
  const { to } = sceneOf(c);
  const here = roomPath(course.id, conversation.enrolmentId);
  return sendRoom(c, course, {
    title: conversation.name,
    form,
    children: (
      <AnswerPage
        t={c.var.t}
        course={course}
        conversation={conversation}
        action={to(here)}
        personHref={to(`/teach/runs/${conversation.runId}/people/${conversation.enrolmentId}`)}
        unitHref={(id) => to(learnPath(course.slug, id))}
        newId={actor.ids.next()}
        form={form}
      />
    ),
  });
}

async function takeAnswer(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, answerForm);
  if (!read.ok) {
    if (read.form.errors['id'] !== undefined) throw messageUnreadable();
    return sendOne(c, read.form);
  }
  const done = await runForm(c, () => answerLearner(db, actor, { ...whose(c), input: read.value }));
  if (!done.ok) return sendOne(c, done.form);
  flash(c, 'good', t('learning.talk.teach.answered'));
  return backToRoom(c, param(c, 'enrolment'));
}

async function takeState(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const read = await readForm(c, stateForm);
  if (!read.ok) {
    if (read.form.errors['reason'] === undefined) throw messageUnreadable();
    return sendOne(c, read.form);
  }
  await changeState(db, actor, { ...whose(c), input: read.value });
  flash(c, 'good', t(`learning.talk.teach.did.${read.value.do}`));
  return backToRoom(c, ...(read.value.do === 'settle' ? [] : [param(c, 'enrolment')]));
}

const backToRoom = (c: AppContext, ...parts: readonly string[]): Response =>
  c.redirect(sceneOf(c).to(roomPath(param(c, 'id'), ...parts)), 303);
