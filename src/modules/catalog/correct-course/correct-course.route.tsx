import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { linksOf } from '../../../platform/http/links-of.ts';
import { readForm } from '../../../platform/http/form.ts';
import { flash } from '../../../platform/http/send-page.tsx';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { demand } from '../../../platform/refusal.ts';
import { mergeCourses } from '../merge-duplicates/merge-courses.ts';
import { mergesInForce } from '../merge-duplicates/duplicates.queries.ts';
import { sendOperatorPage } from '../operator-pages/send-operator-page.tsx';
import { mayLookAfterCourses } from '../policy.ts';
import { courseNotFound, hidden } from '../refusals.ts';
import { ChooseCoursePage } from './choose-course.page.tsx';
import { CorrectCoursePage } from './correct-course.page.tsx';
import { claimHistory, type CorrectedCourse, coursesToChoose, findCourse } from './correct-course.queries.ts';
import { correctable, withdrawCorrection } from './correct-course.ts';
import { correctionFields, type CorrectionFields } from './correction-form.ts';
import { takeCorrection } from './take-correction.ts';

const area = 'courses' as const;

async function courseOfPath(c: AppContext): Promise<CorrectedCourse> {
  const id = z.uuid().safeParse(c.req.param('id'));
  demand(id.success, hidden);
  return correctable(c.var.db, c.var.actor, id.data);
}

const backTo = (c: AppContext, courseId: string) =>
  c.redirect(linksOf(c)(`/operator/courses/${courseId}`), 303);

export function correctCourseRoutes(app: App): void {
  app.get('/operator/courses', async (c) => {
    demand(mayLookAfterCourses(c.var.actor), hidden);
    const { t, db } = c.var;
    const words = (c.req.query('q') ?? '').trim().slice(0, 200);
    const found = await coursesToChoose(db, words, 20);
    return sendOperatorPage(c, {
      area,
      title: t('catalog.operate.courses'),
      children: <ChooseCoursePage t={t} href={linksOf(c)} words={words} found={found} />,
    });
  });
  app.get('/operator/courses/:id', async (c) => {
    const course = await courseOfPath(c);
    return sendCourse(c, course, correctionFields(course.document), {});
  });
  app.post('/operator/courses/:id', async (c) => saveForm(c, await courseOfPath(c)));
  app.post('/operator/courses/:id/withdraw', async (c) => {
    const course = await courseOfPath(c);
    const form = await readForm(c, z.object({ field: z.string().max(60) }));
    demand(form.ok, hidden);
    await withdrawCorrection(c.var.db, c.var.actor, { courseId: course.id, field: form.value.field });
    flash(c, 'good', c.var.t('catalog.correct.withdrawn'));
    return backTo(c, course.id);
  });
  app.post('/operator/courses/:id/merge', async (c) => {
    const course = await courseOfPath(c);
    const form = await readForm(c, z.object({ other: z.string().trim().min(1).max(2000) }));
    const other = form.ok ? await findCourse(c.var.db, form.value.other) : undefined;
    demand(other !== undefined, courseNotFound);
    await mergeCourses(c.var.db, c.var.actor, { keptId: course.id, goneId: other.id });
    flash(c, 'good', c.var.t('catalog.duplicates.answered.same'));
    return backTo(c, course.id);
  });
}

async function saveForm(c: AppContext, course: CorrectedCourse): Promise<Response> {
  const read = await takeCorrection(c, course);
  return read.ok ? backTo(c, course.id) : sendCourse(c, course, read.fields, read.errors);
}

async function sendCourse(
  c: AppContext,
  course: CorrectedCourse,
  fields: CorrectionFields,
  errors: Readonly<Record<string, MessageKey>>,
): Promise<Response> {
  const { t, db } = c.var;
  const history = await claimHistory(db, course.id, 60);
  const merges = await mergesInForce(db, 20, course.id);
  return sendOperatorPage(c, {
    area,
    title: course.title,
    status: Object.keys(errors).length > 0 ? 422 : 200,
    above: [{ label: t('catalog.operate.courses'), path: '/operator/courses' }],
    children: (
      <CorrectCoursePage
        t={t}
        href={linksOf(c)}
        course={course}
        history={history}
        merges={merges}
        fields={fields}
        errors={errors}
      />
    ),
  });
}
