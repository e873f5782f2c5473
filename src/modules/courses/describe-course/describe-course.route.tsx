import type { App, AppContext } from '../../../platform/http/environment.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import { Refusal } from '../../../platform/refusal.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Confirmation } from '../../../platform/ui/confirmation.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { courseAbout, courseRules } from '../content/course-content.ts';
import { filesOf } from '../course-files/files.queries.ts';
import { takeCourseFile } from '../course-files/take-course-file.ts';
import type { CourseAtHand } from '../course-people/course-at-hand.queries.ts';
import { courseAtHand } from '../course-people/course-at-hand.ts';
import { sendCoursePage, teachUrl } from '../course-people/course-frame.tsx';
import { mayEdit, mayPublish } from '../policy.ts';
import { courseNotFound } from '../refusals.ts';
import { viewScene } from '../view-blocks/view-scene.ts';
import { contentFrom } from '../write-forms/content-from-form.ts';
import { ContentForm } from '../write-forms/content-form.tsx';
import { filledFrom } from '../write-forms/fill-form.ts';
import { withIds } from '../write-forms/form-deeds.ts';
import { type FormErrors, formErrors } from '../write-forms/form-errors.ts';
import type { ContentField, Filled } from '../write-forms/form-field.ts';
import { takeForm } from '../write-forms/take-form.ts';
import { aboutFields, rulesFields } from './course-fields.ts';
import { describedCourse } from './describe-course.queries.ts';
import { rulesContent, rulesShape, worksToChoose, workOptions } from './grading-form.ts';
import { archiveCourse, describeCourse, reopenCourse, sealOf } from './describe-course.ts';

/** /teach/courses/:id/about and /rules: what a course says of itself, and when it is done. */
export function describeCourseRoutes(app: App): void {
  for (const room of ['about', 'rules'] as const) {
    app.get(`/teach/courses/:id/${room}`, (c) => show(c, room));
    app.post(`/teach/courses/:id/${room}`, (c) => take(c, room));
  }
  app.get('/teach/courses/:id/archive', askToArchive);
  app.post('/teach/courses/:id/archive', takeArchive);
  app.post('/teach/courses/:id/reopen', takeReopen);
}

type Room = 'about' | 'rules';

interface Here {
  readonly course: CourseAtHand;
  readonly room: Room;
  /** As the form has it. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly seal: string;
  readonly works: ReturnType<typeof worksToChoose>;
  readonly fields: readonly ContentField[];
}

async function hereOf(c: AppContext, room: Room): Promise<Here> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayEdit);
  const found = await describedCourse(db, course.id);
  if (!found) throw courseNotFound();
  const sets = found.sets.map(({ id, title }) => ({ value: id, label: title }));
  const works = worksToChoose(found.rules, found.graded);
  const fields =
    room === 'about' ? aboutFields(t, found.about.lang) : rulesFields(t, sets, workOptions(works));
  const content = room === 'about' ? found.about : rulesShape(found.rules);
  return { course, room, content, seal: sealOf(found[room]), works, fields };
}

const rowIds = (c: AppContext) => () => `r${c.var.actor.ids.next().slice(-12)}`;

async function show(c: AppContext, room: Room): Promise<Response> {
  const here = await hereOf(c, room);
  const filled = withIds(here.fields, filledFrom(here.fields, here.content), rowIds(c));
  return send(c, here, { filled, errors: {}, seal: here.seal });
}

const shapes = { about: courseAbout, rules: courseRules } as const;

async function take(c: AppContext, room: Room): Promise<Response> {
  const { db, actor, t } = c.var;
  const here = await hereOf(c, room);
  const { course, fields, content } = here;
  const taken = await takeForm(c, { fields, newId: rowIds(c), takeFile: takeCourseFile(c, course.id) });
  const seal = taken.text('seal');
  const again = (more: Partial<Shown>) => send(c, here, { filled: taken.filled, errors: {}, seal, ...more });
  if (!taken.isSaved) return again({});
  const made = contentFrom(fields, taken.filled, content);
  const parsed = shapes[room].safeParse(room === 'about' ? made : rulesContent(made, here.works));
  if (!parsed.success) return again({ errors: formErrors(parsed.error) });
  const key = { courseId: course.id, seal };
  try {
    await describeCourse(
      db,
      actor,
      room === 'about'
        ? { ...key, about: courseAbout.parse(parsed.data) }
        : { ...key, rules: courseRules.parse(parsed.data) },
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 409) throw error;
    return again({ isChanged: true, seal: here.seal });
  }
  flash(c, 'good', t('courses.saved'));
  return c.redirect(teachUrl(c, course.id, `/${room}`), 303);
}

interface Shown {
  readonly filled: Filled;
  readonly errors: FormErrors;
  readonly seal: string;
  /** Somebody else changed it since this form was opened. */
  readonly isChanged?: boolean;
}

