import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { readForm } from '../../../platform/http/form.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { badForm } from '../refusals.ts';
import { viewScene } from '../view-blocks/view-scene.ts';
import { pasteRoutes } from './paste-questions.route.tsx';
import { questionRoutes } from './question.route.tsx';
import { arranged, changeQuestions, questionDeeds } from './question-sets.ts';
import { QuestionsPage } from './questions.page.tsx';
import { crumbsOf, setAtHand } from './set-at-hand.ts';

/** The questions of a block or a bank: /teach/courses/:id/blocks/:set/questions and /banks/:set/questions. */
export function questionsRoutes(app: App): void {
  app.get('/teach/courses/:id/:home{blocks|banks}/:set/questions', showQuestions);
  app.post('/teach/courses/:id/:home{blocks|banks}/:set/questions', takeDeed);
  pasteRoutes(app);
  questionRoutes(app);
}

async function showQuestions(c: AppContext): Promise<Response> {
  const { db, t } = c.var;
  const set = await setAtHand(c);
  const to = (end: string) => teachUrl(c, set.course.id, end);
  const isBlock = set.at.home === 'blocks';
  return sendCoursePage(c, {
    course: set.course,
    room: isBlock ? 'outline' : 'banks',
    title: set.title,
    titleLang: set.course.lang,
    crumbs: crumbsOf(c, set).slice(0, 1),
    children: (
      <QuestionsPage
        t={t}
        base={set.base}
        settings={isBlock ? set.base : undefined}
        questions={set.questions}
        scene={viewScene(c, set.course, await filesOf(db, set.course.id), to)}
      />
    ),
  });
}

/** What the pressed button says: "up:ID". */
const deed = z
  .string()
  .transform((text) => text.split(':'))
  .pipe(z.tuple([z.enum(questionDeeds), z.string().max(80)]));

async function takeDeed(c: AppContext): Promise<Response> {
  const { db, actor } = c.var;
  const { at, base } = await setAtHand(c);
  const read = await readForm(c, z.object({ do: deed }));
  if (!read.ok) throw badForm();
  const [what, id] = read.value.do;
  const newId = () => actor.ids.next();
  await changeQuestions(db, actor, at, (questions) => arranged(questions, { deed: what, id, newId }));
  return c.redirect(`${base}/questions${what === 'remove' ? '' : `#q-${id}`}`, 303);
}
