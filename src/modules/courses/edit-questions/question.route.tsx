import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { Question, QuestionType } from '../content/questions.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { takeCourseFile } from '../course-files/take-course-file.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { courseNotFound } from '../refusals.ts';
import { QuestionView } from '../view-blocks/questions-view.tsx';
import { viewScene } from '../view-blocks/view-scene.ts';
import { ContentForm } from '../write-forms/content-form.tsx';
import { filledFrom } from '../write-forms/fill-form.ts';
import { withIds } from '../write-forms/form-deeds.ts';
import type { FormErrors } from '../write-forms/form-errors.ts';
import { type ContentField, type Filled, textIn } from '../write-forms/form-field.ts';
import { takeForm } from '../write-forms/take-form.ts';
import { DrawPlaces } from './draw-places.tsx';
import { isQuestionType, questionFields } from './question-fields.ts';
import { emptyQuestion, questionFromForm, questionShape } from './question-form.ts';
import { banksOf } from './question-sets.queries.ts';
import { sealOf, writeQuestion } from './question-sets.ts';
import { crumbsOf, type SetAtHand, setAtHand } from './set-at-hand.ts';

/** The form of one question, new or kept. */
export function questionRoutes(app: App): void {
  app.get('/teach/courses/:id/:home{blocks|banks}/:set/questions/new/:type', show);
  app.post('/teach/courses/:id/:home{blocks|banks}/:set/questions/new/:type', take);
  app.get('/teach/courses/:id/:home{blocks|banks}/:set/questions/:question', show);
  app.post('/teach/courses/:id/:home{blocks|banks}/:set/questions/:question', take);
}

interface QuestionAtHand {
  readonly set: SetAtHand;
  readonly type: QuestionType;
  /** Undefined while it is new. */
  readonly question: Question | undefined;
  readonly fields: readonly ContentField[];
}

async function questionAt(c: AppContext): Promise<QuestionAtHand> {
  const { db, t } = c.var;
  const set = await setAtHand(c);
  const wanted = c.req.param('type');
  const question = set.questions.find(({ id }) => id === c.req.param('question'));
  const type = question?.type ?? (wanted !== undefined && isQuestionType(wanted) ? wanted : undefined);
  if (!type) throw courseNotFound();
  const { competencies } = await banksOf(db, set.course.id);
  const options = competencies.map(({ id, title }) => ({ value: id, label: title }));
  return { set, type, question, fields: questionFields(t, type, options) };
}

const rowIds = (c: AppContext) => () => `r${c.var.actor.ids.next().slice(-12)}`;

async function show(c: AppContext): Promise<Response> {
  const here = await questionAt(c);
  const { fields, question, type } = here;
  const shape = question ? questionShape(question) : emptyQuestion(type);
  const filled = withIds(fields, filledFrom(fields, shape), rowIds(c));
  const id = question?.id ?? c.var.actor.ids.next();
  return send(c, here, { filled, errors: {}, id, seal: sealOf(question) });
}

async function take(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const here = await questionAt(c);
  const { set, fields, question, type } = here;
  const newId = rowIds(c);
  const taken = await takeForm(c, { fields, newId, takeFile: takeCourseFile(c, set.course.id) });
  const id = question?.id ?? taken.text('question');
  const seal = taken.text('seal');
  const again = (errors: FormErrors, theirs?: Question) =>
    send(c, here, {
      filled: taken.filled,
      errors,
      id,
      seal: theirs ? sealOf(theirs) : seal,
      ...(theirs ? { theirs } : {}),
    });
  if (!taken.isSaved) return again({});
  const shape = question ? questionShape(question) : emptyQuestion(type);
  const made = questionFromForm(
    fields,
    taken.filled,
    { id, shape, ...(question ? { question } : {}) },
    newId,
  );
  if (!made.ok || taken.hasErrors) return again({ ...taken.errors, ...(made.ok ? {} : made.errors) });
  const written = await writeQuestion(db, actor, set.at, { question: made.question, seal });
  if (!written.saved) {
    if (!written.theirs) throw courseNotFound();
    return again({}, written.theirs);
  }
  flash(c, 'good', t('courses.question.saved'));
  return c.redirect(`${set.base}/questions#q-${id}`, 303);
}

interface Shown {
  readonly filled: Filled;
  readonly errors: FormErrors;
  readonly id: string;
  readonly seal: string;
  /** What somebody else made of it meanwhile. */
  readonly theirs?: Question;
}

async function send(c: AppContext, here: QuestionAtHand, shown: Shown): Promise<Response> {
  const { db, t, tools } = c.var;
  const { set, type, question, fields } = here;
  const { theirs, errors } = shown;
  const to = (end: string) => teachUrl(c, set.course.id, end);
  const scene = viewScene(c, set.course, await filesOf(db, set.course.id), to);
  return sendCoursePage(c, {
    course: set.course,
    room: set.at.home === 'banks' ? 'banks' : 'outline',
    width: 'narrow',
    status: theirs ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    title: t(`courses.question.${type}`),
    lead: question ? undefined : t(`courses.question.${type}.about`),
    crumbs: crumbsOf(c, set),
    children: (
      <ContentForm
        t={t}
        assets={tools.assets}
        lang={set.course.lang}
        fields={fields}
        filled={shown.filled}
        errors={errors}
        action={`${set.base}/questions/${question ? question.id : `new/${type}`}`}
        back={`${set.base}/questions`}
        courseId={set.course.id}
        fileOf={scene.fileOf}
        hidden={[
          ['question', shown.id],
          ['seal', shown.seal],
        ]}
        {...(theirs ? { save: t('courses.block.keep-mine') } : {})}
      >
        <DrawPlaces
          t={t}
          assets={tools.assets}
          type={type}
          picture={scene.fileOf(textIn(shown.filled, 'file'))?.href}
        />
        {theirs && (
          <div class="notice soon" role="alert">
            <div class="stack">
              <b>{t('courses.question.changed')}</b>
              <QuestionView scene={scene} question={theirs} />
            </div>
          </div>
        )}
      </ContentForm>
    ),
  });
}
