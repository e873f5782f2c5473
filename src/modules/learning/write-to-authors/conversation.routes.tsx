import type { App, AppContext } from '../../../platform/http/environment.ts';
import { answerForm, emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { keptNowhere, signedInOnly } from '../../accounts/index.ts';
import { findCourse } from '../find-place/find-place.ts';
import { learnPath, sceneOf } from '../find-place/learn-scene.ts';
import type { CoursePlace } from '../find-place/place.ts';
import { messageUnreadable } from '../refusals.ts';
import { ConversationPage } from './conversation.page.tsx';
import { ownVoice } from './conversations.queries.ts';
import { conversationPath } from './hear-back.ts';
import { messageForm } from './message.ts';
import { ownConversation, readAnswers, takeMessageBack, writeToAuthors } from './write-to-authors.ts';

/** /learn/:slug/-/conversation: a learner writes to those who teach, and reads what they answer. */
export function conversationRoutes(app: App): void {
  app.get('/learn/:slug/-/conversation', signedInOnly, keptNowhere, show);
  app.post('/learn/:slug/-/conversation', signedInOnly, takeMessage);
  app.post('/learn/:slug/-/conversation/read', signedInOnly, takeRead);
  app.post('/learn/:slug/-/conversation/:message/remove', signedInOnly, takeRemoval);
}

const placeOf = (c: AppContext): Promise<CoursePlace> =>
  findCourse(c.var.db, c.var.actor, c.req.param('slug') ?? '');

async function show(c: AppContext): Promise<Response> {
  return sendConversation(c, await placeOf(c), emptyForm);
}

async function sendConversation(c: AppContext, place: CoursePlace, form: FormState): Promise<Response> {
  const { db, actor, t } = c.var;
  const scene = sceneOf(c);
  const { course } = place;
  const voice = await ownVoice(db, ownConversation(place));
  return sendPage(c, {
    nav: 'learn',
    title: `${t('learning.talk.title')} · ${course.title}`,
    width: 'narrow',
    status: Object.keys(form.errors).length > 0 ? 422 : 200,
    indexed: false,
    // staying on the page is having read it
    head: <script type="module" src={c.var.tools.assets.islands?.['learner']} />,
    breadcrumbs: [
      { label: t('learning.mine.title'), href: scene.to('/learn') },
      { label: course.title, href: scene.to(learnPath(course.slug)) },
    ],
    children: (
      <ConversationPage scene={scene} place={place} voice={voice} newId={actor.ids.next()} form={form} />
    ),
  });
}

async function takeMessage(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const place = await placeOf(c);
  const read = await readForm(c, messageForm);
  if (!read.ok) {
    // a form of ours has an id; what has none is no message that was typed
    if (read.form.errors['id'] !== undefined || read.form.errors['unit'] !== undefined)
      throw messageUnreadable();
    return sendConversation(c, place, read.form);
  }
  const done = await answerForm(c, () => writeToAuthors(db, actor, place, read.value));
  if (!done.ok) return sendConversation(c, place, done.form);
  flash(c, 'good', t('learning.talk.sent'));
  const { to } = sceneOf(c);
  const { slug } = place.course;
  const isInUnit = (await c.req.parseBody())['in'] === 'unit' && read.value.unit !== '';
  return c.redirect(
    isInUnit ? `${to(learnPath(slug, read.value.unit))}#tell` : to(conversationPath(slug)),
    303,
  );
}

async function takeRead(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const place = await placeOf(c);
  const asked = c.req.query('upTo') ?? (await c.req.parseBody())['upTo'];
  const upTo = new Date(typeof asked === 'string' ? asked : '');
  if (Number.isNaN(upTo.getTime())) throw messageUnreadable();
  // nobody has read what is still to come
  await readAnswers(db, place, upTo < actor.now ? upTo : actor.now);
  return c.redirect(sceneOf(c).to(conversationPath(place.course.slug)), 303);
}

async function takeRemoval(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  const place = await placeOf(c);
  await takeMessageBack(db, place, c.req.param('message') ?? '');
  flash(c, 'good', t('learning.talk.removed'));
  return c.redirect(sceneOf(c).to(conversationPath(place.course.slug)), 303);
}