async function send(c: AppContext, { course, room, fields }: Here, shown: Shown): Promise<Response> {
  const { db, actor, t, tools } = c.var;
  const { filled, errors, seal, isChanged = false } = shown;
  const to = (end: string) => teachUrl(c, course.id, end);
  const scene = viewScene(c, course, await filesOf(db, course.id), to);
  return sendCoursePage(c, {
    course,
    room,
    width: 'narrow',
    status: isChanged ? 409 : Object.keys(errors).length > 0 ? 422 : 200,
    title: t(`courses.${room}.title`),
    lead: t(`courses.${room}.lead`),
    children: (
      <>
        <ContentForm
          t={t}
          assets={tools.assets}
          lang={course.lang}
          fields={fields}
          filled={filled}
          errors={errors}
          action={to(`/${room}`)}
          back={to('')}
          courseId={course.id}
          fileOf={scene.fileOf}
          hidden={[['seal', seal]]}
        >
          {isChanged && <Notice tone="soon">{t('courses.described-meanwhile')}</Notice>}
        </ContentForm>
        {room === 'about' && mayPublish(course.staff, actor) && <Ending c={c} course={course} />}
      </>
    ),
  });
}

/** At the foot of the page: taking the course away, or bringing it back. */
function Ending({ c, course }: { readonly c: AppContext; readonly course: CourseAtHand }) {
  const { t } = c.var;
  return course.state === 'archived' ? (
    <form method="post" action={teachUrl(c, course.id, '/reopen')} class="section">
      <Button>{t('courses.archive.reopen')}</Button>
    </form>
  ) : (
    <p class="section">
      <a href={teachUrl(c, course.id, '/archive')}>{t('courses.archive.link')}</a>
    </p>
  );
}

async function askToArchive(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const course = await courseAtHand(db, actor, c.req.param('id') ?? '', mayPublish);
  return sendCoursePage(c, {
    course,
    room: 'about',
    width: 'narrow',
    title: t('courses.archive.link'),
    children: (
      <Confirmation
        title={t('courses.archive.ask', { title: course.title })}
        effects={[
          t('courses.archive.effect.begin'),
          t('courses.archive.effect.go-on'),
          t('courses.archive.effect.back'),
        ]}
        action={teachUrl(c, course.id, '/archive')}
        yes={t('courses.archive.link')}
        no={t('courses.cancel')}
        back={teachUrl(c, course.id, '/about')}
      />
    ),
  });
}

async function takeArchive(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  await archiveCourse(db, actor, id);
  flash(c, 'good', t('courses.archive.done'));
  return c.redirect(teachUrl(c, id), 303);
}

async function takeReopen(c: AppContext): Promise<Response> {
  const { db, actor, t } = c.var;
  const id = c.req.param('id') ?? '';
  await reopenCourse(db, actor, id);
  flash(c, 'good', t('courses.archive.reopened'));
  return c.redirect(teachUrl(c, id), 303);
}
