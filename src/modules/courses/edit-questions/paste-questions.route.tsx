import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { badForm } from '../refusals.ts';
import { viewScene } from '../view-blocks/view-scene.ts';
import { PastePage } from './paste-questions.page.tsx';
import { changeQuestions } from './question-sets.ts';
import { questionsOfText, type TextQuestions } from './questions-as-text.ts';
import { crumbsOf, type SetAtHand, setAtHand } from './set-at-hand.ts';

/** Questions written as text: shown first, then added. */
export function pasteRoutes(app: App): void {
  app.get('/teach/courses/:id/:home{blocks|banks}/:set/paste', async (c) => send(c, await setAtHand(c)));
  app.post('/teach/courses/:id/:home{blocks|banks}/:set/paste', take);
}

const pasteForm = z.object({ text: z.string().max(400_000).default(''), do: z.string().default('preview') });

async function take(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const set = await setAtHand(c);
  const read = await readForm(c, pasteForm);
  if (!read.ok) throw badForm();
  const { text } = read.value;
  const found = questionsOfText(text, () => actor.ids.next());
  if (read.value.do !== 'save' || found.problems.length > 0 || found.questions.length === 0)
    return send(c, set, { text, found });
  await changeQuestions(db, actor, set.at, (questions) => [...questions, ...found.questions]);
  flash(c, 'good', t('courses.paste.added', { n: found.questions.length }));
  return c.redirect(`${set.base}/questions`, 303);
}

function send(
  c: AppContext,
  set: SetAtHand,
  shown?: { readonly text: string; readonly found: TextQuestions },
): Response {
  const { t } = c.var;
  const isWrong =
    shown !== undefined && (shown.found.problems.length > 0 || shown.found.questions.length === 0);
  return sendCoursePage(c, {
    course: set.course,
    room: set.at.home === 'banks' ? 'banks' : 'outline',
    width: 'narrow',
    status: isWrong ? 422 : 200,
    title: t('courses.question.paste'),
    lead: t('courses.paste.lead'),
    crumbs: crumbsOf(c, set),
    children: (
      <PastePage
        t={t}
        base={set.base}
        lang={set.course.lang}
        text={shown?.text ?? ''}
        found={shown?.found}
        scene={{ ...viewScene(c, set.course, [], (end) => teachUrl(c, set.course.id, end)) }}
      />
    ),
  });
}
